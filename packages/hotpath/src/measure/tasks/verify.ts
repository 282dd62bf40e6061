import type { VerificationFork, VerificationPlan } from '../../model/measurement/verification.js';
import type { Forks } from '../forks.js';
import { edgesOf } from '../tree-edges.js';
import { dosedVariants } from '../variant-jobs.js';

/** Gives every dose to every row in one fork. */
export async function verifyFork(
  forks: Forks,
  plan: VerificationPlan,
  { index, seed }: { readonly index: number; readonly seed: number },
  progress: (done: number) => void,
): Promise<VerificationFork> {
  const { path, rows, tree, waits, keepsAwake, doses } = plan;
  const { warmUpMs, warmUpMostMs, warmUpGoal, rounds, batchMs } = plan;
  const dosed = [...new Set(rows.map((row) => row.place))];
  const { trials } = await forks.run(
    {
      task: 'verify',
      ...forks.baseOf(path.file),
      variants: dosedVariants(plan, dosed),
      seed,
      async: tree.async,
      waits,
      keepsAwake,
      edges: edgesOf(tree),
      doses,
      dosed,
      warmUpMs,
      warmUpMostMs,
      warmUpGoal,
      rounds,
      batchMs,
    },
    progress,
  );
  return { index, trials };
}
