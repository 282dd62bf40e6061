import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { createPathFiles } from './path-files.js';

const made = createWorkspace({ 'old-a-b.txt': 'a/b', 'old-x.txt': 'another path' });
afterAll(made.remove);

const files = () => createPathFiles((file, pathName) => readFileSync(file, 'utf8') === pathName);
const named = (stem: string): string => made.path(`${stem}.txt`);

describe('the file of a path', () => {
  it('is in the folder that was meant, whatever the name', () => {
    const choose = files();
    expect(['../c', 'a/b', 'x$&y'].map((name) => choose(name, named))).toEqual(
      ['c.txt', 'a-b.txt', 'x-y.txt'].map(made.path),
    );
  });

  it('is its own where safe names are the same, or differ only in capitals, or have the number already', () => {
    const choose = files();
    const names = ['a/b', 'a-b', 'a-b-2', 'A b', 'a/b'];
    expect(names.map((name) => choose(name, named))).toEqual(
      ['a-b.txt', 'a-b-2.txt', 'a-b-2-2.txt', 'A-b-3.txt', 'a-b-4.txt'].map(made.path),
    );
  });

  it('replaces an existing file of the same path, and of no other', () => {
    const choose = files();
    const old = (stem: string): string => made.path(`old-${stem}.txt`);
    expect(choose('a/b', old)).toBe(made.path('old-a-b.txt'));
    expect(choose('x', old)).toBe(made.path('old-x-2.txt'));
    expect(files()('a-b', old)).toBe(made.path('old-a-b-2.txt'));
  });
});
