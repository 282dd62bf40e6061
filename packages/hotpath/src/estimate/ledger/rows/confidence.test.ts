import { describe, expect, it } from 'vitest';
import { judgeRow } from './confidence.js';

const total = { mean: 1000, low: 990, high: 1010 };
const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
const repeated = { unrepeatable: null };

describe('the confidence of a row', () => {
  it('is high if two routes agree and the interval is narrow', () => {
    expect(judgeRow(about(600, 19), 0.5, repeated, total)).toEqual({
      confidence: 'high',
      reason: 'two routes agree; interval ±1.9% of the total',
    });
  });

  it('is medium if two routes agree and the interval is not narrow', () => {
    expect(judgeRow(about(300, 50), 0.5, repeated, total).confidence).toBe('medium');
  });

  it('is medium with one route, and says why the other is missing', () => {
    const row = { unrepeatable: 'it runs below several rows' };
    expect(judgeRow(about(50, 17), null, row, total)).toEqual({
      confidence: 'medium',
      reason: 'spans alone: it runs below several rows; interval ±1.7% of the total',
    });
  });

  it('is low if its routes disagree', () => {
    const { confidence, reason } = judgeRow(about(600, 19), 2.6, repeated, total);
    expect(confidence).toBe('low');
    expect(reason).toContain('its routes disagree');
  });

  it('is low if the interval is wide against the row and the total', () => {
    expect(judgeRow(about(100, 25), 0.5, repeated, total).confidence).toBe('low');
  });

  it('is low without an interval', () => {
    expect(judgeRow(about(600, Number.POSITIVE_INFINITY), 0.5, repeated, total).reason).toBe(
      'one replicate alone has no interval',
    );
  });
});
