import { describe, expect, it } from 'vitest';
import { chosenCases } from './chosen-cases.js';

const hooks = { before: false, after: false, isAsync: false };
const cases = [['sum', 'reduce (n)'], ['sum', 'loop'], ['other'], ['JSON.parse'], ['json-parse']].map(
  (names, index) => ({
    index,
    names,
    refused: null,
    hooks,
  }),
);
const chosen = (wanted?: string): number[] =>
  chosenCases('x.bench.ts', cases, wanted).map(({ index }) => index);

describe('chosenCases', () => {
  it('takes a text as it is, or as a regular expression', () => {
    expect(chosen()).toEqual([0, 1, 2, 3, 4]);
    expect(chosen('(n)')).toEqual([0]);
    expect(chosen('SUM > L')).toEqual([1]);
    expect(chosen('^(other|.*loop)$')).toEqual([1, 2]);
    expect(chosen('(n')).toEqual([0]);
    expect(chosen('JSON.parse')).toEqual([3]);
  });

  it('names the cases where none is chosen', () => {
    expect(() => chosen('nothing')).toThrow('x.bench.ts: has no case "nothing"');
  });
});
