import type { Comment, ParsedSource } from '../syntax/parse.js';
import type { MarkPair } from './region-marks.js';

/** Marks of editors other than `// #region`, and the same in a block comment. */
const opening = /^[\s*]*(?:#?region\b[ \t:]*(.*?)|<editor-fold\b(?:.*?\bdesc="([^"]*)")?.*?)[\s*]*$/;
const closing = /^[\s*]*(?:#?endregion\b.*?|<\/editor-fold>.*?)[\s*]*$/;

/**
 * Pairs of fold marks that are no region marks, such as `// region NAME`, and region marks in block comments. Comments
 * of prose have no pair.
 */
export function pairOtherMarks({ comments }: ParsedSource): MarkPair[] {
  const pairs: MarkPair[] = [];
  const open: { readonly name: string; readonly comment: Comment }[] = [];
  for (const comment of comments) {
    if (comment.type === 'Line' && /^\s*#/.test(comment.value)) continue;
    const opened = opening.exec(comment.value);
    if (opened) open.push({ name: opened[1] || opened[2] || '', comment });
    const first = closing.test(comment.value) ? open.pop() : undefined;
    if (first) pairs.push({ name: first.name, open: first.comment, close: comment });
  }
  return pairs;
}
