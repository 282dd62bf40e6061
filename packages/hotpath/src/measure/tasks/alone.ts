import type { Forks } from '../forks.js';
import type { MeasureJob } from '../job.js';
import type { MeasuredFork } from '../task-results.js';
import type { VariantJob } from '../variant-job.js';

/** Runs each path of a fork alone in another fork: the objects that copies of it keep would lengthen its pauses. */
export async function measureAlone(
  forks: Forks,
  job: MeasureJob,
  aloneMs: number,
  progress: () => void,
): Promise<MeasuredFork[]> {
  const found: MeasuredFork[] = [];
  for (const variant of job.variants.filter(isPath)) {
    const own: MeasureJob = {
      ...job,
      variants: [variant],
      aloneMs,
      measureMs: 0,
      measureMostMs: 0,
      waits: false,
      keepsAwake: false,
    };
    found.push(await forks.run(own, progress, { isGrown: true }));
  }
  return found;
}

function isPath({ kind }: VariantJob): boolean {
  return kind === 'base' || kind === 'other';
}
