/** A doubt about the numbers, or a consequence that the reader should know: data, not an exception. */
export interface Finding {
  /** The rule's name, kebab-case; stable across versions. */
  readonly id: string;
  readonly severity: 'note' | 'warning';
  readonly message: string;
  readonly evidence: Readonly<Record<string, number | string | readonly string[]>>;
  readonly advice: string;
}
