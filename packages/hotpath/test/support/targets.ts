import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createWorkspace, type Workspace } from './workspace.js';

/** A program that is busy for ever in `stuck`, after a change of what programs usually leave alone. */
function stuckAfter(change: string): string {
  return `${change};
    console.log('ready 0');
    setTimeout(function stuck() { for (;;); }, 1);`;
}

/** Programs to attach to. Each prints "ready" when it is at work. */
const programs = {
  'work.mjs': `export const burn = (ms) => { const end = Date.now() + ms; let x = 0; while (Date.now() < end) x++; return x; };`,
  'server.mjs': `import { createServer } from 'node:http';
    import { burn } from './work.mjs';
    function heavy() { burn(30); }
    function light() { burn(10); }
    setInterval(function tick() { heavy(); light(); }, 45);
    const server = createServer((request, answer) => answer.end('served'));
    server.listen(0, '127.0.0.1', () => console.log('ready ' + server.address().port));`,
  'idle.mjs': `import { createServer } from 'node:http';
    const server = createServer((request, answer) => answer.end('served'));
    setTimeout(() => {}, 1e6);
    server.listen(0, '127.0.0.1', () => console.log('ready ' + server.address().port));`,
  'stuck.mjs': `class Job {
      turns = 0;
      run() {
        for (;;) {
          this.turns++;
        }
      }
    }
    async function inner() { await null; new Job().run(); }
    async function outer() { await inner(); }
    console.log('ready 0');
    setTimeout(outer, 1);`,
  'threads.mjs': `import { Worker, isMainThread } from 'node:worker_threads';
    import { burn } from './work.mjs';
    if (isMainThread) {
      new Worker(new URL(import.meta.url), { name: 'bob' }).once('online', () => console.log('ready 0'));
      process.once('SIGUSR2', () => {
        new Worker(new URL('./late.mjs', import.meta.url)).once('exit', () => console.log('late worker ended'));
      });
      setInterval(function inMain() { burn(20); }, 30);
    } else setInterval(function inWorker() { burn(20); }, 30);`,
  'late.mjs': `import { burn } from './work.mjs';
    let left = 100;
    const timer = setInterval(function inLateWorker() { burn(20); if (--left === 0) clearInterval(timer); }, 25);`,
  'parent.mjs': `import { fork } from 'node:child_process';
    import { burn } from './work.mjs';
    const [, , who] = process.argv;
    if (who === 'a') setInterval(function inFirst() { burn(20); }, 30);
    else if (who === 'b') setInterval(function inSecond() { burn(20); }, 30);
    else {
      const file = new URL(import.meta.url);
      const children = ['a', 'b'].map((name) => fork(file, [name], { execArgv: [] }));
      process.once('SIGTERM', () => { for (const child of children) child.kill(); process.exit(); });
      setInterval(function inParent() { burn(10); }, 30);
      console.log('ready 0');
    }`,
  'ends.mjs': `import { burn } from './work.mjs';
    setInterval(function lastWork() { burn(20); }, 25);
    console.log('ready 0');
    process.once('SIGUSR2', () => setTimeout(() => process.exit(9), 500));`,
  // Busy until a file named "go" exists, and back in its event loop afterwards.
  'turns.mjs': `import { existsSync } from 'node:fs';
    console.log('ready 0');
    setTimeout(function turn() {
      while (!existsSync('go'));
      setTimeout(() => console.log('turned'), 100);
    }, 1);
    setInterval(() => {}, 1000);`,
  'frozen.mjs': stuckAfter('Object.freeze(Error)'),
  'getter.mjs': stuckAfter(
    "Object.defineProperty(Error, 'prepareStackTrace', { get() {}, set() {}, configurable: false })",
  ),
  'no-limit.mjs': stuckAfter(
    "Object.defineProperty(Error, 'stackTraceLimit', { value: 0, writable: false })",
  ),
  'own-json.mjs': stuckAfter("JSON.stringify = JSON.parse = () => 'mine'"),
  'own-process.mjs': stuckAfter('globalThis.process = globalThis.Error = undefined'),
  'frozen-idle.mjs': `Object.freeze(Error); setInterval(() => {}, 1000); console.log('ready 0');`,
  'deep.mjs': `function down(left) { if (left === 0) for (;;); down(left - 1); }
    console.log('ready 0');
    setTimeout(function outermost() { down(4000); }, 1);`,
  'blocked.mjs': `import { execSync } from 'node:child_process';
    console.log('ready 0');
    setTimeout(() => execSync('sleep 30'), 100);`,
};

export interface Target {
  readonly pid: number;
  readonly process: ChildProcess;
  /** Where it serves. */
  readonly port: number;
  /** The port of its inspector, printed by Node; null before it opened one. */
  inspectorPort(): number | null;
  /** Until a debugger has been attached to it, so many times in all, and some more time has passed. */
  attached(times: number, moreMs: number): Promise<void>;
  ended(): Promise<number | null>;
}

export interface Targets extends Workspace {
  /** Starts a program of the folder until the test ends, with its inspector at any free port unless other options are given. */
  start(program: keyof typeof programs, options?: readonly string[]): Promise<Target>;
}

export function createTargets(): Targets {
  const workspace = createWorkspace(programs);
  return {
    ...workspace,
    async start(program, options = ['--inspect-port=0']) {
      const child = spawn(process.execPath, [...options, program], { cwd: workspace.folder });
      onTestFinished(() => end(child));
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      const over = once(child, 'exit');
      const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      const [, port] = /^ready (\d+)/.exec(text) ?? [];
      return {
        pid: child.pid as number,
        process: child,
        port: Number(port),
        inspectorPort() {
          const last = [...err.matchAll(/listening on ws:\/\/[^/]*:(\d+)\//g)].at(-1);
          return last ? Number(last[1]) : null;
        },
        async attached(times, moreMs) {
          while (err.split('Debugger attached.').length <= times) await pause(20);
          await pause(moreMs);
        },
        ended: async () => ((await over) as [number | null])[0],
      };
    },
  };
}

/** Ends a process before the next test, from which it would take the processor. SIGTERM first: it may have children to end. */
async function end(child: ChildProcess): Promise<void> {
  const over = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  child.kill('SIGTERM');
  await Promise.race([over, pause(500)]);
  child.kill('SIGKILL');
  await over;
}

/** Whether nobody listens on a port of this machine: a server can be opened there. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** What a target's server says. */
export async function served({ port }: Target): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}`)).text();
}
