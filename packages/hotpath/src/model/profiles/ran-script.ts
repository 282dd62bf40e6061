/** A script as V8 ran it, where that is not the text of the file by which it is named: a loader may have changed it. */
export interface RanScript {
  /** Absolute path; `node:…` for a script of Node; `script:N` for one without a name. */
  readonly file: string;
  /** In V8's lines: line breaks precede the text of a script that starts at a later line. */
  readonly text: string;
  /** Number of these line breaks. Offsets of coverage begin after them. */
  readonly lead: number;
}
