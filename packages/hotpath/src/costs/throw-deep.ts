/** Makes the error that the innermost call throws. */
export type MakeError = () => Error;

/** Calls itself until it is `depth` calls deep and throws there; with null it returns instead. */
export function throwBelow(depth: number, make: MakeError | null): number {
  if (depth > 1) return throwBelow(depth - 1, make) + 1;
  if (make !== null) throw make();
  return 0;
}

/** The async form of `throwBelow`: every level awaits the next, and the innermost is suspended once, as after a request. */
export async function rejectBelow(depth: number, make: MakeError | null): Promise<number> {
  if (depth > 1) return (await rejectBelow(depth - 1, make)) + 1;
  await null;
  if (make !== null) throw make();
  return 0;
}

export function plainError(): Error {
  return new Error('the connection was refused');
}

/** An error that is the innermost cause of `causes` others. */
export function causedError(causes: number): Error {
  let error = plainError();
  for (let n = 0; n < causes; n++) error = new Error('the request failed', { cause: error });
  return error;
}

export function aggregatedError(errors: number): Error {
  return new AggregateError(Array.from({ length: errors }, plainError), 'all of them failed');
}
