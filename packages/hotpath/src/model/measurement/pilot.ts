/** The untouched path from its first operation on, in a process where a copy of it ran before. */
export interface Pilot {
  readonly course: readonly Milestone[];
  /** When V8 compiled or threw away the path's code, ms since the first operation; null where there is no log. */
  readonly compiledAtMs: readonly number[] | null;
}

/** So many milestones while the machine is calm tell the levels of a path apart. */
export const tellingMilestones = 40;

/** When a variant is warm: behind so many operations, or when the untouched path has come to rest before. */
export interface WarmUpGoal {
  readonly operations: number;
  /** Behind so few operations V8 is not quiet yet, however fast the path already is. */
  readonly least: number;
  /** What an operation of the untouched path took at rest, where the machine was calm; null where that is unknown. */
  readonly restNs: number | null;
}

/** How far the path had come. */
export interface Milestone {
  readonly ms: number;
  readonly operations: number;
  /** ns an operation since the milestone before. */
  readonly ns: number;
  /** What the yardstick took since then, on average. */
  readonly yardstickNs: number;
  /** Share of its time that it lost to other threads. */
  readonly lostShare: number;
}
