/** What a path's rows must come to, known by construction. */
export interface Truth {
  /** Work of one operation, in any unit. */
  readonly whole: number;
  /** Work of each row with its child rows, an operation, by row id. */
  readonly rows: Readonly<Record<string, number>>;
  /** Whether the bytes that rows allocate have the same ratios. */
  readonly bytes?: boolean;
}
