import { chmodSync, mkdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { checkCommand } from '../files/runnable.js';
import { areProfiles, isNodeProfile, withoutEnding } from './profile-names.js';

const made = createWorkspace({
  'data.unknown': 'main 3\n',
  'runnable.unknown': 'main 3\n',
  'prog.mjs': '',
  tool: '#!/bin/sh\n',
  node: 'a file with the name of a command',
});
for (const file of ['runnable.unknown', 'tool']) chmodSync(made.path(file), 0o755);
mkdirSync(made.path('profiles'));
afterAll(made.remove);

describe('inputs are profiles', () => {
  it.each([
    'missing.cpuprofile',
    'missing.json',
    'CPU.cpuprofile.gz',
    'a.folded.br',
    'trace.JSON.gz',
    'profiles',
    'data.unknown',
    './data.unknown',
    // Some file systems let all files be run.
    'runnable.unknown',
    'data.unknown prog.mjs',
    'a.json missing',
  ])('%s', (words) => {
    expect(areProfiles(words.split(' '), made.folder)).toBe(true);
  });

  it.each(['node build.js', 'node data.unknown', 'sh', './tool', './tool a.json', './missing', 'prog.mjs'])(
    'and a command otherwise: %s',
    (words) => {
      expect(areProfiles(words.split(' '), made.folder)).toBe(false);
    },
  );
});

describe('a command', () => {
  it.each(['node', './tool', './missing', 'missing', 'sh -c x'])('may be %s', (words) => {
    expect(checkCommand(words.split(' '), made.folder)).toBeUndefined();
  });

  it.each([
    ['data.unknown', 'Give a command'],
    ['runnable.unknown', 'Give a command'],
    ['prog.mjs', 'Start it with Node: -- node prog.mjs'],
  ])('cannot be %s, which is a file', (word, hint) => {
    expect(() => checkCommand([word], made.folder)).toThrow(
      expect.objectContaining({
        message: `${word}: is a file that cannot be run as a command`,
        hint: expect.stringContaining(hint),
      }),
    );
  });
});

it.each([
  ['CPU.1.cpuprofile', 'CPU.1'],
  ['a.cpuprofile.gz', 'a'],
  ['a.pb.gz', 'a'],
  ['a.speedscope.json', 'a'],
  ['trace.json', 'trace'],
  ['a.txt', 'a'],
  ['plain', 'plain'],
])('a profile %s has the name %s without its ending', (name, without) => {
  expect(withoutEnding(name)).toBe(without);
});

it('profiles of Node are those of --cpu-prof, packed or not', () => {
  const names = ['a.cpuprofile', 'a.cpuprofile.gz', 'a.json', 'cpuprofile'];
  expect(names.filter(isNodeProfile)).toEqual(['a.cpuprofile', 'a.cpuprofile.gz']);
});
