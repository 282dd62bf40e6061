/** A probe at the edges of a place. `index` identifies it in the inserted code. */
export interface Probe {
  readonly index: number;
  readonly kind: 'region' | 'function' | 'line';
  /** The `start` offset of the place. */
  readonly start: number;
  /**
   * Whether an exception that leaves the place is caught to close it. A `try` made integer loops 4.5 times slower in our
   * tests, so timed places are guarded only if the trace saw an exception leave them.
   */
  readonly guarded: boolean;
}

/** The functions that inserted code calls. `leave` and `abandon` take the token that `enter` returned. */
export interface ProbeFunctions {
  readonly enter: () => number;
  readonly leave: (token: number) => void;
  /** Called instead of `leave` when an exception leaves the place. */
  readonly abandon: (token: number) => void;
}

const closed = -1;

export function declare({ index, guarded }: Probe): string {
  return guarded ? `let $hp${index} = ${closed};` : `let $hp${index};`;
}

export function enter({ index }: Probe): string {
  return `$hp${index} = $hpEnter${index}();`;
}

export function leave({ index, guarded }: Probe): string {
  return guarded
    ? `$hpLeave${index}($hp${index}); $hp${index} = ${closed};`
    : `$hpLeave${index}($hp${index});`;
}

export function abandonIfOpen({ index }: Probe): string {
  return `if ($hp${index} !== ${closed}) { $hpAbandon${index}($hp${index}); $hp${index} = ${closed}; }`;
}

/** Declares the module constants that hold the functions of the probes. */
export function prolog(probes: readonly Probe[], runtime: string): string {
  const constants = probes.flatMap(({ index, guarded }) => [
    `$hpEnter${index} = ${runtime}[${index}].enter`,
    `$hpLeave${index} = ${runtime}[${index}].leave`,
    ...(guarded ? [`$hpAbandon${index} = ${runtime}[${index}].abandon`] : []),
  ]);
  return `const ${constants.join(', ')};`;
}
