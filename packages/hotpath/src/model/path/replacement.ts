/** Code that a specification proposes for a region. */
export interface Replacement {
  /** Name of the change. */
  readonly name: string;
  /** The region's name. */
  readonly row: string;
  /** Statements that replace the region, in the file's language. */
  readonly code: string;
}

/** A replacement whose region is found. */
export interface PlacedReplacement {
  readonly name: string;
  /** Index of the region in the path's places. */
  readonly place: number;
  readonly code: string;
}
