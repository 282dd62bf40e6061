import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/loggers/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'loggers-main-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]) {
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
}

describe('a mistake', () => {
  it.each([
    [['--logger', 'log4j'], 'there is no logger "log4j"'],
    [['--logger', 'bunyan', '--base', 'winston'], 'there is no logger "winston"'],
    [['--rounds', '0'], 'It must be a whole number from 2 to 1000.'],
    [['--rounds', 'many'], 'It must be a whole number of at most nine digits.'],
    [['--part', 'everything'], 'It must be one of throughput, slow-sink, burst.'],
  ])('%j is rejected with one sentence', (words, sentence) => {
    const { status, stdout, stderr } = run(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});

describe('a run', () => {
  it('prints a table and writes all rounds and ratios as JSON', () => {
    const file = join(folder, 'out.json');
    const words = ['--logger', 'bunyan', 'roarr', '--part', 'slow-sink', '--quick', '--seed', '7'];
    const { status, stdout, stderr } = run(...words, '--rounds', '2', '--json', file);
    expect(status).toBe(0);
    expect(stderr).toBe(
      "Not measured: the reference fapilog and Python's logging. Give the folder of the package with --python FOLDER.\n",
    );
    expect(stdout).toContain('│ roarr ');
    const written = JSON.parse(readFileSync(file, 'utf8'));
    expect(written).toMatchObject({ schema: 'hotpath/loggers@1', base: 'bunyan', seed: 7, rounds: 2 });
    expect(written.slowSink.roarr.rounds).toHaveLength(2);
    expect(written.slowSink.bunyan.ratios.median).toEqual({ ratio: 1, low: 1, high: 1 });
  });

  it('continues without the reference implementation where it cannot be imported', () => {
    const words = ['--logger', 'bunyan', '--part', 'slow-sink', '--quick', '--rounds', '2'];
    const { status, stdout, stderr } = run(...words, '--python', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('│ bunyan ');
    expect(stderr).toContain("Not measured: the reference fapilog and Python's logging, because ");
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** The part of the reference that the driver uses: a facade that writes its lines when it is stopped. */
const standIn = `
import types
class SyncLoggerFacade:
    def __init__(self, *, name, queue_capacity, sink_write, **others):
        self.lines, self.sink_write = [], sink_write
    def start(self):
        pass
    def info(self, message, **metadata):
        self.lines.append({"message": message, **metadata})
    async def stop_and_drain(self):
        for line in self.lines:
            await self.sink_write(line)
        count = len(self.lines)
        return types.SimpleNamespace(
            submitted=count, processed=count, dropped=0, queue_depth_high_watermark=count)
`;

describe.runIf(hasPython)('Python', () => {
  it('takes part with the package in the given folder', () => {
    const core = join(folder, 'src', 'fapilog', 'core');
    mkdirSync(core, { recursive: true });
    for (const module of [join(core, '..', '__init__.py'), join(core, '__init__.py')])
      writeFileSync(module, '');
    writeFileSync(join(core, 'logger.py'), standIn);
    const file = join(folder, 'python.json');
    const loggers = ['--logger', 'python-fapilog', 'python-logging'];
    const { status, stderr } = run(
      ...loggers,
      '--python',
      folder,
      '--quick',
      '--rounds',
      '2',
      '--json',
      file,
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { burst, throughput, slowSink, leftOut } = JSON.parse(readFileSync(file, 'utf8'));
    expect(leftOut).toEqual([]);
    expect(burst['python-fapilog'].rounds[0]).toMatchObject({
      arrived: 20_000,
      account: { submitted: 20_000, processed: 20_000, dropped: 0 },
    });
    expect(burst['python-logging'].rounds[0].arrived).toBe(20_000);
    expect(Object.keys(throughput)).toEqual(expect.arrayContaining(['python-fapilog', 'python-logging']));
    expect(slowSink['python-logging'].rounds[1].lines).toBe(100);
  });
});
