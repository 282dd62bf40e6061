import type { WarmUpGoal } from '../../../model/measurement/pilot.js';

/** A path at rest takes as long as it did in the pilot, give or take so much. */
const tolerance = 0.15;

/** The quickest of so many turns tells how long an operation takes. */
const windowTurns = 4;

/** Variants have code of their own, which V8 compiles after more operations than that of the path alone. */
const margin = 1.5;

/** Watches the untouched path while it is warmed up. */
export interface RestWatch {
  /** Adds a turn that was not pre-empted: ns an operation, and the operations up to its end. */
  add(ns: number, operations: number): void;
  /** Operations after which all variants are warm: the goal's, or fewer where the path came to rest before, stayed, and V8 was quiet. */
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
