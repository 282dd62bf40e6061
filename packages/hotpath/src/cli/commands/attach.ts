import { Command, Option } from 'commander';
import { exitCode, type UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { percent } from '../../model/text/percent.js';
import { recordProcesses } from '../../observe/attach/record-processes.js';
import type { ThreadSamples } from '../../observe/attach/sample-threads.js';
import { mergeProfiles } from '../../profiles/tree/merge.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { withoutIdle } from '../../profiles/tree/without-idle.js';
import type { CommandContext } from '../context.js';
import { shownPath } from '../files/shown-path.js';
import { targetFile } from '../files/target-file.js';
import { durationOrUnlimited, processNumber } from '../options/option-values.js';
import type { Output } from '../output.js';
import { checkForm, formOf } from '../profiles/draw-profile.js';
import { writeRecording } from '../profiles/recording-file.js';
import { idleOption, intervalOf, type RecordOptions, rateOption } from '../programs/record-options.js';
import { threadProfiles } from '../programs/thread-profiles.js';

interface Options extends RecordOptions {
  readonly out: string;
  readonly icicle?: boolean;
  /** ms; may be Infinity: until an interrupt. */
  readonly duration: number;
}

/** `hotpath attach`: records a running process. `finish` gets the exit code. */
export function attachCommand(context: CommandContext, finish: (code: number) => void): Command {
  return new Command('attach')
    .description('record a running Node process and write where its time went')
    .argument('<pid>', 'the process id', processNumber)
    .option(
      '--out <file>',
      'a flame graph (.svg, or a page: .html), .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed',
      'profile.svg',
    )
    .addOption(
      new Option('--duration <time>', 'how long: 10s, 500ms, 2m, or unlimited')
        .argParser(durationOrUnlimited)
        .default(10_000, '10s'),
    )
    .option('--icicle', 'callers on top')
    .addOption(rateOption())
    .option('--subprocesses', 'also record its Node child processes')
    .addOption(idleOption())
    .addHelpText('after', examples)
    .action(async (pid: number, options: Options) => finish(await attach(pid, options, context)));
}

const examples = `
Worker threads are always recorded. An interrupt ends the recording and keeps what was recorded.
The process runs on; its inspector, which SIGUSR1 opens, is closed again.

Examples:
  $ hotpath attach 4711
  $ hotpath attach 4711 --duration unlimited --subprocesses --out server.speedscope.json

Exit codes: 0 fine, 2 no such Node process, 3 could not measure, 130 interrupted before the time
was up.`;

async function attach(
  pid: number,
  options: Options,
  { folder, output, signal }: CommandContext,
): Promise<number> {
  const file = targetFile(options.out, folder);
  checkForm(file, formOf(file));
  const notes: UserError[] = [];
  const profiles: Profile[] = [];
  let title = '';
  const hasEnded = await recordProcesses({
    pid,
    intervalUs: intervalOf(options.rate),
    durationMs: options.duration,
    subprocesses: options.subprocesses === true,
    signal,
    take: (samples) => add(profiles, samples),
    note: (problem) => notes.push(problem),
    started: ({ command }) => {
      title = command;
      output.status(`recording process ${pid}; Ctrl+C ends it`);
    },
  });
  printNotes(output, notes, hasEnded ? `note: process ${pid} ended while it was recorded\n` : '');
  const whole = mergeProfiles(profiles);
  if (!whole) {
    output.err(
      'hotpath: nothing was recorded\n  No thread of the process gave samples; see the notes above, or try again.\n',
    );
    return exitCode.noMeasurement;
  }
  const profile = options.idle ? whole : withoutIdle(whole);
  const said = writeRecording(file, profile, title, options.icicle === true);
  output.out(`${shownPath(file, folder)}: ${said}\n`);
  if (!options.idle) output.err(idleNote(profile, whole));
  return signal.aborted && Number.isFinite(options.duration) ? exitCode.interrupted : exitCode.fine;
}

const mostlyIdle = 0.99;

function idleNote(profile: Profile, whole: Profile): string {
  const idle = 1 - (totalsOf(profile)[0] as number) / (totalsOf(whole)[0] as number);
  return idle < mostlyIdle
    ? ''
    : `note: the process was idle for ${percent(idle)} of the time; --idle counts that time\n`;
}

function printNotes(output: Output, notes: readonly UserError[], ended: string): void {
  output.status('');
  output.err(ended);
  for (const { message, hint } of notes) output.err(`note: ${message}\n  ${hint}\n`);
}

/** Merges samples into the one profile that holds all samples so far. */
function add(profiles: Profile[], samples: readonly ThreadSamples[]): void {
  const read = threadProfiles(samples).map(({ profile }) => profile);
  const merged = mergeProfiles([...profiles, ...read]);
  if (merged) profiles[0] = merged;
}
