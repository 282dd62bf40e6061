/** A path that the command line states without a specification. */
export interface StatedPath {
  /** What it is called in reports. */
  readonly name: string;
  /** What it is called in messages: the words of the user. */
  readonly word: string;
  /** The extension of its specification. */
  readonly extension: '.mjs' | '.mts';
  /** Gives the text of its specification, after it has written what that needs: files whose names begin with `stem`. */
  write(temporary: string, stem: string): string;
  /** Where the user wrote a line of that text, such as `--eval:2`; null for lines that the user did not write. */
  placeOf(line: number): string | null;
}

/** URL of the folder of what such specifications import. */
export const statedModules = new URL('../../stated/', import.meta.url).href;
