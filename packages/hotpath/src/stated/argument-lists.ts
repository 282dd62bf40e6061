import { readFileSync } from 'node:fs';
import { PathRefusal } from '../errors.js';

/** The arguments of a path, as JSON in a file. */
export interface StatedArguments {
  /** Lists of arguments; operations use one after another. */
  readonly calls: readonly (readonly unknown[])[];
  /** Arguments of the constructor. */
  readonly construction: readonly unknown[];
}

/** Arguments that are read for one copy of a path. */
export interface GivenArguments {
  /** Each list after an element that is no argument: V8 then keeps numbers as they are passed, in place of numbers that each call boxes. */
  readonly lists: readonly (readonly unknown[])[];
  readonly construction: readonly unknown[];
  /** Throws a PathRefusal if operations have changed an argument. */
  check(): void;
}

/** Reads the arguments. `shown` is what the path is called in messages. */
export function readArguments(file: URL, shown: string): GivenArguments {
  const { calls, construction } = JSON.parse(readFileSync(file, 'utf8')) as StatedArguments;
  const lists = calls.map((call) => [null, ...call]);
  const before = JSON.stringify(lists);
  return {
    lists,
    construction,
    check() {
      if (textOf(lists) === before) return;
      throw new PathRefusal(
        `${shown}: changes its arguments, so each operation would get what the operations before have left of them`,
        'State the call with arguments of its own, such as --eval \'sort([3, 1, 2])\' --setup "import { sort } from …".',
      );
    },
  };
}

function textOf(lists: unknown): string | null {
  try {
    return JSON.stringify(lists);
  } catch {
    // They have become cyclic.
    return null;
  }
}
