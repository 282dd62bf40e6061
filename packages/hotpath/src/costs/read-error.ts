/** Reads the stacks of an error, of its causes and of its aggregated errors; V8 formats each when it is first read. */
export function readStacks(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  let characters = error.stack?.length ?? 0;
  if (error.cause !== undefined) characters += readStacks(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) characters += readStacks(one);
  return characters;
}

interface Frame {
  readonly file: string | null | undefined;
  readonly line: number | null;
  readonly name: string | null;
}

/** An error's frames as values: V8 passes its call sites to `Error.prepareStackTrace` instead of formatting them. */
export function readFrames(error: Error): readonly Frame[] {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = toFrames;
  const frames = error.stack as unknown as readonly Frame[];
  Error.prepareStackTrace = before;
  return frames;
}

function toFrames(_: Error, sites: readonly NodeJS.CallSite[]): readonly Frame[] {
  return sites.map((site) => ({
    file: site.getFileName(),
    line: site.getLineNumber(),
    name: site.getFunctionName(),
  }));
}
