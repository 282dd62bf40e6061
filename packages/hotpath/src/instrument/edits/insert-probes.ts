import { afterLineBreak } from '../../model/text/lines.js';
import { functionAt } from '../places/find-functions.js';
import { lineAt } from '../places/find-lines.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { suspends } from '../places/find-suspensions.js';
import { checkBlock } from '../syntax/block-names.js';
import { bodyText } from '../syntax/function-body.js';
import type { Insertions } from '../syntax/insertions.js';
import type { Exits } from '../syntax/jumps.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';
import { insertProlog } from '../syntax/prolog.js';
import { resume } from './insert-suspensions.js';
import { leaveAtExits, type Span } from './leave-at-exits.js';
import { abandonIfOpen, declare, enter, leave, type Probe, prolog } from './probe-code.js';

/** Where to insert code around a region or the statements of a line. */
interface Bracketed {
  /** Offsets of the code that enters and of the code that leaves. */
  readonly enterAt: number;
  readonly leaveAt: number;
  readonly around: readonly Node[];
}

/** A probe and the text that it brackets. */
interface Placed extends Span {
  readonly owner: FunctionNode;
  /** Null for a function. */
  readonly region: Bracketed | null;
}

/** What is inserted together with probes. */
export interface ProbeContext {
  readonly exits: Exits;
  /** Whether the runtime is told of suspensions. A function that ends while it is suspended then continues before its places are left. */
  readonly reportsSuspensions: boolean;
}

/**
 * Inserts calls of `enter` and `leave` at the edges of places. `runtime` is an expression for the array that holds the functions of each
 * probe, at the index of the probe.
 *
 * A place is left at its end and before each jump out of it. A guarded place is also left in the handlers around it, and
 * in a `finally` around the body of its function. The token from `enter` is kept in a local variable, so concurrent
 * activations do not mix.
 */
export function insertProbes(
  insertions: Insertions,
  probes: readonly Probe[],
  runtime: string,
  context: ProbeContext,
): void {
  if (probes.length === 0) return;
  const { source } = insertions;
  const regions = probes.some((probe) => probe.kind === 'region') ? findRegions(source) : [];
  // From last to first: of places that begin and end together, the last mark is the inner one.
  const placed = probes.map((probe) => locate(source, probe, regions)).sort((a, b) => b.from - a.from);
  for (const place of placed) if (place.region) bracketRegion(insertions, place, place.region);
  const owners = [...new Set(placed.map((place) => place.owner))].sort((a, b) => a.start - b.start);
  for (const owner of owners)
    bracketFunction(insertions, owner, placed.filter((place) => place.owner === owner).reverse(), context);
  insertProlog(insertions, prolog(probes, runtime));
}

function locate(source: ParsedSource, probe: Probe, regions: readonly Region[]): Placed {
  if (probe.kind === 'function') {
    const owner = functionAt(source, probe.start);
    return { probe, owner, region: null, from: owner.start, to: owner.end };
  }
  if (probe.kind === 'line') {
    const { owner, around, start, end } = lineAt(source, probe.start);
    return { probe, owner, region: { enterAt: start, leaveAt: end, around }, from: start, to: end };
  }
  const { owner, around, bodyStart, bodyEnd } = regionAt(source, regions, probe.start);
  // On the next line, because text at the end of a line comment would become part of the comment.
  const enterAt = afterLineBreak(source.text, bodyStart);
  return { probe, owner, region: { enterAt, leaveAt: bodyEnd, around }, from: bodyStart, to: bodyEnd };
}

function bracketRegion(insertions: Insertions, { probe, from }: Placed, region: Bracketed): void {
  insertions.around(region.enterAt, region.leaveAt, `${enter(probe)} `, `; ${leave(probe)} `);
  if (!probe.guarded) return;
  // An exception that leaves the region closes it before a handler of the same function runs.
  for (const node of region.around) {
    if (node.type !== 'TryStatement') continue;
    for (const handler of [node.handler?.body, node.finalizer]) {
      if (handler && from < handler.start)
        insertions.around(handler.start + 1, handler.end - 1, ` ${abandonIfOpen(probe)} `, '');
    }
  }
}

/** Declares the variables of all probes in a function, brackets its body for its own probe, and leaves at its exits. */
function bracketFunction(
  insertions: Insertions,
  owner: FunctionNode,
  placed: readonly Placed[],
  { exits, reportsSuspensions }: ProbeContext,
): void {
  const probes = placed.map(({ probe }) => probe);
  const whole = placed.filter(({ region }) => region === null).map(({ probe }) => probe);
  const guarded = probes.filter((probe) => probe.guarded);
  if (guarded.length > 0) checkBlock(insertions.source, owner);
  leaveAtExits(exits, owner, placed);
  const begin = [...probes.map(declare), ...(guarded.length > 0 ? ['try {'] : []), ...whole.map(enter)].join(
    ' ',
  );
  const continued = reportsSuspensions && suspends(owner) ? ` ${resume}` : '';
  const guard =
    guarded.length > 0
      ? ` } finally {${continued} ${guarded.toReversed().map(abandonIfOpen).join(' ')} }`
      : '';
  const end = whole.toReversed().map(leave).join(' ');
  const { from, to, isExpression } = bodyText(insertions.source, owner);
  if (isExpression)
    insertions.around(from, to, ` { ${begin} const $hpValue = (0, `, `); ${end} return $hpValue;${guard} }`);
  else insertions.around(from, to, `; ${begin}`, `; ${end}${guard} `);
}
