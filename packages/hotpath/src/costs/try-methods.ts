import type { CopyMethod, Payload } from './copy-methods.js';
import { refusalOf } from './refusal.js';

/** Whether a method can copy a payload. */
export interface TriedMethod {
  readonly method: CopyMethod;
  /** Why it cannot, in a few words; null when it can. */
  readonly refusal: string | null;
  /** Time of the second copy, ms: only its order of magnitude counts, because V8 has not compiled the method yet. */
  readonly ms: number;
}

/** Runs each method twice on a payload. */
export function tryMethods(methods: readonly CopyMethod[], payload: Payload): readonly TriedMethod[] {
  return methods.map((method) => {
    const refusal = refusalOf(() => method.copy(payload));
    const start = performance.now();
    if (refusal === null) method.copy(payload);
    return { method, refusal, ms: performance.now() - start };
  });
}
