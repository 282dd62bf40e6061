import { isAbsolute } from 'node:path';
import type { RanScript } from '../../../model/profiles/ran-script.js';
import type { StackSample } from '../../../model/profiles/stack-sample.js';
import { openStackSampler } from '../../../v8/live/stack-sampler.js';
import { watchScripts } from '../../../v8/live/thread-scripts.js';
import { openThreadSession } from '../../../v8/live/thread-session.js';
import { turnOffInlining } from '../../../v8/live/v8-flags.js';
import type { SampleJob } from '../../job.js';
import type { SampledStacks } from '../../task-results.js';
import { createWarmUpClock } from '../batches/warm-up-clock.js';
import { type Candidate, prepare, runOperations, settle } from '../candidate.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { now } from '../processor/disturbances.js';

/** Operations between two times of settling while the path is warmed up. */
const warmUpOperations = 64;

/**
 * Runs the untouched path under V8's CPU profiler with inlining off: only then does a sample show on which line of a caller
 * it fell.
 */
export async function sample(
  job: SampleJob,
  { alive, reached, setFlags }: TaskReport,
): Promise<SampledStacks> {
  setFlags(turnOffInlining());
  const sampler = openStackSampler(job.intervalUs);
  if (typeof sampler === 'string')
    return { refused: sampler, operations: 0, wholeNs: 0, stacks: [], scripts: [] };
  const candidate = await prepare({ ...job, edges: [] }, job.variants[0]);
  reached('loaded');
  const isWarm = createWarmUpClock(job, 1);
  await runUntil(isWarm, candidate, warmUpOperations, () => alive(0));
  reached('warmed up');
  sampler.start();
  const start = now();
  const ran = await runUntil(
    () => now() - start >= job.sampleMs,
    candidate,
    job.operations,
    () => alive(Math.min(1, (now() - start) / job.sampleMs)),
  );
  const { stacks } = sampler.stop();
  reached('measured');
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { refused: null, ...ran, stacks, scripts: changedScripts(stacks) };
}

/** The scripts of stacks that ran with another text than that of their file. */
function changedScripts(stacks: readonly StackSample[]): RanScript[] {
  const files = new Set(stacks.flatMap(({ frames }) => frames.map(({ file }) => file)));
  const session = openThreadSession();
  const scripts = watchScripts(session).changed((file) => isAbsolute(file) && files.has(file));
  session.disconnect();
  return scripts;
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
