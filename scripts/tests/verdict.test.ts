import { expect, it } from 'vitest';
import { type FileOutcome, filesAgain, type RunOutcome, verdict } from './verdict.js';

const good = (file: string, passed = 2): FileOutcome => ({ file, passed, failed: [] });
const bad = (file: string, ...failed: string[]): FileOutcome => ({ file, passed: 1, failed });
const run = (...files: FileOutcome[]): RunOutcome => ({ files, strays: [] });

it('runs nothing again when everything passed', () => {
  expect(filesAgain(run(good('a'), good('b')))).toEqual([]);
  expect(verdict(run(good('a'), good('b')), undefined)).toEqual({ passed: 4, failed: [], passedAgain: [] });
});

it('counts a test that passes in the second run as passed, and names it', () => {
  const first = run(good('a'), bad('b', 'is quick'));
  expect(filesAgain(first)).toEqual(['b']);
  expect(verdict(first, run(good('b')))).toEqual({ passed: 4, failed: [], passedAgain: ['b > is quick'] });
});

it('fails a test that fails in both runs', () => {
  const first = run(good('a'), bad('b', 'is quick'));
  expect(verdict(first, run(bad('b', 'is quick')))).toEqual({
    passed: 3,
    failed: ['b > is quick'],
    passedAgain: [],
  });
});

it('fails a test that passes in the first run and fails in the second', () => {
  const outcome = verdict(run(bad('b', 'is quick')), run(bad('b', 'is whole')));
  expect(outcome).toEqual({ passed: 1, failed: ['b > is whole'], passedAgain: ['b > is quick'] });
});

it('runs nothing again when many files fail, or an error belongs to no file', () => {
  const many = run(...['a', 'b', 'c', 'd'].map((file) => bad(file, 'is quick')));
  expect(filesAgain(many)).toEqual([]);
  expect(verdict(many, undefined).failed).toHaveLength(4);
  const stray = { files: [bad('a', 'is quick')], strays: ['outside of tests > Worker exited'] };
  expect(filesAgain(stray)).toEqual([]);
  expect(verdict(stray, undefined).failed).toEqual(['a > is quick', 'outside of tests > Worker exited']);
});

it('fails when the second run throws an error that belongs to no file', () => {
  const again = { files: [good('b')], strays: ['outside of tests > Worker exited'] };
  expect(verdict(run(bad('b', 'is quick')), again).failed).toEqual(['outside of tests > Worker exited']);
});
