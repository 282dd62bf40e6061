import { describe, expect, it } from 'vitest';
import type { Check } from '../../doctor/examination.js';
import { doctorText } from './doctor-text.js';

const good: Check = {
  name: 'Twin gap',
  found: 'the same code measured twice differs by 0.2%',
  verdict: 'good',
};
const poor: Check = { name: 'Calm', found: 'the processor was calm in 2.0% of the batches', verdict: 'poor' };
const note: Check = {
  name: 'Processor',
  found: 'a processor with two cores and a long name',
  verdict: 'note',
};
const abilities = ['A path of 0.8 µs is known to ±2.0%.'];

describe('the text of an examination', () => {
  it('has a line for each check, and says that the machine can measure', () => {
    expect(doctorText({ checks: [note, good], abilities }, 80)).toBe(
      [
        'Processor        a processor with two cores and a long name',
        'Twin gap   ok    the same code measured twice differs by 0.2%',
        '',
        'A path of 0.8 µs is known to ±2.0%.',
        'This machine can measure.',
        '',
      ].join('\n'),
    );
  });

  it('names the poor checks at the end', () => {
    expect(doctorText({ checks: [poor, good], abilities }, 80)).toContain(
      'Numbers measured here now cannot be trusted. Poor: Calm.',
    );
  });

  it('keeps to the width', () => {
    const lines = doctorText({ checks: [note, good, poor], abilities }, 40).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
