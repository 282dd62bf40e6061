import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../../test/support/workspace.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { createMeasurementFiles, type MeasurementFiles } from './save-measurements.js';

const measured = (name: string): Measurement =>
  ({ plan: { path: { name }, forks: [{}, {}] }, forks: [{}] }) as unknown as Measurement;

let made: Workspace;
let said: string;
beforeEach(() => {
  made = createWorkspace({});
  said = '';
});
afterEach(() => made.remove());

function filesFor(specs: number, target: string | null): MeasurementFiles {
  const err = (text: string): void => {
    said += text;
  };
  return createMeasurementFiles(specs, target, made.folder, { out: err, err, status: err, width: 80 });
}

const nameIn = (file: string): string => JSON.parse(readFileSync(made.path(file), 'utf8')).plan.path.name;

describe('a measurement that is saved', () => {
  it('is in the file that was named when it is the only one, whatever the name of its path', () => {
    filesFor(1, 'm.json').save(measured('../a/b'));
    expect(nameIn('m.json')).toBe('../a/b');
    expect(said).toBe('');
  });

  it('is in a file of its own, below the name that was given, when there are several', () => {
    const files = filesFor(5, 'm.json');
    for (const name of ['a/b', 'a-b', '../c', 'x$&y', 'a/b']) files.save(measured(name));
    const names = ['m-a-b.json', 'm-a-b-2.json', 'm-c.json', 'm-x-y.json', 'm-a-b-3.json'];
    expect(names.map(nameIn)).toEqual(['a/b', 'a-b', '../c', 'x$&y', 'a/b']);
    expect(readdirSync(made.folder)).toHaveLength(names.length);
    expect(said).toContain('hotpath: a-b: saved in m-a-b-2.json\n');
  });

  it('replaces that of an earlier command where the path is the same', () => {
    for (const name of ['a/b', 'a-b', 'a/b']) filesFor(2, 'm').save(measured(name));
    expect([nameIn('m-a-b.json'), nameIn('m-a-b-2.json')]).toEqual(['a/b', 'a-b']);
    expect(existsSync(made.path('m-a-b-3.json'))).toBe(false);
  });

  it('is nowhere when no file was named', () => {
    filesFor(2, null).save(measured('a'));
    expect(readdirSync(made.folder)).toEqual([]);
  });
});

describe('a measurement that was interrupted', () => {
  it('is kept in this folder, each in a file of its own', () => {
    const files = filesFor(1, null);
    for (const name of ['GET /users/:id', '../GET users id']) files.keepInterrupted(measured(name));
    expect(nameIn('GET-users-id.measurement.json')).toBe('GET /users/:id');
    expect(nameIn('GET-users-id-2.measurement.json')).toBe('../GET users id');
    expect(said).toContain('1 of 2 forks are saved in GET-users-id-2.measurement.json\n');
  });
});
