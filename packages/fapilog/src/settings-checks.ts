import type { HandoffMode } from './handoff/handoff.js';
import type { Sink, Target } from './sink.js';

type Unchecked = Readonly<Record<string, unknown>>;

/** Checks for an object without keys other than `known`. `undefined` counts as an empty object. */
export function fields(name: string, input: unknown, known: readonly string[]): Unchecked {
  if (input === undefined) return {};
  if (!isObject(input)) throw new TypeError(`fapilog: ${name} must be an object.`);
  const unknown = Object.keys(input).find((key) => !known.includes(key));
  if (unknown === undefined) return input;
  throw new TypeError(
    `fapilog: there is no setting "${unknown}" in ${name}. Known settings: ${known.join(', ')}.`,
  );
}

export function text(name: string, input: unknown, fallback: string): string {
  if (input === undefined) return fallback;
  if (typeof input === 'string') return input;
  throw new TypeError(`fapilog: the setting "${name}" must be a string.`);
}

export function oneOf<T extends string>(name: string, input: unknown, allowed: readonly T[], fallback: T): T {
  if (input === undefined) return fallback;
  const found = allowed.find((each) => each === input);
  if (found !== undefined) return found;
  throw new TypeError(`fapilog: the setting "${name}" must be one of ${allowed.join(', ')}.`);
}

/** Checks for a number from `min` to `max`. */
export function number(name: string, input: unknown, fallback: number, min: number, max: number): number {
  if (input === undefined) return fallback;
  if (typeof input === 'number' && input >= min && input <= max) return input;
  throw new TypeError(`fapilog: the setting "${name}" must be a number from ${min} to ${max}.`);
}

/** Checks for an integer from 1 to `max`. */
export function count(name: string, input: unknown, fallback: number, max: number): number {
  const value = number(name, input, fallback, 1, max);
  if (Number.isInteger(value)) return value;
  throw new TypeError(`fapilog: the setting "${name}" must be a whole number.`);
}

export function func<F extends (...args: never[]) => unknown>(name: string, input: unknown, fallback: F): F {
  if (input === undefined) return fallback;
  if (typeof input === 'function') return input as F;
  throw new TypeError(`fapilog: the setting "${name}" must be a function.`);
}

export function mode(input: unknown): HandoffMode {
  return oneOf('mode', input, ['loop', 'thread', 'thread-acknowledged'], 'loop');
}

export function sink(input: unknown, chosenMode: HandoffMode): Target | Sink {
  if (input === undefined) return { type: 'stdout' };
  if (isSink(input)) {
    if (chosenMode === 'loop') return input;
    throw new TypeError(`fapilog: a sink object works only in mode "loop", not in "${chosenMode}".`);
  }
  if (isObject(input) && input.type === 'stdout') return { type: 'stdout' };
  if (isObject(input) && input.type === 'file' && typeof input.path === 'string' && input.path !== '') {
    return { type: 'file', path: input.path };
  }
  throw new TypeError(
    'fapilog: the setting "sink" must be { type: "stdout" }, { type: "file", path }, or an object with write, flush and close.',
  );
}

/** Whether a value is a sink object, and not the description of a target. */
export function isSink(input: unknown): input is Sink {
  if (!isObject(input)) return false;
  return ['write', 'flush', 'close'].every((method) => typeof input[method] === 'function');
}

function isObject(input: unknown): input is Unchecked {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
