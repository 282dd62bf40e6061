import { expect, it } from 'vitest';
import { type FileOutcome, filesAgain, type RunOutcome, verdict } from './verdict.js';

const good = (file: string, passed = 2): FileOutcome => ({ file, passed, failed: [] });
const bad = (file: string, ...failed: string[]): FileOutcome => ({ file, passed: 1, failed });
const run = (...files: FileOutcome[]): RunOutcome => ({ files, strays: [] });

it('runs nothing again where everything passed', () => {
  expect(filesAgain(run(good('a'), good('b')))).toEqual([]);
  expect(verdict(run(good('a'), good('b')), undefined)).toEqual({ passed: 4, failed: [], passedAgain: [] });
});

it('takes what passes in the second run for chance, and names it', () => {
  const first = run(good('a'), bad('b', 'is quick'));
  expect(filesAgain(first)).toEqual(['b']);
  expect(verdict(first, run(good('b')))).toEqual({ passed: 4, failed: [], passedAgain: ['b > is quick'] });
});

it('fails what fails twice', () => {
  const first = run(good('a'), bad('b', 'is quick'));
  expect(verdict(first, run(bad('b', 'is quick')))).toEqual({
    passed: 3,
    failed: ['b > is quick'],
    passedAgain: [],
  });
});

it('fails what passed at first and fails in the second run', () => {
  const outcome = verdict(run(bad('b', 'is quick')), run(bad('b', 'is whole')));
  expect(outcome).toEqual({ passed: 1, failed: ['b > is whole'], passedAgain: ['b > is quick'] });
});

it('lays to chance neither many files at once nor what no file is known of', () => {
  const many = run(...['a', 'b', 'c', 'd'].map((file) => bad(file, 'is quick')));
  expect(filesAgain(many)).toEqual([]);
  expect(verdict(many, undefined).failed).toHaveLength(4);
  const stray = { files: [bad('a', 'is quick')], strays: ['outside of tests > Worker exited'] };
  expect(filesAgain(stray)).toEqual([]);
  expect(verdict(stray, undefined).failed).toEqual(['a > is quick', 'outside of tests > Worker exited']);
});

it('does not pass what was thrown outside of a file in the second run', () => {
  const again = { files: [good('b')], strays: ['outside of tests > Worker exited'] };
  expect(verdict(run(bad('b', 'is quick')), again).failed).toEqual(['outside of tests > Worker exited']);
});
