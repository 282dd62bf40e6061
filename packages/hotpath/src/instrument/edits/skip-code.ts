/** A place to skip in executions, replaying the values of an earlier one. `index` identifies it in the inserted code. */
export interface Skip {
  readonly index: number;
  readonly kind: 'skip';
  readonly place: 'region' | 'function';
  /** The `start` offset of the place. */
  readonly start: number;
}

/** The object that inserted code reads and writes. */
export interface SkipRuntime {
  /** The place runs once in this many executions; 1: it always runs. */
  period: number;
  /** Executions until the place runs next. */
  left: number;
  /** Whether executions that run record their values. */
  isRecording: boolean;
  /** Whether an execution was recorded that reached the end of the place. */
  ended: boolean;
  /** Whether the recorded execution returned from the function around the place. */
  returned: boolean;
  /** The recorded return value. */
  result: unknown;
  /** The recorded values of variables, by index. */
  readonly values: unknown[];
  /** Whether a variable keeps its value instead, by index. */
  readonly stays: boolean[];
  /** Whether both values are primitives of the same type. */
  alike(before: unknown, after: unknown): boolean;
}

export function createSkipRuntime(): SkipRuntime {
  return {
    period: 1,
    left: 0,
    isRecording: true,
    ended: false,
    returned: false,
    result: undefined,
    values: [],
    stays: [],
    alike,
  };
}

/** Objects never count as alike, because their content is not compared. */
function alike(before: unknown, after: unknown): boolean {
  return typeof before === typeof after && typeof after !== 'object' && typeof after !== 'function';
}

/** Declares the module constant that holds the runtime of a skip. */
export function skipProlog({ index }: Skip, runtime: string): string {
  return `const $hpSkip${index} = ${runtime}[${index}];`;
}

/** The variables whose values are recorded: declared by the place, or outer ones that it assigns. */
export interface LeftVariables {
  readonly declared: readonly string[];
  readonly assigned: readonly string[];
  /** The assigned ones that the place computes from their own previous values. */
  readonly carried: readonly string[];
}

/** Opens a region: the code that replaces it when it is skipped, then the branch with the region itself. */
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

/** Closes the region, records its values and declares its variables again. */
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
  const record = `if (${skip}.isRecording) { ${skip}.ended = true; ${skip}.returned = false; ${kept.join(' ')} }`;
  return [...out, record, '}', ...again].join(' ');
}

/** Inserted before a return out of the place; `value` is the expression of its value. */
export function recordReturn({ index }: Skip, value: string): string {
  return `if ($hpSkip${index}.isRecording) { $hpSkip${index}.returned = true; $hpSkip${index}.result = ${value}; }`;
}

/** Inserted at the beginning of a function. */
export function enterFunction({ index }: Skip): string {
  return `if (--$hpSkip${index}.left > 0) return $hpSkip${index}.result; $hpSkip${index}.left = $hpSkip${index}.period;`;
}
