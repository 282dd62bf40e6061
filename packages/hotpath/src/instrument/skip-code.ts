/** A place to be left out of executions, with the values of an earlier one in its stead. `index` names it in the inserted code. */
export interface Skip {
  readonly index: number;
  readonly kind: 'skip';
  readonly place: 'region' | 'function';
  /** The `start` offset of the place. */
  readonly start: number;
}

/** What inserted code reads and writes. */
export interface SkipRuntime {
  /** How many executions there are for each that runs: 1 where none is left out. */
  period: number;
  /** Executions until the next that runs. */
  left: number;
  /** Whether executions that run leave their values behind. */
  isRecording: boolean;
  /** Whether the execution whose values are there returned from the function around the place. */
  returned: boolean;
  /** What it returned. */
  result: unknown;
  /** What its variables were, by their number. */
  readonly values: unknown[];
}

export function createSkipRuntime(): SkipRuntime {
  return { period: 1, left: 0, isRecording: true, returned: false, result: undefined, values: [] };
}

/** The constant of the module that holds a skip's runtime. */
export function skipProlog({ index }: Skip, runtime: string): string {
  return `const $hpSkip${index} = ${runtime}[${index}];`;
}

/** The variables whose values an execution leaves behind: those that the place declares, and outer ones that it assigns. */
export interface LeftVariables {
  readonly declared: readonly string[];
  readonly assigned: readonly string[];
}

/** Opens a region: what stands for it where it is left out, else the region. */
export function openSkip({ index }: Skip, { declared, assigned }: LeftVariables): string {
  const outs = declared.map((name) => `$hpOut${index}_${name}`);
  const given = [...outs, ...assigned].map((name, at) => `${name} = $hpSkip${index}.values[${at}];`);
  const variables = outs.length > 0 ? `let ${outs.join(', ')}; ` : '';
  return `${variables}if (--$hpSkip${index}.left > 0) { if ($hpSkip${index}.returned) return $hpSkip${index}.result; ${given.join(' ')} } else { $hpSkip${index}.left = $hpSkip${index}.period;`;
}

/** Closes it and declares its variables again. */
export function closeSkip(
  { index }: Skip,
  { declared, assigned }: LeftVariables,
  again: readonly string[],
): string {
  const carried = declared.map((name) => `$hpOut${index}_${name} = ${name};`);
  const kept = [...declared, ...assigned].map((name, at) => `$hpSkip${index}.values[${at}] = ${name};`);
  const record = `if ($hpSkip${index}.isRecording) { $hpSkip${index}.returned = false; ${kept.join(' ')} }`;
  return [...carried, record, '}', ...again].join(' ');
}

/** Before a return out of the place, whose value is `value`. */
export function recordReturn({ index }: Skip, value: string): string {
  return `if ($hpSkip${index}.isRecording) { $hpSkip${index}.returned = true; $hpSkip${index}.result = ${value}; }`;
}

/** At a whole function's beginning. */
export function enterFunction({ index }: Skip): string {
  return `if (--$hpSkip${index}.left > 0) return $hpSkip${index}.result; $hpSkip${index}.left = $hpSkip${index}.period;`;
}
