import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isRationed } from '../../src/measure/fork/processor/keep-awake.js';

const built = fileURLToPath(new URL('../../dist/measure/fork/processor/keep-awake.js', import.meta.url));
const starter = `
  const { keepAwake } = await import(${JSON.stringify(built)});
  process.stdout.write(JSON.stringify(await keepAwake()));
  process.stdin.resume();
`;

/** The processes that a process starts, which is killed then; null where it cannot. */
async function startedByKilled(): Promise<readonly number[] | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', starter], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  const kept = JSON.parse(String(text)) as { readonly processes: number[] } | null;
  expect(kept?.processes.every(isAlive) ?? true).toBe(true);
  child.kill('SIGKILL');
  return kept?.processes ?? null;
}

const isAlive = (process: number): boolean => existsSync(`/proc/${process}`);

/** Within a minute: a process of idle priority hardly runs on a busy machine. */
async function waitUntil(condition: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 1200 && !condition(); turn++) await after(50);
  return condition();
}

describe('processors that are kept awake', () => {
  it('are released when the process that keeps them awake is killed', async () => {
    const processes = await startedByKilled();
    // Null is right only where nothing can be given idle priority, or should be.
    if (processes === null)
      expect(isRationed() || cpus().length > 8 || spawnSync('chrt', ['-i', '0', 'true']).status !== 0).toBe(
        true,
      );
    else expect(await waitUntil(() => !processes.some(isAlive))).toBe(true);
  });

  it('are released at once when that process was gone before they were occupied', () => {
    const occupant = fileURLToPath(new URL('../../dist/measure/fork/processor/occupy.js', import.meta.url));
    const ofAnother = spawnSync(process.execPath, [occupant, String(process.ppid)], { timeout: 60_000 });
    expect([ofAnother.status, ofAnother.signal]).toEqual([0, null]);
  });
});
