import type { CopyMethod, Payload } from './copy-methods.js';

/** Whether a method copies a payload at all. */
export interface TriedMethod {
  readonly method: CopyMethod;
  /** Why it cannot, in a few words; null where it can. */
  readonly refusal: string | null;
}

/** Runs each method once on a payload. */
export function tryMethods(methods: readonly CopyMethod[], payload: Payload): readonly TriedMethod[] {
  return methods.map((method) => ({ method, refusal: refusalOf(() => method.copy(payload)) }));
}

/** What running something threw, in a few words; null where it threw nothing. */
export function refusalOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (problem) {
    return inWords(problem);
  }
}

/** V8 and Node say the same in sentences of their own. */
function inWords(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem);
  if (/circular|call stack/i.test(text)) return 'cycle';
  return /could not be cloned/.test(text) ? 'cannot be cloned' : (text.split('\n', 1)[0] as string);
}
