import { expect, it } from 'vitest';
import type { Candidate } from './candidates.js';
import { choose } from './choose.js';
import type { Stack } from './divide.js';

function candidate(name: string, rest: Partial<Candidate> = {}): Candidate {
  const owner = { name, file: '/p.js', line: 1, column: 1 };
  return { kind: 'function', file: '/p.js', start: 0, functionStart: 0, name, owner, isLoop: false, ...rest };
}

const pathNs = 10_000;

function chosen(
  stacks: readonly Stack[],
  candidates: readonly Candidate[],
  calls: Readonly<Record<string, number>> = {},
): { names: string[]; why: readonly string[] } {
  const callsOf = ({ name }: Candidate): number => calls[name] ?? 1;
  const choice = choose(stacks, candidates, { most: 20, callsOf, pathNs });
  return { names: choice.chosen.map((index) => candidates[index]?.name ?? ''), why: choice.undivided };
}

it('puts a row around what would be outside of all rows', () => {
  const wrapper = candidate('wrapper');
  const parts = ['b', 'c'].map((name) => candidate(name));
  const stacks = [
    { steps: [0], share: 0.3 },
    { steps: [0, 1], share: 0.35 },
    { steps: [0, 2], share: 0.35 },
  ];
  expect(chosen(stacks, [wrapper, ...parts]).names).toEqual(expect.arrayContaining(['wrapper', 'b', 'c']));
});

it('leaves out what runs a thousand times an operation, and says so of the row around it', () => {
  const stacks = [
    { steps: [0], share: 0.2 },
    { steps: [0, 1], share: 0.8 },
  ];
  const { names, why } = chosen(stacks, [candidate('outer'), candidate('step')], { step: 2000 });
  expect(names).toEqual(['outer']);
  expect(why).toEqual(['step runs 2000 times an operation inside it']);
});

it('leaves out what is shorter than a clock read', () => {
  const stacks = [
    { steps: [0], share: 0.5 },
    { steps: [0, 1], share: 0.5 },
  ];
  const { names, why } = chosen(stacks, [candidate('outer'), candidate('tiny')], { tiny: 500 });
  expect(names).toEqual(['outer']);
  expect(why).toEqual(['tiny inside it is shorter than a clock read']);
});

it('divides a function that keeps much for itself into its statements', () => {
  const whole = candidate('whole');
  const lines = ['one', 'two'].map((name) => candidate(name, { kind: 'line' }));
  const stacks = [
    { steps: [0, 1], share: 0.5 },
    { steps: [0, 2], share: 0.5 },
  ];
  expect(chosen(stacks, [whole, ...lines]).names.sort()).toEqual(['one', 'two', 'whole']);
});

it('says of a loop that it is one', () => {
  const loop = candidate('for', { kind: 'line', isLoop: true });
  const { why } = chosen([{ steps: [0], share: 1 }], [loop]);
  expect(why).toEqual(['it is one loop']);
});

it('says where nothing of a file runs inside', () => {
  expect(chosen([{ steps: [0], share: 1 }], [candidate('native')]).why).toEqual([
    'no function or statement of a file runs inside it',
  ]);
});

it('chooses nothing without samples', () => {
  expect(chosen([], [])).toEqual({ names: [], why: [] });
});
