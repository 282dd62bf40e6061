import { exitCode, UserError } from '../../errors.js';
import { processorTime, recordLines } from '../../observe/record/record-program.js';
import type { ThreadStacks } from '../../observe/record/sample-lines.js';
import { type SplitNote, splitNotesOf } from '../../observe/record/split/split-notes.js';
import { linesJson } from '../../report/json/lines-json.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { recordedLines } from '../../sessions/lines/counted-lines.js';
import { profileLines } from '../../sessions/lines/profile-lines.js';
import { openScripts } from '../../source/scripts.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import { checkCommand } from '../files/runnable.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { type LineChoice, lineTables } from '../profiles/line-tables.js';
import { endedThreads, splitSentences, withNotes } from './line-notes.js';
import { leftOutNote, nothingCode, nothingRecorded } from './nothing-recorded.js';
import { type FurtherRunOptions, runAgain } from './program-runs.js';
import { intervalOf } from './record-options.js';

export interface ProgramLineOptions extends LineChoice, Omit<FurtherRunOptions, 'split'> {
  /** Whether texts run as loaders give them. */
  readonly asIs?: boolean;
  readonly rate: number;
  readonly json?: string;
}

/** Runs a program and prints its lines. Gives the program's exit code. */
export async function programLines(
  command: readonly string[],
  options: ProgramLineOptions,
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  const split = options.asIs !== true;
  const { code, threads, processorMs, texts } = await sampled(command, options, context);
  if (threads.length === 0) {
    output.err(nothingRecorded(command));
    return nothingCode(code);
  }
  const { counted, slowDown } = await runAgain(command, { ...options, split }, context, processorMs);
  const stacks = threads.flatMap(({ stacks, nsPerSample }) =>
    stacks.map(({ frames, count }) => ({ frames, ns: count * nsPerSample })),
  );
  const samples = threads.reduce(
    (sum, one) => sum + one.stacks.reduce((all, { count }) => all + count, 0),
    0,
  );
  const scripts = openScripts(threads.flatMap((thread) => thread.scripts));
  const found = profileLines(stacks, samples, scripts, counted && recordedLines(counted, scripts.read));
  const profile = withNotes(found.profile, [...splitSentences(texts), ...endedThreads(counted ?? [])]);
  const lines = { ...found, profile };
  const whole = weightText(profile.total, 'nanoseconds');
  const how = `${samples.toLocaleString('en')} samples ${slowDownText(slowDown, 'program')}`;
  const results = {
    text: () => `${command.join(' ')}: ${whole} in ${how}\n\n${lineTables(lines, options, '', context)}`,
    json: () => linesJson(profile),
  };
  printResults(results, options.json, context);
  return code;
}

async function sampled(
  command: readonly string[],
  { rate, subprocesses = false, asIs = false }: ProgramLineOptions,
  { folder, signal, output }: CommandContext,
): Promise<{
  code: number;
  threads: readonly ThreadStacks[];
  processorMs: number;
  texts: readonly SplitNote[];
}> {
  checkCommand(command, folder);
  return withTemporaryFolder(async (into) => {
    const intervalUs = intervalOf(rate);
    const where = { command, workingFolder: folder, folder: into, signal };
    const recording = { ...where, intervalUs, subprocesses, inlining: false, split: !asIs };
    const { code, threads, left } = await recordLines(recording);
    output.err(leftOutNote(command, left));
    const refused = threads.find((thread) => thread.refused !== null)?.refused;
    if (refused)
      throw new UserError(
        `${command[0]}: ${refused}`,
        'Install it; `hotpath lines` needs it.',
        exitCode.noMeasurement,
      );
    return { code, threads, processorMs: processorTime(into), texts: splitNotesOf(into) };
  });
}
