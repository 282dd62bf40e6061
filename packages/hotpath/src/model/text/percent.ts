/** A share as a percentage with one digit, such as `45.8%`: the one format of percentages in text that people read. */
export function percent(share: number): string {
  const text = (100 * share).toFixed(1);
  return `${Number(text) === 0 ? text.replace('-', '') : text}%`;
}
