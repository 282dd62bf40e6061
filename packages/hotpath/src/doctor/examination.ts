/** What the doctor measures in addition to its path. */
export interface Readings {
  /** Time to wake a sleeping thread and be woken by it, ns; null where no thread can be started. */
  readonly wakingNs: number | null;
  /** Mean number of processors that other processes used meanwhile, and that the hypervisor gave away; null where unknown. */
  readonly othersProcessors: number | null;
  readonly stolenProcessors: number | null;
  /** Whether the system reports the thread's own processor time. */
  readonly threadClock: boolean;
}

/** What `hotpath doctor` found. */
export interface Examination {
  readonly checks: readonly Check[];
  /** What the machine can resolve, one sentence each. */
  readonly abilities: readonly string[];
}

export interface Check {
  readonly name: string;
  /** What was found, one line. */
  readonly found: string;
  /** `poor`: numbers measured here cannot be trusted; `note`: nothing is asked of it. */
  readonly verdict: 'good' | 'poor' | 'note';
}

/** Whether some check found the machine unfit for measuring. */
export function isUnfit({ checks }: Examination): boolean {
  return checks.some(({ verdict }) => verdict === 'poor');
}
