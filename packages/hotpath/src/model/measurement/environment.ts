/** The machine, its load and Node at the start of a measurement. */
export interface Environment {
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  /** Load average over one minute at the start; 0 where the system does not report it. */
  readonly load: number;
  /** Flags from NODE_OPTIONS, which forks inherit. */
  readonly nodeOptions: readonly string[];
  /** Whether a debugger or profiler can connect to the forks. */
  readonly inspector: boolean;
  /** The frequency governor by its Linux name; "unknown" where the system does not report it. */
  readonly governor: string;
  /** What the system reads the time from, such as `tsc`; "unknown" where it does not report it. It decides what a clock read costs. */
  readonly clockSource: string;
  /** Clock rate of a processor when the measurement began, MHz; null where the system does not report it. */
  readonly megahertz: number | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}
