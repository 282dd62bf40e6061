import { policies } from 'hotpath/cli';
import { describe, expect, it } from 'vitest';
import { partSettings, type SubjectSettings, weightOf } from './subject-parts.js';

const settings: SubjectSettings = { quick: false, routes: true, mode: 'findings', seed: 7, budgetMs: null };
const main = 'subjects/fapilog.info.hot.ts';
const other = 'subjects/fapilog.error.hot.ts';

const runs = (spec: string, changed: Partial<SubjectSettings>) =>
  partSettings(spec, null, { ...settings, ...changed });

describe('the measurements of a subject', () => {
  it('are one for a ledger, two for a reproduction, and two for findings; quick findings repeat the log call only', () => {
    const many = (changed: Partial<SubjectSettings>): number[] =>
      [main, other].map((spec) => runs(spec, changed).length);
    expect(many({ mode: 'ledger' })).toEqual([1, 1]);
    expect(many({ mode: 'reproduce', quick: true })).toEqual([2, 2]);
    expect(many({})).toEqual([2, 2]);
    expect(many({ quick: true })).toEqual([2, 1]);
  });

  it('differ only in their seeds in a reproduction', () => {
    const [first, second] = runs(other, { mode: 'reproduce' });
    expect([first?.seed, second?.seed]).toEqual([7, 1007]);
    expect({ ...second, seed: 7 }).toEqual(first);
    expect(first?.efforts).toBe(policies);
  });

  it('include floors and skipped rows only in the first measurement of the log call', () => {
    const scopes = [main, other].map((spec) => runs(spec, {}).map(({ scope }) => scope?.(spec) ?? null));
    const whole = { floors: true, skips: true };
    expect(scopes).toEqual([
      [whole, null],
      [{ floors: false, skips: false }, null],
    ]);
  });

  it('are shorter for other subjects and for second runs, which take no samples', () => {
    const efforts = (spec: string, quick: boolean) =>
      runs(spec, { quick }).map(({ efforts: own }) => {
        const policy = own?.[quick ? 'quick' : 'default'];
        if (policy === undefined) throw new Error('no policy');
        const { replicates, aloneReplicates, sampledForks, codeLogForks, waitReplicates } = policy;
        return [replicates, aloneReplicates, sampledForks > 0, codeLogForks > 0, waitReplicates > 0];
      });
    const { replicates } = policies.default;
    expect(efforts(main, false)).toEqual([
      [replicates, null, true, true, true],
      [replicates, null, false, false, false],
    ]);
    expect(efforts(other, false)).toEqual([
      [6, 2, true, true, true],
      [6, 2, false, false, false],
    ]);
    expect(efforts(main, true)).toEqual([
      [policies.quick.replicates, 2, true, true, false],
      [3, 2, false, false, false],
    ]);
  });

  it('divide the time of their subject, with more for the first', () => {
    const limits = partSettings(main, 1000, settings).map(({ limitMs }) => limitMs as number);
    expect(limits.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1000, 9);
    expect(limits[0]).toBeGreaterThan(limits[1] as number);
    expect(weightOf(main, { ...settings, mode: 'ledger' })).toBeLessThan(weightOf(main, settings));
    expect(runs(main, {}).map(({ limitMs }) => limitMs)).toEqual([null, null]);
  });
});
