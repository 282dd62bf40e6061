/** A sampled stack as candidates, by index, outermost first, each once. */
export interface Stack {
  readonly steps: readonly number[];
  /** Its share of the path. */
  readonly share: number;
}

/** The rows that chosen candidates make of a path. */
export interface Division {
  /** Indexes of the chosen candidates, in the order of their choice. */
  readonly chosen: readonly number[];
  /** The path itself, if it keeps something outside of all chosen candidates, and the rows. */
  readonly parts: readonly Part[];
}

/** A row, or the path itself: what chosen candidates keep outside of further chosen ones. */
export interface Part {
  /** The chosen candidates around, outermost first; none for the path itself. */
  readonly around: readonly number[];
  /** The share of the path that it keeps. */
  readonly own: number;
  /** What of it is inside each candidate, and how deep the candidate is in the stack at most. */
  readonly inside: ReadonlyMap<number, { readonly share: number; readonly depth: number }>;
}

export interface DivideRule {
  /** Most rows. */
  readonly most: number;
  /** A part that keeps no more than this is not divided. */
  readonly enough: number;
  /** A choice has to divide at least so much: nats of the shares' entropy, for each new row. */
  readonly leastGain: number;
}

export function divided(stacks: readonly Stack[], chosen: readonly number[]): Division {
  const isChosen = new Set(chosen);
  const parts = new Map<string, { around: number[]; own: number; inside: Map<number, Inside> }>();
  for (const { steps, share } of stacks) {
    const around = steps.filter((step) => isChosen.has(step));
    const key = around.join();
    const part = parts.get(key) ?? { around, own: 0, inside: new Map() };
    parts.set(key, part);
    part.own += share;
    for (let depth = steps.lastIndexOf(around.at(-1) ?? -1) + 1; depth < steps.length; depth++)
      addInside(part.inside, steps[depth] as number, share, depth);
  }
  return { chosen, parts: [...parts.values()] };
}

interface Inside {
  share: number;
  depth: number;
}

function addInside(inside: Map<number, Inside>, step: number, share: number, depth: number): void {
  const known = inside.get(step);
  inside.set(step, { share: share + (known?.share ?? 0), depth: Math.max(depth, known?.depth ?? 0) });
}

/**
 * Chooses candidates one at a time, each time the one that divides the large parts best: that adds most to the entropy of the shares
 * (Shannon 1948) for each row that it adds. So a function that only passes everything on is not chosen before one that divides what is
 * left. `before`: candidates that are already chosen.
 */
export function divide(
  stacks: readonly Stack[],
  candidates: readonly number[],
  rule: DivideRule,
  before: readonly number[] = [],
): Division {
  let division = divided(stacks, before);
  for (;;) {
    const next = best(candidates, division, rule);
    if (next === null) return division;
    division = divided(stacks, [...division.chosen, next]);
  }
}

function best(candidates: readonly number[], division: Division, rule: DivideRule): number | null {
  const large = division.parts.filter(({ own }) => own > rule.enough);
  let found: number | null = null;
  let largest = rule.leastGain;
  for (const candidate of candidates) {
    const added = division.parts.filter(({ inside }) => inside.has(candidate)).length;
    const gain = large.reduce((sum, part) => sum + gainOf(part, candidate), 0) / added;
    if (rowsOf(division).length + added > rule.most || !(gain > largest)) continue;
    largest = gain;
    found = candidate;
  }
  return found;
}

/** What dividing a part by a candidate adds to the entropy. */
function gainOf({ own, inside }: Part, candidate: number): number {
  const share = inside.get(candidate)?.share ?? 0;
  return information(share) + information(own - share) - information(own);
}

function information(share: number): number {
  return share <= 0 ? 0 : -share * Math.log(share);
}

/** The rows without the path itself. */
export function rowsOf({ parts }: Division): readonly Part[] {
  return parts.filter(({ around }) => around.length > 0);
}
