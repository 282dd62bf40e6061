import type { Step } from '../model/path/operation.js';

/** The id of an operation of `errorsOf`; the empty id is that of the same calls without a throw. */
const idOf = (operation: string): string => `operation/${operation}`;

const step = (name: string, of: string, less: string): Step => ({
  name,
  of: idOf(of),
  less: less === '' ? '' : idOf(less),
});

/**
 * The phases of an error's life, as differences between operations that each do more with a new error. V8 formats a stack when
 * it is first read and remembers it, so a phase cannot be repeated by itself.
 */
export function errorPhases(serializes: boolean): readonly Step[] {
  const generic = [
    step('throw and catch', 'construct', ''),
    step('first .stack', 'stack', 'construct'),
    step('structured frames', 'frames', 'construct'),
    step('util.inspect, with .stack', 'inspect', 'construct'),
    step('a cause more', 'cause 1', 'stack'),
    step('5 causes more', 'cause 5', 'stack'),
    step('AggregateError of 3', 'aggregate 3', 'stack'),
  ];
  if (!serializes) return generic;
  return [
    ...generic,
    step('serializer, with .stack', 'serialize', 'construct'),
    step('serializer alone', 'serialize', 'stack'),
    step('serializer alone, 1 cause', 'serialize cause 1', 'cause 1'),
    step('serializer alone, 5 causes', 'serialize cause 5', 'cause 5'),
    step('serializer alone, aggregate', 'serialize aggregate 3', 'aggregate 3'),
  ];
}

/** An error from throw to record, and its parts. */
export const serializedWhole = step('throw, catch and serialize', 'serialize', '');

export const serializedParts: readonly Step[] = [
  step('throw and catch', 'construct', ''),
  step('first .stack', 'stack', 'construct'),
  step('serializer alone', 'serialize', 'stack'),
];
