import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { SpanSum } from '../../../model/measurement/measurement.js';
import type { ClockKind } from '../../variant-job.js';
import { platform } from '../platform.js';
import { createProcessorClock, type ProcessorClock } from '../processor/processor-clock.js';

/** A clock that sums its spans by call-tree node. */
export interface SpanClock {
  readonly pair: ProbeFunctions;
  /** The sums since the last call, by node; resets them. */
  take(): SpanSum[];
}

type Hrtime = (time?: [number, number]) => [number, number];

/** Index of the first sum in a clock's state. */
const firstSum = 2;

/*
 * Each clock is compiled from its own text: functions made from one text share their type feedback, and one variant's
 * behaviour would then change another's machine code.
 *
 * state[0] and state[1] hold the time of entry (s, ns); from state[2] on there are pairs of sum and count.
 * V8 inlines neither function: it would do so in some places and not in others, and a pair would cost another amount there.
 *
 * process.hrtime is the cheapest clock of Node; its two numbers are kept apart so that no number is boxed.
 */
const addSpan = `
        const at = 2 + 2 * tree.current;
        state[at] += (now[0] - state[0]) * 1e9 + (now[1] - state[1]);
        state[at + 1] += 1;`;

/** Never runs. It makes a function longer than V8's `--max-inlined-bytecode-size`, 460. */
const tooLong = `if (state[0] === -1) { ${'state[0] = state[0] + 1; '.repeat(60)} }`;

const bodies: Readonly<Record<ClockKind, string>> = {
  'one-by-one': `
    const enter = () => { ${tooLong} const now = hrtime(); state[0] = now[0]; state[1] = now[1]; return 1; };
    const leave = () => { const now = hrtime(); ${addSpan} ${tooLong} };`,
  // Only the outermost execution is timed.
  nested: `
    let depth = 0;
    const enter = () => {
      ${tooLong}
      if (depth++ === 0) { const now = hrtime(); state[0] = now[0]; state[1] = now[1]; }
      return 1;
    };
    const leave = () => {
      if (--depth === 0) { const now = hrtime(); ${addSpan} }
      ${tooLong}
    };`,
  // The time of entry lives in the activation, so that executions may interleave.
  suspended: `
    const enter = () => { ${tooLong} const now = hrtime(); const entered = now[0] * 1e9 + now[1]; return entered; };
    const leave = (entered) => {
      const now = hrtime();
      const at = 2 + 2 * tree.current;
      state[at] += now[0] * 1e9 + now[1] - entered;
      state[at + 1] += 1;
      ${tooLong}
    };`,
  // Wall time minus processor time.
  waiting: `
    const off = () => { const now = hrtime(); return now[0] * 1e9 + now[1] - ran(); };
    const enter = off;
    const leave = (entered) => {
      const at = 2 + 2 * tree.current;
      state[at] += off() - entered;
      state[at + 1] += 1;
    };`,
};

/** The call-tree node to which the next span belongs, or below which it is. */
export interface TreePosition {
  current: number;
}

/**
 * A clock for one place of one variant, with room for `nodes` positions. A span is added to the position at the time of
 * leaving. `id` must be new in the fork.
 */
export function createSpanClock(
  id: string,
  kind: ClockKind,
  nodes: number,
  position: TreePosition,
): SpanClock {
  const state = new Float64Array(firstSum + 2 * nodes);
  const text = `/* ${id} */ "use strict"; ${bodies[kind]} return { enter, leave, abandon: leave };`;
  const make = new Function('hrtime', 'state', 'tree', 'ran', text) as (
    hrtime: Hrtime,
    state: Float64Array,
    tree: TreePosition,
    ran: ProcessorClock | null,
  ) => ProbeFunctions;
  return {
    pair: make(platform.hrtime, state, position, kind === 'waiting' ? createProcessorClock() : null),
    take: () => takeSums(state, nodes),
  };
}

function takeSums(state: Float64Array, nodes: number): SpanSum[] {
  const sums: SpanSum[] = [];
  for (let node = 0; node < nodes; node++) {
    const at = firstSum + 2 * node;
    const count = state[at + 1] as number;
    if (count > 0) sums.push({ node, sumNs: state[at] as number, count });
    state[at] = 0;
    state[at + 1] = 0;
  }
  return sums;
}
