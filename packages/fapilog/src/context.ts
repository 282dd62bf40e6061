import { AsyncLocalStorage } from 'node:async_hooks';

/** Named values of a log line. */
export type Fields = Readonly<Record<string, unknown>>;

/** The bound values of one asynchronous scope. Immutable: a change replaces the scope. */
export interface Scope {
  readonly bound: Fields;
  /** The correlation id of all lines of the scope; if `undefined`, each line generates its own. */
  readonly correlationId: string | undefined;
}

export const NO_FIELDS: Fields = Object.freeze({});
const EMPTY_SCOPE: Scope = Object.freeze({ bound: NO_FIELDS, correlationId: undefined });

/**
 * Values bound to the current asynchronous context. Every change installs a new scope object, so values that a child
 * binds are visible in the child's own continuations, and not in contexts that branched off earlier.
 */
export class BoundContext {
  readonly #storage = new AsyncLocalStorage<Scope>();

  current(): Scope {
    return this.#storage.getStore() ?? EMPTY_SCOPE;
  }

  /** Adds values for the rest of the current asynchronous context. A later value replaces an earlier one. */
  bind(values: Fields): void {
    const { bound, correlationId } = this.current();
    this.#storage.enterWith({ bound: { ...bound, ...values }, correlationId });
  }

  unbind(...keys: readonly string[]): void {
    const { bound, correlationId } = this.current();
    const kept = Object.entries(bound).filter(([key]) => !keys.includes(key));
    this.#storage.enterWith({ bound: Object.fromEntries(kept), correlationId });
  }

  /** Removes all bound values and the correlation id. */
  clear(): void {
    this.#storage.enterWith(EMPTY_SCOPE);
  }

  /** Runs `work` with added values, which are removed when it ends, synchronously or not. Returns the result of `work`. */
  run<T>(values: Fields, work: () => T): T {
    const { bound, correlationId } = this.current();
    return this.#storage.run({ bound: { ...bound, ...values }, correlationId }, work);
  }

  /** Runs `work` with one correlation id for all its lines. Returns the result of `work`. */
  runCorrelated<T>(correlationId: string, work: () => T): T {
    return this.#storage.run({ bound: this.current().bound, correlationId }, work);
  }
}
