import type { Column } from './columns.js';

/** A quantity that was measured in several replicates. */
export interface Measured {
  /** One value per replicate. */
  readonly values: Column;
  /** Standard deviation of the error that all replicates share. */
  readonly systematic: number;
}
