import { describe, expect, it } from 'vitest';
import { progressLine } from './progress-line.js';

describe('the progress line', () => {
  it('names the fork that runs, and the time left once enough is done to know it', () => {
    const at = (done: number, forksDone: number): string =>
      progressLine({ name: 'p', forksDone, forks: 14, done }, 6000);
    expect(at(0, 0)).toBe('p ░░░░░░░░░░░░░░░░░░░░ fork 1 of 14');
    expect(at(0.15, 2)).toBe('p ███░░░░░░░░░░░░░░░░░ fork 3 of 14, 34 s left');
  });

  it('does not count past the last fork', () => {
    expect(progressLine({ name: 'p', forksDone: 14, forks: 14, done: 1 }, 6000)).toContain('fork 14 of 14');
  });
});
