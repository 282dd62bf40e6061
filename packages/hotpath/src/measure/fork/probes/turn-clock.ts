import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';
import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { SpanSum } from '../../../model/measurement/measurement.js';
import { platform } from '../platform.js';
import type { TreePosition } from './span-runtime.js';
import { createTurns } from './turns.js';

/** A clock that stops while the activation in which it is open is suspended. */
export interface TurnClock {
  readonly pair: ProbeFunctions;
  readonly turns: SuspensionRuntime;
  /** The sums since the last call, by node; resets them. */
  take(): SpanSum[];
}

interface Sums {
  runNs: number;
  /** Times of leaving minus times of entry. */
  elapsedNs: number;
  /** Entries: an execution may be left through its end, by `return()` of its generator, or never. */
  count: number;
  pairs: number;
  open: number;
}

/**
 * A clock for a place whose executions overlap in time. It runs while the position is one of `nodes`, and an activation that
 * is resumed moves the position to its own. Spans of different activations therefore neither overlap nor mix, and their sum
 * is at most the whole. `down` gives the place's node below a position; the same node for a place inside itself.
 */
export function createTurnClock(
  nodes: readonly number[],
  down: (position: number) => number | undefined,
  position: TreePosition,
): TurnClock {
  const sums = new Map<number, Sums>(nodes.map((node) => [node, noSums()]));
  let seconds = 0;
  let nanoseconds = 0;
  const { hrtime } = platform;
  const [epoch] = hrtime();
  const moveTo = (next: number): void => {
    if (next === position.current) return;
    const left = sums.get(position.current);
    position.current = next;
    if (left) {
      const now = hrtime();
      left.runNs += (now[0] - seconds) * 1e9 + (now[1] - nanoseconds);
      left.pairs++;
      seconds = now[0];
      nanoseconds = now[1];
    }
    if (sums.has(next)) {
      const now = hrtime();
      seconds = now[0];
      nanoseconds = now[1];
    }
  };
  const lastRead = (): number => (seconds - epoch) * 1e9 + nanoseconds;
  const leave = (before: number): void => {
    const own = sums.get(position.current);
    if (!own || before === position.current) return;
    moveTo(before);
    own.elapsedNs += lastRead();
    own.open--;
  };
  const abandon = (at: number): void => {
    const own = sums.get(at);
    if (!own) return;
    const now = hrtime();
    own.elapsedNs += (now[0] - epoch) * 1e9 + now[1];
    own.open--;
  };
  return {
    pair: {
      enter() {
        const before = position.current;
        const node = down(before);
        const own = node === undefined || node === before ? undefined : sums.get(node);
        if (node === undefined || !own) return before;
        moveTo(node);
        own.elapsedNs -= lastRead();
        own.count++;
        own.open++;
        return before;
      },
      leave,
      abandon: leave,
    },
    turns: createTurns(() => position.current, moveTo, abandon),
    take: () => [...sums].flatMap(([node, own]) => takeSums(node, own)),
  };
}

function noSums(): Sums {
  return { runNs: 0, elapsedNs: 0, count: 0, pairs: 0, open: 0 };
}

function takeSums(node: number, own: Sums): SpanSum[] {
  const { runNs, elapsedNs, count, pairs, open } = own;
  // Open executions have a time of entry and none of leaving.
  const offNs = open === 0 ? elapsedNs - runNs : null;
  if (open === 0) Object.assign(own, noSums());
  else Object.assign(own, { runNs: 0, count: 0, pairs: 0 });
  return count > 0 || runNs > 0 ? [{ node, sumNs: runNs, count, pairs, offNs }] : [];
}
