import { describe, expect, it } from 'vitest';
import type { StoredProjection } from '../../model/report/score.js';
import { scoreProjection } from './score-projection.js';

const exactly = (mean: number) => ({ mean, low: mean, high: mean });

describe('scores', () => {
  const stored: StoredProjection = {
    id: 'p1',
    at: '2026-01-01T00:00:00.000Z',
    path: 'sample',
    spec: 'sample.hot.ts',
    total: exactly(1000),
    node: '20',
    cpu: 'x',
    row: 'stamp',
    name: 'stamp',
    scenario: 'removed',
    gain: { mean: 200, low: 190, high: 210 },
    collection: exactly(0),
    taken: exactly(200),
    slope: exactly(1),
    projected: exactly(800),
    confidence: 'high',
    reason: '',
  };
  const outcome = (before: number, after: number) =>
    scoreProjection(stored, before, exactly(before - after), 'now').outcome;

  it('are hits within the intervals or 10 %, and misses beyond', () => {
    expect([outcome(1000, 800), outcome(1000, 781), outcome(1000, 779)]).toEqual(['hit', 'hit', 'miss']);
  });

  it('are unsure when the measurement is too wide to confirm, and misses when it still contradicts', () => {
    const measured = (mean: number) => ({ mean, low: mean - 100, high: mean + 100 });
    expect(scoreProjection(stored, 1000, measured(180), 'now').outcome).toBe('unsure');
    expect(scoreProjection(stored, 1000, measured(0), 'now').outcome).toBe('miss');
  });

  it('are unsure where the projection had no bounds', () => {
    const boundless = { ...stored.gain, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const scored = scoreProjection({ ...stored, gain: boundless }, 1000, exactly(200), 'now');
    expect(scored.outcome).toBe('unsure');
  });

  it('scale with a machine that has become slower', () => {
    expect(outcome(2000, 1600)).toBe('hit');
    expect(outcome(2000, 1800)).toBe('miss');
  });
});
