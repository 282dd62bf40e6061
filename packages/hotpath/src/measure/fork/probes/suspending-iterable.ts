/** What is called around each call of an iterator's method. */
export interface Around {
  before(): void;
  after(): void;
}

type Method = (...given: unknown[]) => unknown;

/**
 * An iterable that `for await` or `yield*` takes instead of the given one: the function that iterates may be suspended whenever a method
 * of the iterator has returned. Each property is read as often as without it, and each value is passed on as it is. What cannot be
 * iterated is returned, so that the engine reports it.
 */
export function suspendingIterable<T>(iterable: T, isAsync: boolean, around: Around): T {
  if (iterable === null || iterable === undefined) return iterable;
  const read = (symbol: symbol): unknown => (iterable as Record<symbol, unknown>)[symbol];
  const wrapped = (symbol: symbol, method: unknown): T =>
    ({ [symbol]: () => suspendingIterator(Reflect.apply(method as Method, iterable, []), around) }) as T;
  const ofAsync = isAsync ? read(Symbol.asyncIterator) : undefined;
  if (typeof ofAsync === 'function') return wrapped(Symbol.asyncIterator, ofAsync);
  if (ofAsync !== undefined && ofAsync !== null) return iterable;
  const ofSync = read(Symbol.iterator);
  return typeof ofSync === 'function' ? wrapped(Symbol.iterator, ofSync) : iterable;
}

function suspendingIterator(iterator: unknown, around: Around): unknown {
  if ((typeof iterator !== 'object' && typeof iterator !== 'function') || iterator === null) return iterator;
  const own = iterator as Record<'next' | 'return' | 'throw', unknown>;
  const suspending = (method: unknown): unknown => {
    if (typeof method !== 'function') return method;
    return (...given: unknown[]) => {
      around.before();
      const result: unknown = Reflect.apply(method, iterator, given);
      around.after();
      return result;
    };
  };
  return {
    next: suspending(own.next),
    get return() {
      return suspending(own.return);
    },
    get throw() {
      return suspending(own.throw);
    },
  };
}
