import type { Comment, ParsedSource } from '../syntax/parse.js';

/** An opening mark and its closing mark. */
export interface MarkPair {
  readonly name: string;
  readonly open: Comment;
  readonly close: Comment;
}

/** A mark that folds text in an editor and makes no row. */
export interface OnlyFold {
  /** UTF-16 offset of the mark. */
  readonly start: number;
  /** Why it makes no row. */
  readonly why: string;
  /** How it would make one. */
  readonly hint: string;
  /** Whether it is a mark of a row, in the wrong place; else a mark of another style. */
  readonly isRegionMark: boolean;
}

/** The marks of a source. */
export interface Marks {
  /** Pairs that nest, inner pairs first. */
  readonly pairs: readonly MarkPair[];
  readonly onlyFolds: readonly OnlyFold[];
}

const opening = /^\s*#region\b[ \t:]*(.*?)\s*$/;
const closing = /^\s*#endregion\b[ \t:]*(.*?)\s*$/;

interface OpenMark {
  readonly name: string;
  readonly comment: Comment;
  /** Whether another region begins in it and ends outside, or the reverse. */
  crossed: boolean;
}

/**
 * Pairs the marks of a source by their nesting, as editors do. A name after `#endregion` must be that of the region; then regions cross
 * where it is the name of another open one, and none of them is a pair.
 */
export function pairMarks({ comments, lineAt }: ParsedSource): Marks {
  const pairs: MarkPair[] = [];
  const onlyFolds: OnlyFold[] = [];
  const open: OpenMark[] = [];
  const close = (comment: Comment, name: string): void => {
    const misnamed = misnamedEnd(open, name, lineAt);
    if (misnamed) onlyFolds.push({ start: comment.start, isRegionMark: true, ...misnamed });
    const opened = open.pop();
    if (opened && !opened.crossed && !misnamed)
      pairs.push({ name: opened.name, open: opened.comment, close: comment });
  };
  for (const comment of comments) {
    if (comment.type !== 'Line') continue;
    const opened = opening.exec(comment.value);
    if (opened) open.push({ name: opened[1] || `line ${lineAt(comment.start)}`, comment, crossed: false });
    const closed = closing.exec(comment.value);
    if (closed) close(comment, closed[1] ?? '');
  }
  onlyFolds.push(...open.filter(({ crossed }) => !crossed).map(unclosed));
  return { pairs, onlyFolds };
}

/** What is wrong about an end with a name, if anything; notes which of the open regions are crossed. */
function misnamedEnd(
  open: readonly OpenMark[],
  name: string,
  lineAt: ParsedSource['lineAt'],
): Pick<OnlyFold, 'why' | 'hint'> | null {
  const inner = open.at(-1);
  if (!inner)
    return { why: '`#endregion` without a region', hint: 'Remove it, or add `// #region NAME` before it.' };
  if (name === '' || name === inner.name) return null;
  const place = `region "${inner.name}" of line ${lineAt(inner.comment.start)}`;
  const named = open.findLastIndex((one) => one.name === name);
  if (named === -1)
    return {
      why: `\`#endregion ${name}\` does not name ${place}, which it closes`,
      hint: 'Write the name of the region, or nothing, after `#endregion`.',
    };
  for (const one of open.slice(named)) one.crossed = true;
  return {
    why: `\`#endregion ${name}\` crosses ${place}`,
    hint: 'Close the inner region first: regions can be nested, but not overlap.',
  };
}

function unclosed({ name, comment }: OpenMark): OnlyFold {
  return {
    start: comment.start,
    why: `region "${name}" is never closed`,
    hint: 'Add `// #endregion` after its last statement.',
    isRegionMark: true,
  };
}
