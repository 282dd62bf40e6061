import { expect, it } from 'vitest';
import { parseSource } from '../instrument/syntax/parse.js';
import { candidatesOf } from './candidates.js';

const text = `export function outer(list) {
  const total = list.length;
  if (total > 3) {
    for (const one of list) {
      use(one);
    }
    return list.map((one) => one + total);
  }
  return null;
}
handlers.onEnd = function (x) { return x; };
class Store { get(key) { return this.map[key]; } }
`;

const around = candidatesOf(parseSource('/dir/p.js', text));
const names = (name: string, line: number): string[] => around(name, line).map((one) => one.name);

it('gives a function and the statements around a line, outermost first', () => {
  expect(names('outer', 7)).toEqual([
    'outer',
    'p.js:3 if (total > 3) { for (c…',
    'p.js:7 return list.map((one) =…',
  ]);
});

it('does not look into loops', () => {
  expect(names('outer', 5)).toEqual([
    'outer',
    'p.js:3 if (total > 3) { for (c…',
    'p.js:4 for (const one of list)…',
  ]);
  expect(around('outer', 5).map(({ isLoop }) => isLoop)).toEqual([false, false, true]);
});

it('names functions by what they are given to where they have no name of their own', () => {
  expect(names('', 7)).toEqual(['p.js:7 in list.map()']);
  expect(names('handlers.onEnd', 11)[0]).toBe('p.js:11 handlers.onEnd');
  expect(names('get', 12)[0]).toBe('Store.get');
});

it('gives none for code outside of functions', () => {
  expect(names('', 1)).toEqual([]);
});
