import { type Body, type Element, innerBody, unrolled } from './element.js';

/** What an element costs beside its turns, in turns. */
interface Overheads {
  /** A loop that is inlined. */
  readonly spin: number;
  /** A loop in a function of its own. */
  readonly spinApart: number;
  /** A branch that is taken every few times, so its first step is sometimes predicted wrongly. */
  readonly branch: number;
}

/**
 * By least squares from the wholes of 26 generated paths, which they explain to 0.7% (AMD EPYC, Node 20). A turn waits four cycles
 * for the one before on all processors of the last ten years, so these hold elsewhere to a first approximation.
 */
const overheads: Overheads = { spin: 1.5, spinApart: 4, branch: 4 };

/** What a wait of so many milliseconds is in turns of work. */
export type TurnsOfWait = (ms: number) => number;

/** The work of an element itself, without its body: turns each time it runs, overhead included. */
export function turnsOf(element: Element, turnsOfWait: TurnsOfWait): number {
  if (element.kind === 'wait') return turnsOfWait(element.ms);
  return ('turns' in element ? element.turns : 0) + overheadOf(element);
}

/** The share of a body's work that is overhead. Waits do not count. */
export function overheadShare(body: Body): number {
  const overhead = sum(body, overheadOf);
  return overhead / sum(body, (element) => turnsOf(element, () => 0));
}

function overheadOf(element: Element): number {
  if (element.kind === 'sometimes') return overheads.branch;
  if (!('turns' in element)) return 0;
  return element.turns < unrolled ? overheads.spin : overheads.spinApart;
}

/** Sums what elements cost each time they run, over one operation. */
function sum(body: Body, cost: (element: Element) => number): number {
  return body.reduce((all, element) => {
    const inner = innerBody(element);
    return all + cost(element) + (inner ? inner.runs * sum(inner.body, cost) : 0);
  }, 0);
}
