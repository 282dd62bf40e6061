import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createTargets, isFree, served } from '../support/targets.js';
import { hotpath } from '../support/workspace.js';

const targets = createTargets();
afterAll(() => targets.remove());
const { folder } = targets;

describe('hotpath dump', () => {
  it('prints what a busy thread does, to the line, and who waits for it', async () => {
    const target = await targets.start('stuck.mjs');
    await pause(300);
    const { code, out, err } = await hotpath(folder, ['dump', String(target.pid)]);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(new RegExp(`^Process ${target.pid}: \\S+ --inspect-port=0 stuck\\.mjs$`));
    expect(lines[1]).toBe(`Node ${process.version}`);
    expect(lines[3]).toBe('Thread 0 (main): active');
    const frames = lines.slice(4).join('\n');
    expect(frames).toMatch(
      /^ +Job\.run \(stuck\.mjs:[45]:\d+\)\n +inner \(stuck\.mjs:9:52\)\n +async outer \(stuck\.mjs:10:30\)\n/,
    );
    expect(await isFree(target.inspectorPort() as number)).toBe(true);
  });

  it('prints what an idle thread waits for, and no stack', async () => {
    const target = await targets.start('idle.mjs');
    await pause(300);
    for (let round = 0; round < 2; round++) {
      const { out } = await hotpath(folder, ['dump', String(target.pid)]);
      expect(out).toMatch(/Thread 0 \(main\): idle, waits for .*1 TCPServerWrap/);
      expect(out).not.toContain('    ');
      expect(await served(target)).toBe('served');
    }
    expect(await isFree(target.inspectorPort() as number)).toBe(true);
  });

  it('prints all threads, as JSON too', async () => {
    const target = await targets.start('threads.mjs');
    const { out } = await hotpath(folder, ['dump', String(target.pid), '--json']);
    const { pid, version, threads } = JSON.parse(out);
    expect([pid, version]).toEqual([target.pid, process.version]);
    const named = (threads as { id: number; name: string }[]).map(({ id, name }) => [id, name]);
    expect(named).toEqual([
      [0, ''],
      [1, 'bob'],
    ]);
    expect(['active', 'idle']).toContain(threads[1].state);
  });

  it.each(['frozen.mjs', 'getter.mjs', 'no-limit.mjs', 'own-json.mjs', 'own-process.mjs'] as const)(
    'prints the stack of a program that has changed what it is asked by, and leaves it: %s',
    async (program) => {
      const target = await targets.start(program);
      await pause(100);
      const { code, out, err } = await hotpath(folder, ['dump', String(target.pid)]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`Thread 0 \\(main\\): active.*\n +stuck \\(${program}:3:\\d+\\)\n`));
      expect(await isFree(target.inspectorPort() as number)).toBe(true);
    },
  );

  it.each([[['--inspect-port=0']], [['--inspect-port=0', '--frozen-intrinsics']]])(
    'prints that a program is idle that has frozen Error, started with %j',
    async (options) => {
      const target = await targets.start('frozen-idle.mjs', options);
      const { code, out } = await hotpath(folder, ['dump', String(target.pid)]);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/Thread 0 \(main\): idle, waits for .*1 Timeout\n/),
      ]);
      expect(await isFree(target.inspectorPort() as number)).toBe(true);
    },
  );

  it('says how many frames of a deep stack it does not print', async () => {
    const target = await targets.start('deep.mjs');
    await pause(100);
    const { out } = await hotpath(folder, ['dump', String(target.pid)]);
    const frames = out.split('\n').filter((line) => line.startsWith('    down ('));
    expect(frames).toHaveLength(999);
    expect(out).toMatch(/\n {4}… 3,0\d\d more\n$/);
  });

  it('leaves no inspector open in a program that returns to its event loop only afterwards', async () => {
    const target = await targets.start('turns.mjs');
    await pause(100);
    const { out } = await hotpath(folder, ['dump', String(target.pid)]);
    expect(out).toContain('turn (turns.mjs:');
    const turned = once(target.process.stdout as NonNullable<typeof target.process.stdout>, 'data');
    writeFileSync(join(folder, 'go'), '');
    expect(String(await turned)).toContain('turned');
    expect(await isFree(target.inspectorPort() as number)).toBe(true);
  });

  it('leaves the process running when hotpath is killed in the middle', async () => {
    const target = await targets.start('server.mjs');
    const killed = hotpath(folder, ['dump', String(target.pid)], (child) => {
      target.attached(1, 0).then(() => child.kill('SIGKILL'));
    });
    await killed;
    expect(await served(target)).toBe('served');
    expect((await hotpath(folder, ['dump', String(target.pid)])).code).toBe(0);
  });

  it('refuses a process number that does not exist with one sentence', async () => {
    const { code, out, err } = await hotpathInProcess(folder, ['dump', String(process.ppid + 2 ** 30)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('there is no process');
  });
});

describe('hotpath top', () => {
  const rows = (out: string): string[] => out.split('\n').filter((line) => /^ *\d+\.\d% /.test(line));

  it('prints snapshots one after another where there is no terminal', async () => {
    // Of code that replaced a running loop before it came, V8's profiler does not know: docs/method/profiles.md.
    const flags = ['--inspect-port=0', '--no-turbo-inlining', '--no-use-osr'];
    const target = await targets.start('server.mjs', flags);
    const words = ['top', String(target.pid), '--count', '2', '--interval', '1500ms', '--sort', 'total'];
    const { code, out, err } = await hotpath(folder, words);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('\u001b');
    const snapshots = out
      .trimEnd()
      .split('\n\n\n')
      .join('\n\n')
      .split(/(?=^hotpath top)/m);
    expect(snapshots).toHaveLength(2);
    const [first = '', second = ''] = snapshots;
    for (const snapshot of [first, second]) {
      expect(snapshot).toMatch(
        /busy \d+\.\d%, idle \d+\.\d%, collecting garbage \d+\.\d%\nbusy threads: 0 \(main\)/,
      );
      expect(rows(snapshot).find((row) => row.includes('tick (server.mjs:5)'))).toMatch(
        /^ +0\.\d% +(?:100\.0|[5-9]\d\.\d)%/,
      );
    }
    const ownSeconds = (text: string): number => {
      const row = rows(text).find((line) => line.includes('burn (work.mjs:1)')) as string;
      return Number(row.trim().split(/ +/)[2]);
    };
    expect(ownSeconds(second)).toBeGreaterThan(ownSeconds(first));
    expect(await served(target)).toBe('served');
    expect(await isFree(target.inspectorPort() as number)).toBe(true);
  });

  it('reports the end of the process, which is not an error', async () => {
    const target = await targets.start('ends.mjs');
    const watching = hotpath(folder, ['top', String(target.pid), '--interval', '500ms']);
    await target.attached(1, 1000);
    target.process.kill('SIGUSR2');
    expect(await watching).toMatchObject({ code: 0, err: `note: process ${target.pid} ended\n` });
    expect(await target.ended()).toBe(9);
  });

  it('draws a screen that keys change, and restores the terminal', async () => {
    if (spawnSync('script', ['--version']).status !== 0) return;
    const target = await targets.start('server.mjs');
    const bin = join(import.meta.dirname, '../../bin/hotpath.js');
    const shell = `stty rows 30 cols 90; ${process.execPath} ${bin} top ${target.pid}`;
    const terminal = spawn('script', ['-qec', shell, '/dev/null'], {
      cwd: folder,
      env: { ...process.env, TERM: 'xterm' },
    });
    const over = once(terminal, 'close');
    let stdout = '';
    const shown = (text: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!stdout.includes(text)) return;
          terminal.stdout.off('data', look);
          resolve();
        };
        terminal.stdout.on('data', look);
        look();
      });
    terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    await shown('[1 %Own]');
    terminal.stdin.write('3');
    await shown('[3 OwnTime]');
    terminal.stdin.write('q');
    const [status] = await over;
    expect(status).toBe(0);
    expect(stdout).toContain('\u001b[?1049h');
    expect(stdout).toContain('[1 %Own]');
    expect(stdout).toContain('[3 OwnTime]');
    expect(stdout.trimEnd().endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
  });
});
