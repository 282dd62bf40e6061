import { UserError } from '../../errors.js';
import type { Comment, ParsedSource } from '../syntax/parse.js';

/** An opening mark and its closing mark. */
export interface MarkPair {
  readonly name: string;
  readonly open: Comment;
  readonly close: Comment;
}

const opening = /^\s*#region\b[ \t]*(.*?)\s*$/;
const closing = /^\s*#endregion\b[ \t]*(.*?)\s*$/;

/** Pairs the marks of a source, inner pairs first. Throws a UserError with file:line for a mark without its counterpart, or regions that cross. */
export function pairMarks(source: ParsedSource): MarkPair[] {
  const pairs: MarkPair[] = [];
  const open: { name: string; comment: Comment }[] = [];
  for (const comment of source.comments) {
    if (comment.type !== 'Line') continue;
    const opened = opening.exec(comment.value);
    if (opened) {
      open.push({ name: opened[1] || `line ${source.lineAt(comment.start)}`, comment });
      continue;
    }
    const closed = closing.exec(comment.value);
    if (!closed) continue;
    pairs.push(closePair(source, open.pop(), comment, closed[1] ?? ''));
  }
  const unclosed = open.pop();
  if (unclosed) {
    throw regionError(
      source,
      unclosed.comment,
      `region "${unclosed.name}" is never closed`,
      'Add `// #endregion` after its last statement.',
    );
  }
  return pairs;
}

function closePair(
  source: ParsedSource,
  opened: { name: string; comment: Comment } | undefined,
  close: Comment,
  closingName: string,
): MarkPair {
  if (!opened) {
    throw regionError(
      source,
      close,
      '`#endregion` without a region',
      'Remove it, or add `// #region NAME` before it.',
    );
  }
  if (closingName !== '' && closingName !== opened.name) {
    throw regionError(
      source,
      close,
      `\`#endregion ${closingName}\` crosses region "${opened.name}" of line ${source.lineAt(opened.comment.start)}`,
      'Close the inner region first: regions can be nested, but not overlap.',
    );
  }
  return { name: opened.name, open: opened.comment, close };
}

export function regionError(source: ParsedSource, at: Comment, what: string, hint: string): UserError {
  return new UserError(`${source.file}:${source.lineAt(at.start)}: ${what}`, hint);
}
