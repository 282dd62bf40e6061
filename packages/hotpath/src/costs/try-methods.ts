import type { CopyMethod, Payload } from './copy-methods.js';
import { refusalOf } from './refusal.js';

/** Whether a method copies a payload at all. */
export interface TriedMethod {
  readonly method: CopyMethod;
  /** Why it cannot, in a few words; null where it can. */
  readonly refusal: string | null;
  /** What the second copy took, ms: V8 has compiled nothing yet, so it tells no more than the order of magnitude. */
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
