/** A probe to put at one place's edges. `index` names it in the inserted code. */
export interface Probe {
  readonly index: number;
  readonly kind: 'region' | 'function' | 'line';
  /** The `start` offset of the place. */
  readonly start: number;
  /**
   * Whether exceptions that leave the place are caught to close it. A `try` around integer loops made them
   * 4.5 times slower here, so timed places get one only where a trace saw an exception leave them.
   */
  readonly guarded: boolean;
}

/** The functions that inserted code calls; `leave` and `abandon` take what `enter` gave. */
export interface ProbeFunctions {
  readonly enter: () => number;
  readonly leave: (token: number) => void;
  /** Instead of `leave`, when an exception leaves the place. */
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

/** Constants of the module that hold the probes' functions. */
export function prolog(probes: readonly Probe[], runtime: string): string {
  const constants = probes.flatMap(({ index, guarded }) => [
    `$hpEnter${index} = ${runtime}[${index}].enter`,
    `$hpLeave${index} = ${runtime}[${index}].leave`,
    ...(guarded ? [`$hpAbandon${index} = ${runtime}[${index}].abandon`] : []),
  ]);
  return `const ${constants.join(', ')};`;
}
