import type { CopyMethod, Payload } from './copy-methods.js';
import { refusalOf } from './refusal.js';

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
