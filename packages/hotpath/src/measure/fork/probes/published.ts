import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';
import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { RepeatRuntime } from '../../../instrument/edits/repeat-code.js';
import type { SkipRuntime } from '../../../instrument/edits/skip-code.js';

const registry = Symbol.for('hotpath');

/** What a variant's code finds at an edit's index. */
export type Published = Readonly<
  Record<
    number,
    ProbeFunctions | RepeatRuntime | SkipRuntime | SuspensionRuntime | { readonly dose: () => void }
  >
>;

const runtimes: Record<string, Published> = {};
Object.defineProperty(globalThis, registry, { value: runtimes });

/** Makes what its edits need reachable for a variant's code, which looks it up when it is loaded. */
export function publish(variant: string, runtime: Published): void {
  runtimes[variant] = runtime;
}

/** The listener to a variant's suspensions at the index at which its code looks for it; null: nowhere. */
export function turnsAt(index: number | null, runtime: SuspensionRuntime): Published {
  return index === null ? {} : { [index]: runtime };
}

/** Joins what two give to the code at the same index. */
export function merged(some: Published, others: Published): Published {
  const indexes = Object.keys({ ...some, ...others }).map(Number);
  return Object.fromEntries(
    indexes.map((index) => [index, { ...some[index], ...others[index] }]),
  ) as Published;
}
