/** The untouched path from its first operation on, in a fork where a copy of it ran before. */
export interface Pilot {
  readonly course: readonly Milestone[];
  /** When V8 compiled or discarded the path's code, ms since the first operation; null without a log. */
  readonly compiledAtMs: readonly number[] | null;
  /** Whether the path was clearly faster while all processors were kept awake; always false for a path that does not wait. */
  readonly keepsAwake: boolean;
}

/** Fewest calm milestones that separate a path's levels of speed. */
export const tellingMilestones = 40;

/** A variant is warm after this many operations, or earlier if the untouched path is already at rest. */
export interface WarmUpGoal {
  readonly operations: number;
  /** The earliest end of the warm-up: V8 still compiles until then, however fast the path already is. */
  readonly least: number;
  /** Time of one operation of the untouched path at rest on a calm machine, ns; null where unknown. */
  readonly restNs: number | null;
}

/** One stretch of a pilot's course. */
export interface Milestone {
  /** End of the stretch: ms, and operations, since the first operation. */
  readonly ms: number;
  readonly operations: number;
  /** ns per operation since the previous milestone. */
  readonly ns: number;
  /** Mean time of the yardstick in the stretch, ns. */
  readonly yardstickNs: number;
  /** Share of the stretch in which the thread was pre-empted. */
  readonly lostShare: number;
}
