import type { SampledFork } from '../../model/measurement/measurement.js';
import type { Plan, SampledForkPlan } from '../../model/measurement/plan.js';
import type { Frame } from '../../model/profiles/stack-sample.js';
import { openScripts, type ScriptReader, type ScriptText } from '../../source/scripts.js';
import type { Forks } from '../forks.js';
import { wholeVariant } from '../variant-jobs.js';

/** Samples the untouched path in one fork. */
export async function sampleFork(
  forks: Forks,
  { path, async, warmUpGoal, policy }: Plan,
  { index, warmUpMs, warmUpMostMs }: SampledForkPlan,
  operations: number,
  progress: (done: number) => void,
): Promise<SampledFork> {
  const { scripts, stacks, ...sampled } = await forks.run(
    {
      task: 'sample',
      ...forks.baseOf(path.file),
      variants: [wholeVariant('base')],
      async,
      warmUpMs,
      warmUpMostMs,
      warmUpGoal,
      sampleMs: policy.sampleMs,
      intervalUs: policy.sampleIntervalUs,
      operations,
    },
    progress,
  );
  const { read } = openScripts(scripts);
  const inFiles = stacks.map(({ frames, count }) => ({
    frames: frames.map((frame) => inFile(frame, read)),
    count,
  }));
  return { index, ...sampled, stacks: inFiles };
}

/** A frame with its line in the file, where the loader ran a text with other lines. */
function inFile(frame: Frame, read: ScriptReader): Frame {
  const script = read(frame.file);
  const written = script?.original?.placeOf(frame.line, firstColumn(script, frame.line));
  return written?.file === frame.file ? { ...frame, line: written.line } : frame;
}

/** The column, from 0, of the first statement that begins on a line. */
function firstColumn({ outline }: ScriptText, line: number): number {
  return (outline.statements.find((statement) => statement.line === line)?.column ?? 1) - 1;
}
