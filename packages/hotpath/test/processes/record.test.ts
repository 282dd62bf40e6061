import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readProfileFile } from '../../src/profiles/formats/read-profile-file.js';
import { functionTable } from '../../src/profiles/tree/function-table.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

// `burn` does work instead of taking time, so that a process on a busy machine is sampled as often.
const files = {
  'fib.mjs': `
    export function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
    export function burn(ms) { let x = 1; for (let i = 0; i < ms * 7e5; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; return x; }`,
  'main.mjs': `import { fib, burn } from './fib.mjs';
    function never() { return 1; }
    class Job { run() { return fib(15); } }
    for (let i = 0; i < 3; i++) new Job().run();
    burn(100);
    console.log('from the program');
    process.exitCode = 7;`,
  'threads.mjs': `import { Worker, isMainThread } from 'node:worker_threads';
    import { spawnSync } from 'node:child_process';
    import { burn, fib } from './fib.mjs';
    fib(10);
    if (isMainThread) { function inMain() { burn(100); } inMain();
      new Worker(new URL(import.meta.url));
      spawnSync(process.execPath, ['main.mjs'], { stdio: 'ignore' });
      setTimeout(() => {}, 300); }
    else { function inWorker() { burn(100); } inWorker(); }`,
  'ended.mjs': `import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
    import { burn } from './fib.mjs';
    const start = (name) => new Worker(new URL(import.meta.url), { workerData: name });
    const work = () => { burn(60); parentPort.postMessage(workerData); };
    const parts = {
      busyAtExit() { work(); burn(1e6); },
      idleAtExit() {
        work();
        start('nested').on('message', (name) => parentPort.postMessage(name));
        setInterval(() => {}, 1000);
      },
      nested() { work(); setInterval(() => {}, 1000); },
      terminated() { work(); setInterval(() => {}, 1000); },
    };
    if (!isMainThread) parts[workerData]();
    else {
      const left = new Set(Object.keys(parts));
      const workers = Object.keys(parts).filter((name) => name !== 'nested').map(start);
      for (const worker of workers)
        worker.on('message', async (name) => {
          left.delete(name);
          if (left.size > 0) return;
          await workers.at(-1).terminate();
          process.exit(3);
        });
    }`,
  'server.mjs': `import { burn } from './fib.mjs';
    console.log('ready');
    setInterval(function tick() { burn(20); }, 25);`,
  'fails.mjs': `throw new Error('no');`,
};

function workspace(): string {
  const made = createWorkspace(files);
  folders.push(made);
  return made.folder;
}

/** Functions with their own time in ms, of a profile in a folder. */
async function times(folder: string, file: string): Promise<Map<string, number>> {
  const profile = await readProfileFile(join(folder, file));
  return new Map(functionTable(profile).map(({ called, own }) => [called.name, own / 1e6]));
}

describe('hotpath record', () => {
  it('leaves the program its output and its exit code, and writes where its time went', async () => {
    const folder = workspace();
    const { code, out, err } = await hotpath(folder, ['record', '--', process.execPath, 'main.mjs']);
    expect([code, out]).toEqual([7, 'from the program\n']);
    expect(err).toMatch(/^profile\.svg: .* in [\d,]+ samples/);
    expect(readFileSync(join(folder, 'profile.svg'), 'utf8')).toContain('data-name="burn"');
  });

  it('records worker threads; other processes only with --subprocesses, idle time only with --idle', async () => {
    const folder = workspace();
    const program = ['--', 'sh', '-c', `${process.execPath} threads.mjs; exit 3`];
    expect((await hotpath(folder, ['record', '--out', 'own.cpuprofile', ...program])).code).toBe(3);
    expect((await hotpathInProcess(folder, ['flame', 'own.cpuprofile', '--out', 'own.collapsed'])).code).toBe(
      0,
    );
    const own = readFileSync(join(folder, 'own.collapsed'), 'utf8');
    expect(own).toMatch(/inMain.*;burn/);
    expect(own).toMatch(/inWorker.*;burn/);
    expect(own).not.toMatch(/main\.mjs|\(idle\)/);
    await hotpath(folder, ['record', '--subprocesses', '--idle', '--out', 'all.collapsed', ...program]);
    const stacks = readFileSync(join(folder, 'all.collapsed'), 'utf8');
    expect(stacks).toMatch(/inMain.*;burn/);
    expect(stacks).toMatch(/main\.mjs.*;burn/);
    expect(stacks).toMatch(/\(idle\)/);
  });

  it('keeps what was sampled of worker threads that the main thread ends, busy or idle', async () => {
    const folder = workspace();
    const program = ['--', process.execPath, 'ended.mjs'];
    const { code } = await hotpath(folder, ['record', '--out', 'ended.collapsed', ...program]);
    expect(code).toBe(3);
    const stacks = readFileSync(join(folder, 'ended.collapsed'), 'utf8');
    for (const name of ['busyAtExit', 'idleAtExit', 'terminated', 'nested'])
      expect(stacks).toMatch(new RegExp(`${name}.*;burn`));
  });

  it('keeps what was recorded when it is interrupted', async () => {
    const folder = workspace();
    const { code, err } = await hotpath(
      folder,
      ['record', '--out', 'server.cpuprofile', '--', process.execPath, 'server.mjs'],
      (child) => {
        child.stdout?.once('data', () => setTimeout(() => child.kill('SIGINT'), 1000));
      },
    );
    expect([code, err]).toEqual([130, expect.stringContaining('server.cpuprofile: ')]);
    expect((await times(folder, 'server.cpuprofile')).get('burn')).toBeGreaterThan(50);
  });

  it('writes one .cpuprofile per thread into a folder, named as Node names them', async () => {
    const folder = workspace();
    mkdirSync(join(folder, 'profiles'));
    const program = ['--', process.execPath, 'threads.mjs'];
    const { code, err } = await hotpath(folder, ['record', '--out', 'profiles', ...program]);
    expect(code).toBe(0);
    const names = readdirSync(join(folder, 'profiles')).sort();
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^CPU\.\d{8}\.\d{6}\.\d+\.[01]\.001\.cpuprofile$/);
    const [note, ...kept] = err.trim().split('\n').sort();
    expect(note).toContain('started 1 Node process that was not recorded');
    expect(kept).toEqual(names.map((name) => `profiles/${name}`));
    await hotpathInProcess(folder, ['flame', 'profiles', '--out', 'profiles/']);
    expect(readdirSync(join(folder, 'profiles'))).toHaveLength(3);
    expect((await hotpathInProcess(folder, ['record', '--out', 'none/', ...program])).code).toBe(2);
  });

  it('does not start the program when its output file cannot be written', async () => {
    const folder = workspace();
    for (const out of ['x.docx', 'no/where.svg']) {
      const words = ['record', '--out', out, '--', process.execPath, 'main.mjs'];
      const ended = await hotpathInProcess(folder, words);
      expect([ended.code, ended.out]).toEqual([2, '']);
    }
  });

  it('explains that nothing was recorded, or that the program could not be started', async () => {
    const folder = workspace();
    expect(await hotpath(folder, ['record', '--', 'sh', '-c', 'exit 0'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('no Node process was recorded'),
    });
    expect((await hotpath(folder, ['record', '--', 'sh', '-c', 'exit 9'])).code).toBe(9);
    expect(await hotpath(folder, ['record', '--', 'no-such-program'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no-such-program: cannot be started'),
    });
    expect((await hotpath(folder, ['record', '--', process.execPath, 'fails.mjs'])).code).toBe(1);
    expect(existsSync(join(folder, 'profile.svg'))).toBe(true);
  });
});

describe('hotpath functions', () => {
  it('counts calls exactly and samples times, in the columns of cProfile', async () => {
    const folder = workspace();
    const { code, out } = await hotpath(folder, [
      'functions',
      '--filter',
      'mjs',
      '--',
      process.execPath,
      'main.mjs',
    ]);
    expect(code).toBe(7);
    const [said, , head] = out.split('\n');
    expect(said).toBe('from the program');
    // The share and the second percall are in the table when there is room for them.
    const columns = head?.split('│').map((cell) => cell.trim());
    expect(columns?.filter((title) => title !== '' && title !== '%').slice(0, 5)).toEqual([
      'file:line(function)',
      'ncalls',
      'tottime',
      'percall',
      'cumtime',
    ]);
    const burn = out.split('\n').find((line) => line.includes('(burn)'));
    expect(burn).toMatch(/fib\.mjs:3\(burn\) +│ +1 │/);
    expect(out).not.toContain('(never)');
  });

  it('counts recursive calls exactly', async () => {
    const folder = workspace();
    const busy = { 'busy.mjs': `import { fib } from './fib.mjs';\nfor (let i = 0; i < 200; i++) fib(22);\n` };
    const made = createWorkspace({ ...files, ...busy });
    folders.push(made);
    const { out } = await hotpath(made.folder, [
      'functions',
      '--filter',
      'fib',
      '--',
      process.execPath,
      'busy.mjs',
    ]);
    // fib(22) makes 57,313 calls. Long enough that samples fall into it on a busy machine: what has none is not listed.
    expect(out).toMatch(/fib\.mjs:2\(fib\) +│ +11,462,600 │/);
    expect(folder).not.toBe(made.folder);
  });

  it('sorts and limits the table of an existing profile', async () => {
    const made = createWorkspace({ 'app.folded': 'main;zeta 5\nmain;alpha 30\nmain 2\n' });
    folders.push(made);
    const names = async (...words: string[]): Promise<string[]> =>
      [
        ...(await hotpathInProcess(made.folder, ['functions', ...words, 'app.folded'])).out.matchAll(
          /│ (main|zeta|alpha) /g,
        ),
      ].map(([, name]) => name as string);
    expect(await names()).toEqual(['alpha', 'zeta', 'main']);
    expect(await names('--sort', 'cumtime')).toEqual(['main', 'alpha', 'zeta']);
    expect(await names('--sort', 'name', '--limit', '1')).toEqual(['alpha']);
    expect(await names('--filter', 'ze')).toEqual(['zeta']);
  });
});
