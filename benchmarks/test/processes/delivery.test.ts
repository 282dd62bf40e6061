import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { candidates } from '../../loggers/candidates/candidates.js';
import { message, payload } from '../../loggers/candidates/logger.js';
import { nodeParticipants, type Participant, runJob } from '../../loggers/participant.js';
import { planJob } from '../../loggers/plan.js';

/* Each logger as the program runs it: compiled, in its own process. */

const participants = nodeParticipants(
  fileURLToPath(new URL('../../dist/loggers/child/run.js', import.meta.url)),
);
const folder = mkdtempSync(join(tmpdir(), 'loggers-test-'));
const { signal } = new AbortController();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function named(name: string): Participant {
  return participants.find((participant) => participant.name === name) as Participant;
}

describe('200 lines to a file', () => {
  it.each(candidates)('$name has delivered all lines when its flush ends', async ({ name, json }) => {
    const file = join(folder, name);
    const outcome = await runJob(named(name), planJob('check', named(name), 'quick', file), signal);
    expect(outcome).toEqual({ part: 'check', lines: 200 });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(200);
    for (const line of lines) {
      expect(line).toContain(message);
      if (json) expect(objectsIn(JSON.parse(line))).toContainEqual(expect.objectContaining(payload));
      else expect(line).toContain(payload.user);
    }
  });
});

/** An object and all objects nested in it: each logger puts the payload in another place. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe('a slow sink', () => {
  it.each(candidates.filter(({ slow }) => slow))(
    'has all 20 lines of $name after the flush',
    async ({ name }) => {
      const job = { ...planJob('slow-sink', named(name), 'quick', folder), warmUp: 30, calls: 20 };
      const outcome = await runJob(named(name), job, signal);
      expect(outcome).toMatchObject({ part: 'slow-sink', calls: 20, lines: 20 });
    },
  );
});

describe('a burst', () => {
  it('is accounted for by fapilog: lines beyond its queue are dropped, the others are in the file', async () => {
    const job = { ...planJob('burst', named('fapilog-loop'), 'quick', join(folder, 'burst')), warmUp: 100 };
    const { account, arrived } = await runJob(named('fapilog-loop'), job, signal);
    expect(account).toEqual({ submitted: 20_000, processed: 10_000, dropped: 10_000, highWaterMark: 10_000 });
    expect(arrived).toBe(10_000);
  });

  it('is written by a logger that reports no counts', async () => {
    const job = { ...planJob('burst', named('bunyan'), 'quick', join(folder, 'bunyan')), calls: 300 };
    const { account, arrived } = await runJob(named('bunyan'), job, signal);
    expect(account).toEqual({ submitted: null, processed: null, dropped: null, highWaterMark: null });
    expect(arrived).toBe(300);
  });
});

describe('throughput', () => {
  it('has times of calls, the empty interval of the clock, and peak memory', async () => {
    const job = { ...planJob('throughput', named('pino-worker'), 'quick', folder), warmUp: 200, calls: 300 };
    const { latency, clock, linesPerSecond, peakBytes, dropped } = await runJob(
      named('pino-worker'),
      job,
      signal,
    );
    expect(dropped).toBeNull();
    expect(linesPerSecond).toBeGreaterThan(0);
    expect(clock).toBeGreaterThan(0);
    expect(peakBytes).toBeGreaterThan(2 ** 20);
    expect(latency.median).toBeLessThanOrEqual(latency.p95);
    expect(latency.p95).toBeLessThanOrEqual(latency.p99);
    expect(latency.p99).toBeLessThanOrEqual(latency.max);
  });
});

describe('a job of an unknown logger', () => {
  it('is rejected with one sentence', async () => {
    const stranger = { ...named('bunyan'), name: 'nobody' };
    await expect(runJob(stranger, planJob('check', stranger, 'quick', folder), signal)).rejects.toThrow(
      'Error: no logger is called "nobody"',
    );
  });
});
