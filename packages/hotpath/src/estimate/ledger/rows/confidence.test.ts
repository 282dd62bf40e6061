import { describe, expect, it } from 'vitest';
import { judgeRow } from './confidence.js';

const total = { mean: 1000, low: 990, high: 1010 };
const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
const routes = {
  row: { unrepeatable: null },
  discord: 0.5,
  atOdds: null,
  evidences: { marginal: { values: [], systematic: 0 } },
} as unknown as Parameters<typeof judgeRow>[1];

describe('the confidence of a row', () => {
  it('is high if its routes agree and the interval is narrow', () => {
    expect(judgeRow(about(600, 19), routes, total)).toEqual({
      confidence: 'high',
      reason: 'its routes agree; interval ±1.9% of the total',
    });
  });

  it('is medium if its routes agree and the interval is not narrow', () => {
    expect(judgeRow(about(300, 50), routes, total).confidence).toBe('medium');
  });

  it('is medium without a marginal cost, and says why that is missing', () => {
    const row = { unrepeatable: 'it runs below several rows' } as typeof routes.row;
    const evidences = { ...routes.evidences, marginal: null };
    expect(judgeRow(about(50, 17), { ...routes, row, evidences }, total)).toEqual({
      confidence: 'medium',
      reason: 'no marginal cost: it runs below several rows; interval ±1.7% of the total',
    });
  });

  it('is low if its routes disagree, or contradict its spans', () => {
    const apart = judgeRow(about(600, 19), { ...routes, discord: 2.6 }, total);
    expect(apart.confidence).toBe('low');
    expect(apart.reason).toContain('its routes disagree');
    const odd = judgeRow(about(600, 19), { ...routes, discord: 5, atOdds: 'spans' }, total);
    expect(odd.confidence).toBe('low');
    expect(odd.reason).toContain('contradict its spans');
  });

  it('is low if the interval is wide against the row and the total', () => {
    expect(judgeRow(about(100, 25), routes, total).confidence).toBe('low');
  });

  it('is low without an interval', () => {
    expect(judgeRow(about(600, Number.POSITIVE_INFINITY), routes, total).reason).toBe(
      'one replicate alone has no interval',
    );
  });
});
