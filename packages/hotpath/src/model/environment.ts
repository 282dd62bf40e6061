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
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}
