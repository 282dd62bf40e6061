/** What an action threw, in a few words; null when it threw nothing. */
export function refusalOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (problem) {
    return inWords(problem);
  }
}

/** V8, Node and JSON have different sentences for the same reason. */
function inWords(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem);
  if (/circular|call stack/i.test(text)) return 'cycle';
  return /could not be cloned/.test(text) ? 'cannot be cloned' : (text.split('\n', 1)[0] as string);
}
