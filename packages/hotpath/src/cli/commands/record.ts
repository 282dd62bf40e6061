import { dirname } from 'node:path';
import { Command } from 'commander';
import { samplingRate } from '../options/option-values.js';
import { checkForm, formOf } from '../profiles/draw-profile.js';
import { writeRecording } from '../profiles/recording-file.js';
import { isFolder, shownPath, targetFile } from '../profiles/write-profile.js';
import { type RecordOptions, recorded, usualRate } from '../programs/recorded.js';
import type { Surroundings } from './run.js';

interface Options extends RecordOptions {
  readonly out: string;
  readonly icicle?: boolean;
}

/** `hotpath record`: runs a program and writes where its time went. `finish` gets the program's own exit code. */
export function recordCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('record')
    .description('run a program as it is, and write where its time went')
    .usage('[options] -- <command...>')
    .argument('<command...>', 'what to run; its exit code becomes this one')
    .option(
      '--out <file>',
      'a flame graph (.svg, or a page: .html), .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed; in a folder, a .cpuprofile a thread',
      'profile.svg',
    )
    .option('--icicle', 'callers on top')
    .option('--rate <number>', 'samples a second', samplingRate, usualRate)
    .option('--subprocesses', 'record the Node programs that it starts, too')
    .option('--idle', 'count the time in which it has nothing to do')
    .passThroughOptions()
    .addHelpText('after', examples)
    .action(async (command: readonly string[], options: Options) =>
      finish(await record(command, options, surroundings)),
    );
}

const examples = `
Worker threads are always recorded. An interrupt ends the program, and what was recorded is kept.

Examples:
  $ hotpath record -- node server.js
  $ hotpath record --out server.html -- node server.js
  $ hotpath record --out profiles/ -- node server.js
  $ hotpath record --subprocesses --out build.speedscope.json -- npm run build`;

async function record(
  command: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { output, folder } = surroundings;
  const file = targetFile(options.out, folder);
  checkForm(file, formOf(file));
  const keepIn = isFolder(options.out, folder) ? dirname(file) : null;
  const { profile, code, kept } = await recorded(
    command,
    { ...options, inlining: true, keepIn },
    surroundings,
  );
  if (!profile) return code;
  if (keepIn !== null) {
    output.err(kept.map((name) => `${shownPath(name, folder)}\n`).join(''));
    return code;
  }
  const said = writeRecording(file, profile, command.join(' '), options.icicle === true);
  // stdout is the program's.
  output.err(`${shownPath(file, folder)}: ${said}\n`);
  return code;
}
