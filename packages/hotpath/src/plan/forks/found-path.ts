import type { WarmUpGoal } from '../../model/measurement/pilot.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { ChosenRows } from '../../model/path/chosen-rows.js';
import type { FoldMark } from '../../model/path/fold-mark.js';
import type { HotPath } from '../../model/path/path.js';
import type { RowPlace } from '../../model/path/row.js';

/** What is known of a path before it is planned: its places, how they ran, and what its pilot found. */
export interface FoundPath {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  /** How the places were chosen; left out where the path names them. */
  readonly chosen?: ChosenRows | undefined;
  /** Marks in its sources that make no row. */
  readonly foldMarks: readonly FoldMark[];
  readonly tree: CallTree;
  readonly warmUpGoal: WarmUpGoal;
  /** Whether processors are to be kept awake. */
  readonly keepsAwake: boolean;
}

/** Time of an operation at rest where the pilot knows it, else of a traced one, which is longer; ns. */
export function warmNs({ tree, warmUpGoal }: Pick<FoundPath, 'tree' | 'warmUpGoal'>): number {
  return warmUpGoal.restNs ?? tree.nsPerOperation;
}
