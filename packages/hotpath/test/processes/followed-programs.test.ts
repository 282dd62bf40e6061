import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A function that works, and prints which variables the program sees. */
const working = (name: string): string =>
  `function ${name}() { let x = 1; for (let i = 0; i < 6e7; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; return x; } ${name}();`;
const said = `require('node:fs').appendFileSync('said', JSON.stringify([process.env.MINE ?? null, process.env.NODE_OPTIONS ?? null]) + '\\n');`;

const files = {
  'worker.cjs': `${working('inFile')} ${said}`,
  'threads.cjs': [
    `const { Worker } = require('node:worker_threads');`,
    `const end = (...words) => new Promise((resolve) => new Worker(...words).on('exit', resolve));`,
    `(async () => {`,
    `  await end('./worker.cjs', { env: { MINE: '1' } });`,
    `  await end(${JSON.stringify(working('inText'))}, { eval: true });`,
    `  await end(${JSON.stringify(`${working('inBoth')} ${said}`)}, { eval: true, env: { MINE: '2', NODE_OPTIONS: '--no-warnings' } });`,
    `})();`,
  ].join('\n'),
  'app.cjs': `${working('inApp')} ${said}`,
  'starter.cjs': [
    `const { spawn, execFileSync } = require('node:child_process');`,
    `spawn(process.execPath, ['app.cjs'], { env: { MINE: '3' } });`,
    `execFileSync(process.execPath, ['app.cjs'], { env: { MINE: '4' } });`,
    `spawn(process.execPath, ['app.cjs']);`,
  ].join('\n'),
  'busy.cjs': [
    `const { Worker } = require('node:worker_threads');`,
    `const busy = 'function endless() { for (let x = 0; ; x = (x * 31) | 0) if (x > 1e9) x = 0; }';`,
    `const worker = new Worker(busy + 'require("node:worker_threads").parentPort.postMessage(1); endless();', { eval: true });`,
    `worker.on('message', () => setTimeout(async () => console.log('ended', await worker.terminate()), 200));`,
  ].join('\n'),
  'brief.cjs': [
    `const { Worker } = require('node:worker_threads');`,
    `for (let i = 0; i < 2; i++) new Worker('for (;;);', { eval: true }).terminate();`,
  ].join('\n'),
  'program.es6': working('inEs6'),
};

function workspace(): Workspace {
  const made = createWorkspace(files);
  folders.push(made);
  return made;
}

const record = (folder: string, ...words: string[]) =>
  hotpath(folder, ['record', '--out', 'p.collapsed', ...words]);

describe('hotpath record', () => {
  it('follows threads made from text and with an environment of their own, which stays as it is', async () => {
    const { folder, path } = workspace();
    const { code } = await record(folder, '--', process.execPath, 'threads.cjs');
    expect(code).toBe(0);
    const profile = readFileSync(path('p.collapsed'), 'utf8');
    for (const name of ['inFile', 'inText', 'inBoth']) expect(profile).toContain(`;${name} (`);
    const lines = readFileSync(path('said'), 'utf8').trim().split('\n');
    expect(lines).toEqual(['["1",null]', '["2","--no-warnings"]']);
  });

  it('records a busy thread that the program ends, and ends it', async () => {
    const { folder, path } = workspace();
    const { out } = await record(folder, '--', process.execPath, 'busy.cjs');
    expect(out).toBe('ended 1\n');
    expect(readFileSync(path('p.collapsed'), 'utf8')).toContain(';endless (');
  });

  it('says how many threads were not recorded', async () => {
    const { folder } = workspace();
    const { err } = await record(folder, '--', process.execPath, 'brief.cjs');
    expect(err).toContain('started 2 worker threads that were not recorded: they were ended before they ran');
  });

  it('says how many Node processes were not recorded', async () => {
    const { folder, path } = workspace();
    const { err } = await record(folder, '--', process.execPath, 'starter.cjs');
    expect(err).toContain('started 3 Node processes that were not recorded; --subprocesses records them too');
    expect(readFileSync(path('p.collapsed'), 'utf8')).not.toContain('inApp');
  });

  it('records processes with an environment of their own, which stays as it is', async () => {
    const { folder, path } = workspace();
    const { err } = await record(folder, '--subprocesses', '--', process.execPath, 'starter.cjs');
    expect(err).not.toContain('not recorded');
    expect(readFileSync(path('p.collapsed'), 'utf8')).toContain(';inApp (');
    const lines = readFileSync(path('said'), 'utf8').trim().split('\n');
    expect(lines.filter((line) => line.endsWith(',null]')).sort()).toEqual(['["3",null]', '["4",null]']);
  });

  it('runs a program whose extension only CommonJS takes', async () => {
    const { folder, path } = workspace();
    const { code } = await record(folder, '--', process.execPath, 'program.es6');
    expect(code).toBe(0);
    expect(readFileSync(path('p.collapsed'), 'utf8')).toContain(';inEs6 (');
  });
});
