import { readFileSync, writeFileSync } from 'node:fs';
import type { Account, Candidate } from '../candidates/logger.js';
import { createSlowDevice, slowDown, written } from '../candidates/slow-device.js';
import { ample } from '../plan.js';
import { callInTurns, emptyInterval, latencyOf, timeCalls } from './calls.js';
import type { Job, Outcome } from './job.js';

/** Calls in one turn of the event loop while the sink is slow: the logger works between the turns. */
const slowCallsPerTurn = 10;

/** Runs a job with its logger, which nothing in this process has used before. */
export function measure(candidate: Candidate, job: Job): Promise<Outcome> {
  switch (job.part) {
    case 'check':
      return check(candidate, job);
    case 'throughput':
      return throughput(candidate, job);
    case 'slow-sink':
      return slowSink(candidate, job);
    case 'burst':
      return burst(candidate, job);
  }
}

async function check(candidate: Candidate, { file, calls }: Job): Promise<Outcome> {
  writeFileSync(file, '');
  const logger = await candidate.open({ kind: 'file', path: file, room: ample });
  await callInTurns(logger, calls);
  await logger.flush();
  // Counted before the logger is closed, because throughput is timed until the flush.
  const lines = linesOf(file);
  await logger.close();
  return { part: 'check', lines };
}

async function throughput(candidate: Candidate, { warmUp, calls }: Job): Promise<Outcome> {
  const logger = await candidate.open({ kind: 'file', path: '/dev/null', room: ample });
  await callInTurns(logger, warmUp);
  const before = await logger.flush();
  const start = performance.now();
  await callInTurns(logger, calls);
  const after = await logger.flush();
  const seconds = (performance.now() - start) / 1000;
  const dropped = difference(after.dropped, before.dropped);
  const latency = latencyOf(await timeCalls(logger, calls));
  await logger.close();
  return {
    part: 'throughput',
    linesPerSecond: (calls - (dropped ?? 0)) / seconds,
    dropped,
    latency,
    clock: emptyInterval(),
    // Node reports kilobytes.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function slowSink(candidate: Candidate, { warmUp, calls, delayMs }: Job): Promise<Outcome> {
  const device = createSlowDevice();
  const logger = await candidate.open({ kind: 'slow', device });
  await callInTurns(logger, warmUp);
  await logger.flush();
  slowDown(device, delayMs);
  const times = await timeCalls(logger, calls, slowCallsPerTurn);
  const start = performance.now();
  await logger.flush();
  const flushMs = performance.now() - start;
  await logger.close();
  return { part: 'slow-sink', latency: latencyOf(times), flushMs, calls, ...written(device) };
}

async function burst(candidate: Candidate, { file, warmUp, calls }: Job): Promise<Outcome> {
  writeFileSync(file, '');
  const logger = await candidate.open({ kind: 'file', path: file, room: null });
  await callInTurns(logger, warmUp);
  const before = await logger.flush();
  const linesBefore = linesOf(file);
  const start = performance.now();
  for (let call = 0; call < calls; call++) logger.log();
  const end = performance.now();
  const after = await logger.flush();
  const flushMs = performance.now() - end;
  const arrived = linesOf(file) - linesBefore;
  await logger.close();
  const account = since(before, after);
  return { part: 'burst', calls, account, arrived, burstMs: end - start, flushMs };
}

function since(before: Account, after: Account): Account {
  return {
    submitted: difference(after.submitted, before.submitted),
    processed: difference(after.processed, before.processed),
    dropped: difference(after.dropped, before.dropped),
    highWaterMark: after.highWaterMark,
  };
}

function difference(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}
