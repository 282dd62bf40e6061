import type { Profile, ProfiledFunction, ProfileUnit } from '../../model/profiles/profile.js';
import { growingFloats, growingInts } from './columns.js';

/** Builds a profile from stacks or node by node. Equal calls from one node become one node. */
export interface ProfileBuilder {
  /** The index of a function; equal functions have the same index. */
  functionOf(one: ProfiledFunction): number;
  /** The node of a call of function `called` from node `parent`; node 0 is the root. */
  child(parent: number, called: number): number;
  add(node: number, weight: number, samples: number): void;
  build(): Profile;
}

export const root = 0;

/** Factor that combines a parent and a function into one key; it limits the number of functions in a profile. */
export const mostFunctions = 2 ** 26;

export function createProfileBuilder(unit: ProfileUnit): ProfileBuilder {
  const functions: ProfiledFunction[] = [];
  const numbers = new Map<string, number>();
  const nodes = new Map<number, number>();
  const parents = growingInts();
  const called = growingInts();
  const self = growingFloats();
  let samples = 0;
  const newNode = (parent: number, number: number): number => {
    parents.push(parent);
    called.push(number);
    self.push(0);
    return parents.length() - 1;
  };
  newNode(-1, -1);
  return {
    functionOf(one) {
      const key = JSON.stringify([one.name, one.file, one.line, one.column]);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, functions.length);
      return functions.push(one) - 1;
    },
    child(parent, number) {
      const key = parent * mostFunctions + number;
      const known = nodes.get(key);
      if (known !== undefined) return known;
      const node = newNode(parent, number);
      nodes.set(key, node);
      return node;
    },
    add(node, weight, count) {
      self.set(node, self.at(node) + weight);
      samples += count;
    },
    build: () => ({
      functions,
      parents: parents.done(),
      functionOf: called.done(),
      self: self.done(),
      unit,
      samples,
    }),
  };
}
