/** How rows were chosen for a path that names none. */
export interface ChosenRows {
  /** Different functions of the path's files that samples fell into. */
  readonly functions: number;
  readonly samples: number;
  /** Why each chosen place is not divided further; the chosen places are the last of a plan. */
  readonly undivided: readonly string[];
}
