import type { PilotJob } from '../../job.js';
import type { PilotedPath } from '../../task-results.js';
import type { WholeVariantJob } from '../../variant-job.js';
import { type Course, courseOf } from '../batches/course.js';
import { markCodeLog } from '../batches/mark-code-log.js';
import { createYardstick } from '../batches/yardstick.js';
import { type Candidate, prepare } from '../candidate.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { isQuicker } from '../processor/is-quicker.js';
import { keepAwake } from '../processor/keep-awake.js';

/** Where neighbours leave too few milestones calm, a pilot may take this many times its budget. */
const longest = 3;

/**
 * Runs two copies of the untouched path, one after the other, and records the course of the second. The first warms up what
 * all copies share, as the other variants of a measured fork do. The course of a path that allows one copy only is that of the first.
 */
export async function pilot(job: PilotJob, { alive, reached }: TaskReport): Promise<PilotedPath> {
  const [first, second] = job.variants;
  const yardstick = createYardstick();
  const course = (candidate: Candidate, mostMs: number): Promise<Course> =>
    courseOf(candidate, { ...job, mostMs, yardstick }, () => alive(0));
  if (second) await withCandidate(job, first, (candidate) => course(candidate, job.budgetMs));
  reached('warmed up');
  const piloted = await withCandidate(job, second ?? first, async (candidate) => {
    const run = (): Promise<Course> => course(candidate, (job.waits ? 1 : longest) * job.budgetMs);
    markCodeLog('begin');
    const cold = await run();
    markCodeLog('end');
    return job.waits ? quickerOf(run) : { course: cold, keepsAwake: false };
  });
  reached('measured');
  return piloted;
}

/** The faster of two courses of a warm path that waits: with processors kept awake, and with processors that may sleep. */
async function quickerOf(run: () => Promise<Course>): Promise<PilotedPath> {
  const kept = await keepAwake();
  const awake = kept && (await run());
  kept?.end();
  const asleep = await run();
  return awake && isQuicker(awake, asleep)
    ? { course: awake, keepsAwake: true }
    : { course: asleep, keepsAwake: false };
}

async function withCandidate<T>(
  job: PilotJob,
  variant: WholeVariantJob,
  use: (candidate: Candidate) => Promise<T>,
): Promise<T> {
  const candidate = await prepare({ ...job, edges: [] }, variant);
  const result = await use(candidate);
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return result;
}
