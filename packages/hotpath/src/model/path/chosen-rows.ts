import type { Maker } from '../text/made-file.js';

/** How rows were chosen for a path that names none. */
export interface ChosenRows {
  /** Different functions of the path's files that samples fell into. */
  readonly functions: number;
  readonly samples: number;
  /** Share of the samples in which Node's own code ran without a file of the path around it: no row can be there. */
  readonly withoutFile: number;
  /** Why each chosen place is not divided further; the chosen places are the last of a plan. */
  readonly undivided: readonly string[];
  /** Why the path has none of them, as it does not run with them; left out where it does. */
  readonly refused?: string | undefined;
  /** The functions made from text in which rows were chosen. */
  readonly made: readonly MadeText[];
}

/** A function that the path made from text. */
export interface MadeText {
  /** As the names of its rows begin. */
  readonly name: string;
  /** Where it is made; null where that is unknown. */
  readonly maker: Maker | null;
  /** As its rows' lines count: with statements on lines of their own. */
  readonly text: string;
}
