/** The place of the call that made a function from text. */
export interface Maker {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
}

/** The file, next to a made file, that holds its maker as JSON; null where that is unknown. */
export const makerFile = 'maker.json';

/** Whether a file stands for a function that a program made from text, such as with `new Function`. */
export function isMadeFile(file: string): boolean {
  return /[\\/]made@[^\\/]*\.cjs$/.test(file);
}

/** The name of such a file, by which a reader finds the maker. */
export function madeFileName(maker: Maker | null): string {
  const name = maker?.file
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[^\w.-]+/g, '_');
  return `made@${maker ? `${name}-${maker.line}` : 'unknown'}.cjs`;
}
