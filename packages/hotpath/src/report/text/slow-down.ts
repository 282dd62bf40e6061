/** What turning inlining off did, in words; `subject` is what was slowed. */
export function slowDownText(slowDown: number | null, subject: 'path' | 'program'): string {
  const by = slowDown === null ? '' : `, which makes the ${subject} ${slowDown.toFixed(2)} times as long`;
  return `with inlining off${by}`;
}
