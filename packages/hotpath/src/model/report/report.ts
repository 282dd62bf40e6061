import type { Environment } from '../measurement/environment.js';
import type { Policy } from '../measurement/policy.js';
import type { MadeText } from '../path/chosen-rows.js';
import type { Finding } from './finding.js';
import type { FloorCost, Ledger } from './ledger.js';

/** The published result of one specification. */
export interface Report {
  readonly schema: 'hotpath/report@1';
  readonly path: { readonly name: string; readonly file: string };
  readonly environment: Environment;
  readonly policy: Policy & {
    readonly seed: number;
    readonly warmUpOperations: number;
    readonly forksPlanned: number;
    readonly forksMeasured: number;
    readonly replicatesMeasured: number;
    readonly batchOperations: readonly number[];
  };
  readonly ledger: Ledger;
  /** All measured floors, in the order of the specification. */
  readonly floors: readonly FloorCost[];
  readonly findings: readonly Finding[];
  /** Functions that the path made from text and that have rows; left out: none. */
  readonly made?: readonly MadeText[];
}
