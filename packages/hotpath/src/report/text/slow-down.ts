/** The effect of turning inlining off, in words. `slowDown` is null when it is unknown. */
export function slowDownText(slowDown: number | null, subject: 'path' | 'program'): string {
  const by = slowDown === null ? '' : `, which makes the ${subject} ${slowDown.toFixed(2)} times as long`;
  return `with inlining off${by}`;
}
