import { inspect } from 'node:util';
import type { HotPathSpec } from '../spec/define-hot-path.js';
import { readFrames, readStacks } from './read-error.js';
import { refusalOf } from './refusal.js';
import {
  aggregatedError,
  causedError,
  type MakeError,
  plainError,
  rejectBelow,
  throwBelow,
} from './throw-deep.js';

/** What a specification of errors is made from; it is passed to forks as JSON. */
export interface ErrorsSettings {
  /** Calls, or async functions, between the catch and the throw. */
  readonly depth: number;
  /** `Error.stackTraceLimit`, which holds for the whole process. */
  readonly limit: number;
  readonly async: boolean;
  /** The user's serializer: a module's URL and the export's name. */
  readonly serializer: { readonly url: string; readonly name: string } | null;
}

type Use = (error: Error) => unknown;

/** An operation: which error is thrown, and what is done with it when it is caught. Each run throws a new error. */
type Operation = readonly [name: string, make: MakeError, use: Use];

const nothing: Use = (error) => error;

const operations: readonly Operation[] = [
  ['construct', plainError, nothing],
  ['stack', plainError, readStacks],
  ['frames', plainError, readFrames],
  ['inspect', plainError, inspect],
  ['cause 1', () => causedError(1), readStacks],
  ['cause 5', () => causedError(5), readStacks],
  ['aggregate 3', () => aggregatedError(3), readStacks],
];

function serializing(serialize: Use): readonly Operation[] {
  return [
    ['serialize', plainError, serialize],
    ['serialize cause 1', () => causedError(1), serialize],
    ['serialize cause 5', () => causedError(5), serialize],
    ['serialize aggregate 3', () => aggregatedError(3), serialize],
  ];
}

/** The names of the operations that are measured in addition to the path. */
export function errorOperations(serializes: boolean): readonly string[] {
  const all = serializes ? [...operations, ...serializing(nothing)] : operations;
  return all.map(([name]) => name);
}

/** A specification whose operations throw, catch and read errors; the path itself makes the same calls and throws nothing. */
export async function errorsOf(settings: ErrorsSettings): Promise<HotPathSpec> {
  const { depth, limit, async, serializer } = settings;
  const all =
    serializer === null ? operations : [...operations, ...serializing(await functionOf(serializer))];
  return {
    name: 'calls',
    setup: () => {
      Error.stackTraceLimit = limit;
    },
    run: async ? () => rejectBelow(depth, null) : () => throwBelow(depth, null),
    operations: Object.fromEntries(
      all.map(([name, make, use]) => [name, async ? later(depth, make, use) : atOnce(depth, make, use)]),
    ),
  };
}

/**
 * A specification whose name says what an export of a module is: `function`, the name of another type, or what the function
 * throws when it is given an error. A fork evaluates it, because the parent cannot load TypeScript.
 */
export async function exportOf(from: { readonly url: string; readonly name: string }): Promise<HotPathSpec> {
  const found = await functionOf(from);
  const run = (): undefined => undefined;
  if (typeof found !== 'function') return { name: typeof found, run };
  const refusal = refusalOf(() => found(plainError()));
  return { name: refusal === null ? 'function' : `throws: ${refusal}`, run };
}

async function functionOf({ url, name }: { readonly url: string; readonly name: string }): Promise<Use> {
  return ((await import(url)) as Record<string, unknown>)[name] as Use;
}

function atOnce(depth: number, make: MakeError, use: Use): () => unknown {
  return () => {
    try {
      return throwBelow(depth, make);
    } catch (error) {
      return use(error as Error);
    }
  };
}

function later(depth: number, make: MakeError, use: Use): () => Promise<unknown> {
  return async () => {
    try {
      return await rejectBelow(depth, make);
    } catch (error) {
      return use(error as Error);
    }
  };
}
