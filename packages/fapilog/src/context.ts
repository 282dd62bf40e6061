import { AsyncLocalStorage } from 'node:async_hooks';

/** Named values of a log line. */
export type Fields = Readonly<Record<string, unknown>>;

/** What one asynchronous scope has bound; replaced as a whole, never edited. */
export interface Scope {
  readonly bound: Fields;
  /** Given to every line of the scope; `undefined` lets each line generate its own. */
  readonly correlationId: string | undefined;
}

export const NO_FIELDS: Fields = Object.freeze({});
const EMPTY_SCOPE: Scope = Object.freeze({ bound: NO_FIELDS, correlationId: undefined });

/**
 * Values bound to the current asynchronous context. Every change installs a new scope object, so what a child
 * binds is seen by the child's own continuations and not by contexts that branched off earlier.
 */
export class BoundContext {
  readonly #storage = new AsyncLocalStorage<Scope>();

  current(): Scope {
    return this.#storage.getStore() ?? EMPTY_SCOPE;
  }

  /** Adds values for the rest of the current asynchronous context; a later value wins. */
  bind(values: Fields): void {
    const { bound, correlationId } = this.current();
    this.#storage.enterWith({ bound: { ...bound, ...values }, correlationId });
  }

  unbind(...keys: readonly string[]): void {
    const { bound, correlationId } = this.current();
    const kept = Object.entries(bound).filter(([key]) => !keys.includes(key));
    this.#storage.enterWith({ bound: Object.fromEntries(kept), correlationId });
  }

  /** Forgets every bound value and the correlation id. */
  clear(): void {
    this.#storage.enterWith(EMPTY_SCOPE);
  }

  /** Runs `work` with added values; they end with it, also when it is asynchronous. Returns what `work` returns. */
  run<T>(values: Fields, work: () => T): T {
    const { bound, correlationId } = this.current();
    return this.#storage.run({ bound: { ...bound, ...values }, correlationId }, work);
  }

  /** Runs `work` so that all its lines carry one correlation id. Returns what `work` returns. */
  runCorrelated<T>(correlationId: string, work: () => T): T {
    return this.#storage.run({ bound: this.current().bound, correlationId }, work);
  }
}
