import type { WarmUpGoal } from '../../../model/measurement/pilot.js';

/** At rest, a path is at most this share faster or slower than in the pilot. */
const tolerance = 0.15;

/** The fastest of this many turns gives the time of an operation. */
const windowTurns = 4;

/** Each variant has its own code, which V8 compiles after more operations than it needs for the path alone. */
const margin = 1.5;

/** Watches during warm-up whether the untouched path is at rest. */
export interface RestWatch {
  /** Adds a turn without pre-emption: ns per operation, and the operations up to its end. */
  add(ns: number, operations: number): void;
  /** Operations after which all variants are warm: the goal's, or fewer if the path came to rest earlier, stayed so, and V8 no longer compiles. */
  wanted(): number;
}

export function createRestWatch({ operations: most, least, restNs }: WarmUpGoal): RestWatch {
  const window: number[] = [];
  let restsSince = Number.POSITIVE_INFINITY;
  return {
    add(ns, operations) {
      window.push(ns);
      if (window.length > windowTurns) window.shift();
      const atRest = restNs !== null && Math.abs(Math.min(...window) / restNs - 1) <= tolerance;
      restsSince = atRest ? Math.min(restsSince, operations) : Number.POSITIVE_INFINITY;
    },
    wanted: () => Math.max(least, Math.min(most, margin * restsSince)),
  };
}
