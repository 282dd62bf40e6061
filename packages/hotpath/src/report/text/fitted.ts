import stringWidth from 'string-width';

/** A text cut to some terminal cells, with an ellipsis; empty where not even three cells are left. */
export function fitted(text: string, cells: number): string {
  if (cells < 3) return '';
  // A character takes two cells at most, so a longer text need not be measured.
  if (text.length <= 2 * cells && stringWidth(text) <= cells) return text;
  let used = 1;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, 4 * cells))) {
    used += stringWidth(segment);
    if (used > cells) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}
