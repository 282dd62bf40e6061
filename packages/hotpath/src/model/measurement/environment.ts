/** Where a measurement was taken. */
export interface Environment {
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  /** Load average over one minute at the start; 0 where the system does not say. */
  readonly load: number;
  /** Flags that Node's processes inherit, from NODE_OPTIONS. */
  readonly nodeOptions: readonly string[];
  /** Whether a debugger or profiler can talk to the measured processes. */
  readonly inspector: boolean;
  /** How the clock rate is chosen, in the words of Linux; "unknown" where the system does not say. */
  readonly governor: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}
