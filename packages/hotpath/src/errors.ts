/** Exit codes of the command line. */
export const exitCode = {
  fine: 0,
  limitExceeded: 1,
  usage: 2,
  noMeasurement: 3,
  inconclusive: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * A mistake that the user can fix. It is printed as one sentence (what and where) and a hint (what to do), never with a stack.
 */
export class UserError extends Error {
  readonly code: ExitCode;
  readonly hint: string;

  constructor(message: string, hint: string, code: ExitCode = exitCode.usage) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
  }
}

/**
 * What a path that a command line states is refused for by the code that runs in a fork. A fork has an instance of this class for each
 * copy of a path, so it is known by its name.
 */
export class PathRefusal extends UserError {
  constructor(message: string, hint: string) {
    super(message, hint);
    this.name = refusalName;
  }
}

const refusalName = 'PathRefusal';

export function isPathRefusal(problem: unknown): problem is PathRefusal {
  return (problem as { readonly name?: unknown } | null | undefined)?.name === refusalName;
}
