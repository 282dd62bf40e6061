import type { Replacement } from '../../model/path/replacement.js';
import type { RowsWanted } from '../rows/wanted-rows.js';

/** What of a path is measured. */
export interface Scope {
  /** Its rows; left out: `either`. */
  readonly rows?: RowsWanted | undefined;
  /** Whether the floors of its specification are measured too. */
  readonly floors?: boolean;
  /** Whether it is also measured without each of its rows, and with the code that is proposed for them. */
  readonly skips?: boolean;
  /** Code that is proposed for its regions, in addition to what its specification proposes. */
  readonly replacements?: readonly Replacement[];
}
