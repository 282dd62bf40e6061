/** Gives what is thrown at the bottom of the calls. */
export type MakeError = () => Error;

/** Calls itself `depth` times and throws there, or returns where there is nothing to throw. */
export function throwBelow(depth: number, make: MakeError | null): number {
  if (depth > 1) return throwBelow(depth - 1, make) + 1;
  if (make !== null) throw make();
  return 0;
}

/** The same with a function that awaits at every level; the last one was suspended once, as behind a request. */
export async function rejectBelow(depth: number, make: MakeError | null): Promise<number> {
  if (depth > 1) return (await rejectBelow(depth - 1, make)) + 1;
  await null;
  if (make !== null) throw make();
  return 0;
}

export function plainError(): Error {
  return new Error('the connection was refused');
}

/** An error below `causes` others. */
export function causedError(causes: number): Error {
  let error = plainError();
  for (let n = 0; n < causes; n++) error = new Error('the request failed', { cause: error });
  return error;
}

export function aggregatedError(errors: number): Error {
  return new AggregateError(Array.from({ length: errors }, plainError), 'all of them failed');
}
