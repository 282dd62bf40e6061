import { describe, expect, it } from 'vitest';
import { columnsOf, foldRecords, minus, plus, times } from './columns.js';
import { mean } from './summary.js';

const records = [
  { time: 1, bytes: 10 },
  { time: 3, bytes: 30 },
];

describe('records of named numbers', () => {
  it('become one column per name, in the order of the records', () => {
    expect(columnsOf(records)).toEqual({ time: [1, 3], bytes: [10, 30] });
  });

  it('have a mean for each name', () => {
    expect(foldRecords(records, mean)).toEqual({ time: 2, bytes: 20 });
  });

  it('need at least one record, since names come from the first', () => {
    expect(() => columnsOf([])).toThrow('no record');
  });
});

describe('columns', () => {
  it('are added, subtracted and multiplied element by element', () => {
    expect(plus([1, 2], [10, 20])).toEqual([11, 22]);
    expect(minus([10, 20], [1, 2])).toEqual([9, 18]);
    expect(times([1, 2], [10, 20])).toEqual([10, 40]);
  });
});
