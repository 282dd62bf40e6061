import { exitCode, UserError } from '../../errors.js';
import { processorTime, recordLines } from '../../observe/record/record-program.js';
import type { ThreadStacks } from '../../observe/record/sample-lines.js';
import { lineProfile } from '../../profiles/lines/line-profile.js';
import { linesJson } from '../../report/json/lines-json.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { scriptsWithHits } from '../../sessions/path-views.js';
import { scriptReader } from '../../source/read-script.js';
import type { Surroundings } from '../commands/run.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { withFolder } from '../files/temporary-folder.js';
import { type LineChoice, lineTables } from '../profiles/line-tables.js';
import { type RunOptions, runAgain } from './program-runs.js';
import { intervalOf, nothingCode, nothingRecorded } from './recorded.js';

export interface ProgramLineOptions extends LineChoice, RunOptions {
  readonly rate: number;
  readonly json?: string;
}

/** Runs a program and prints its lines; gives the program's own exit code. */
export async function programLines(
  command: readonly string[],
  options: ProgramLineOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { output } = surroundings;
  const { code, threads, processorMs } = await sampled(command, options, surroundings);
  if (threads.length === 0) {
    output.err(nothingRecorded(command));
    return nothingCode(code);
  }
  const { coverages, slowDown } = await runAgain(command, options, surroundings, processorMs);
  const stacks = threads.flatMap(({ stacks, nsPerSample }) =>
    stacks.map(({ frames, count }) => ({ frames, ns: count * nsPerSample })),
  );
  const samples = threads.reduce(
    (sum, one) => sum + one.stacks.reduce((all, { count }) => all + count, 0),
    0,
  );
  const profile = lineProfile(stacks, samples, scriptsWithHits(scriptReader(), coverages, 1));
  if (options.json === '-') output.out(linesJson(profile));
  else {
    const whole = weightText(profile.total, 'nanoseconds');
    const how = `${samples.toLocaleString('en')} samples ${slowDownText(slowDown, 'program')}`;
    output.out(
      `${command.join(' ')}: ${whole} in ${how}\n\n${lineTables(profile, options, '', surroundings)}`,
    );
    if (options.json !== undefined) writeNamedFile(options.json, linesJson(profile));
  }
  return code;
}

async function sampled(
  command: readonly string[],
  { rate, subprocesses = false }: ProgramLineOptions,
  { folder, signal }: Surroundings,
): Promise<{ code: number; threads: readonly ThreadStacks[]; processorMs: number }> {
  return withFolder(async (into) => {
    const intervalUs = intervalOf(rate);
    const where = { command, in: folder, folder: into, signal };
    const recording = { ...where, intervalUs, subprocesses, inlining: false };
    const { code, threads } = await recordLines(recording);
    const refused = threads.find((thread) => thread.refused !== null)?.refused;
    if (refused)
      throw new UserError(`${command[0]}: ${refused}`, 'Install it: lines need it.', exitCode.noMeasurement);
    return { code, threads, processorMs: processorTime(into) };
  });
}
