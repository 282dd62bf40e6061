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
  /** Whether a variable is left as it is instead, by its number. */
  readonly stays: boolean[];
  /** Whether a value can stand for another: both are numbers, or both texts, and so on. */
  alike(before: unknown, after: unknown): boolean;
}

export function createSkipRuntime(): SkipRuntime {
  return {
    period: 1,
    left: 0,
    isRecording: true,
    returned: false,
    result: undefined,
    values: [],
    stays: [],
    alike,
  };
}

/** Objects are told apart by what they hold, which is not looked at. */
function alike(before: unknown, after: unknown): boolean {
  return typeof before === typeof after && typeof after !== 'object' && typeof after !== 'function';
}

/** The constant of the module that holds a skip's runtime. */
export function skipProlog({ index }: Skip, runtime: string): string {
  return `const $hpSkip${index} = ${runtime}[${index}];`;
}

/** The variables whose values an execution leaves behind: those that the place declares, and outer ones that it assigns. */
export interface LeftVariables {
  readonly declared: readonly string[];
  readonly assigned: readonly string[];
  /** Assigned ones that the place makes from their own old values. */
  readonly carried: readonly string[];
}

/** Opens a region: what stands for it where it is left out, else the region. */
export function openSkip({ index }: Skip, { declared, assigned, carried }: LeftVariables): string {
  const skip = `$hpSkip${index}`;
  const outs = declared.map((name) => `$hpOut${index}_${name}`);
  const given = [...outs, ...assigned].map((name, at) => {
    const value = `${name} = ${skip}.values[${at}];`;
    return carried.includes(name) ? `if (!${skip}.stays[${at}]) ${value}` : value;
  });
  const variables = outs.length > 0 ? `let ${outs.join(', ')}; ` : '';
  const before = carried.map((name) => ` const $hpWas${index}_${name} = ${name};`);
  return `${variables}if (--${skip}.left > 0) { if (${skip}.returned) return ${skip}.result; ${given.join(' ')} } else { ${skip}.left = ${skip}.period;${before.join('')}`;
}

/** Closes it and declares its variables again. */
export function closeSkip(
  { index }: Skip,
  { declared, assigned, carried }: LeftVariables,
  again: readonly string[],
): string {
  const skip = `$hpSkip${index}`;
  const out = declared.map((name) => `$hpOut${index}_${name} = ${name};`);
  const kept = [...declared, ...assigned].map((name, at) => {
    const value = `${skip}.values[${at}] = ${name};`;
    const stays = `${skip}.stays[${at}] = ${skip}.alike($hpWas${index}_${name}, ${name});`;
    return carried.includes(name) ? `${value} ${stays}` : value;
  });
  const record = `if (${skip}.isRecording) { ${skip}.returned = false; ${kept.join(' ')} }`;
  return [...out, record, '}', ...again].join(' ');
}

/** Before a return out of the place, whose value is `value`. */
export function recordReturn({ index }: Skip, value: string): string {
  return `if ($hpSkip${index}.isRecording) { $hpSkip${index}.returned = true; $hpSkip${index}.result = ${value}; }`;
}

/** At a whole function's beginning. */
export function enterFunction({ index }: Skip): string {
  return `if (--$hpSkip${index}.left > 0) return $hpSkip${index}.result; $hpSkip${index}.left = $hpSkip${index}.period;`;
}
