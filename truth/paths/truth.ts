/** What the rows of a path take, known by construction. */
export interface Truth {
  /** Work of one operation, in any unit. */
  readonly whole: number;
  /** Work of each row and its child rows in one operation, by row id. */
  readonly rows: Readonly<Record<string, number>>;
  /** Whether the bytes that rows allocate have the same ratios. */
  readonly bytes?: boolean;
}
