/** Other code that a specification proposes for a region. */
export interface Replacement {
  /** What the change is called. */
  readonly name: string;
  /** The region's name. */
  readonly row: string;
  /** Statements in its place, in the file's language. */
  readonly code: string;
}

/** The same with the region found. */
export interface PlacedReplacement {
  readonly name: string;
  /** Index among the path's places. */
  readonly place: number;
  readonly code: string;
}
