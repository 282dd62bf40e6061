import type { Fields } from './context.js';
import { mergeFields } from './merge-fields.js';

export interface ErrorAndExtra {
  readonly error: Error | undefined;
  readonly extra: Fields | undefined;
}

/** Sorts the arguments of `error(message, errorOrExtra?, extra?)`. An Error in `extra.error` or `extra.err` is taken out. */
export function errorAndExtra(first: Error | Fields | undefined, second: Fields | undefined): ErrorAndExtra {
  if (first instanceof Error) return { error: first, extra: second };
  if (first === undefined) return { error: undefined, extra: second };
  try {
    return takeError(second === undefined ? first : mergeFields(first, second));
  } catch {
    // A getter of the caller threw. The following merge reads the values one by one.
    return { error: undefined, extra: first };
  }
}

function takeError(extra: Fields): ErrorAndExtra {
  if (extra.error instanceof Error) {
    const { error, ...rest } = extra;
    return { error: extra.error, extra: rest };
  }
  if (extra.err instanceof Error) {
    const { err, ...rest } = extra;
    return { error: extra.err, extra: rest };
  }
  return { error: undefined, extra };
}
