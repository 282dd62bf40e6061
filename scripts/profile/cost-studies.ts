import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandContext, type Examination, exitCode, main } from 'hotpath/cli';
import type { Evidence } from '../findings/evidence.js';
import { type CostStudy, CostStudyFailed, runCostStudy } from '../findings/run-cost-study.js';

/** What the machine can resolve, and what copies and errors cost, for the findings (docs/story-1.30.md: AC4 and AC5). `seed` null: from the clock. */
export async function runCostStudies(
  { quick, seed }: { readonly quick: boolean; readonly seed: number | null },
  context: CommandContext,
): Promise<Pick<Evidence, 'copies' | 'errors' | 'doctor'>> {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-findings-'));
  const effort = [...(quick ? ['--quick'] : []), ...(seed === null ? [] : ['--seed', String(seed)])];
  const run = (name: string, words: readonly string[]): Promise<CostStudy> =>
    runCostStudy([name, ...words, ...effort], join(folder, `${name}.json`), context, (file) =>
      JSON.parse(readFileSync(file, 'utf8')),
    );
  try {
    const doctor = await examineMachine(join(folder, 'doctor.json'), context);
    const copies = await run('copies', ['--shape', 'story', 'story-256', 'flat-5', 'flat-50', 'nested']);
    const serializer = 'subjects/fapilog-serializer.ts#toRecord';
    return {
      doctor,
      copies,
      errors: await run('errors', ['--depth', '10,25,50', '--serialize', serializer]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `hotpath doctor` says. A machine that it finds unfit is measured all the same, and the document shows why it is. */
async function examineMachine(file: string, context: CommandContext): Promise<Examination> {
  const silent = { ...context.output, out: () => {} };
  const code = await main(['doctor', '--json', file], { ...context, output: silent });
  if (code !== exitCode.fine && code !== exitCode.inconclusive) throw new CostStudyFailed(code);
  return JSON.parse(readFileSync(file, 'utf8'));
}
