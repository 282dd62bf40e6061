import { type PprofProfile, readProfile } from '../../../v8/read-profile.js';
import { turnOffInlining } from '../../../v8/v8-flags.js';
import type { SampleJob } from '../../job.js';
import type { SampledPath } from '../../task-results.js';
import { createWarmUpClock } from '../batches/warm-up-clock.js';
import { type Candidate, prepare, runOperations, settle } from '../candidate.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { now } from '../processor/disturbances.js';

type Profiler = typeof import('@datadog/pprof')['time'];

/** Operations between two times of settling while the path is warmed up. */
const warmUpOperations = 64;

/**
 * Runs the untouched path under V8's CPU profiler with inlining off: only then does a sample show on which line of a caller
 * it fell.
 */
export async function sample(job: SampleJob, { alive, reached, setFlags }: TaskReport): Promise<SampledPath> {
  setFlags(turnOffInlining());
  const profiler = await loadProfiler();
  if (typeof profiler === 'string') return { refused: profiler, operations: 0, wholeNs: 0, stacks: [] };
  const candidate = await prepare({ ...job, edges: [] }, job.variants[0]);
  reached('loaded');
  const isWarm = createWarmUpClock(job, 1);
  await runUntil(isWarm, candidate, warmUpOperations, () => alive(0));
  reached('warmed up');
  profiler.start({ intervalMicros: job.intervalUs, durationMillis: 60_000, lineNumbers: true });
  const start = now();
  const ran = await runUntil(
    () => now() - start >= job.sampleMs,
    candidate,
    job.operations,
    () => alive(Math.min(1, (now() - start) / job.sampleMs)),
  );
  const profile = profiler.stop() as unknown as PprofProfile;
  reached('measured');
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { refused: null, ...ran, stacks: readProfile(profile) };
}

/** The profiler, or why there is none: its native part is built only for some versions of Node on some systems. */
async function loadProfiler(): Promise<Profiler | string> {
  try {
    return (await import('@datadog/pprof')).time;
  } catch (problem) {
    return `the profiler @datadog/pprof cannot be loaded: ${(problem as Error).message.split('\n', 1)[0]}`;
  }
}

async function runUntil(
  isOver: (operations: number) => boolean,
  candidate: Candidate,
  batch: number,
  alive: () => void,
): Promise<{ operations: number; wholeNs: number }> {
  let operations = 0;
  let wholeNs = 0;
  do {
    wholeNs += await runOperations(candidate, batch);
    operations += batch;
    await settle(candidate);
    alive();
  } while (!isOver(operations));
  return { operations, wholeNs };
}
