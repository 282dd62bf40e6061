/** A text for any thrown value, even if its own conversion to text throws. Never throws. */
export function describe(value: unknown): string {
  try {
    return value instanceof Error ? `${value.name}: ${value.message}` : String(value);
  } catch {
    return '[a value that cannot be converted to text]';
  }
}
