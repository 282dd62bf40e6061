import { dirname } from 'node:path';
import { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { shownPath } from '../files/shown-path.js';
import { isFolder, targetFile } from '../files/target-file.js';
import { checkForm, formOf } from '../profiles/draw-profile.js';
import { writeRecording } from '../profiles/recording-file.js';
import { idleOption, type RecordOptions, rateOption } from '../programs/record-options.js';
import { recorded } from '../programs/recorded.js';

interface Options extends RecordOptions {
  readonly out: string;
  readonly icicle?: boolean;
}

/** `hotpath record`: runs a program and writes where its time went. `finish` gets the program's own exit code. */
export function recordCommand(context: CommandContext, finish: (code: number) => void): Command {
  return new Command('record')
    .description('run a program as it is and write where its time went')
    .usage('[options] -- <command...>')
    .argument('<command...>', 'the command to run; its exit code becomes that of hotpath')
    .option(
      '--out <file>',
      'a flame graph (.svg, or a page: .html), .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed; for a folder, one .cpuprofile per thread',
      'profile.svg',
    )
    .option('--icicle', 'callers on top')
    .addOption(rateOption())
    .option('--subprocesses', 'also record the Node programs that it starts')
    .addOption(idleOption())
    .passThroughOptions()
    .addHelpText('after', examples)
    .action(async (command: readonly string[], options: Options) =>
      finish(await record(command, options, context)),
    );
}

const examples = `
Worker threads are always recorded. An interrupt ends the program and keeps what was recorded.

Examples:
  $ hotpath record -- node server.js
  $ hotpath record --out server.html -- node server.js
  $ hotpath record --out profiles/ -- node server.js
  $ hotpath record --subprocesses --out build.speedscope.json -- npm run build`;

async function record(
  command: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { output, folder } = context;
  const file = targetFile(options.out, folder);
  checkForm(file, formOf(file));
  const keepIn = isFolder(options.out, folder) ? dirname(file) : null;
  const { profile, code, kept } = await recorded(command, { ...options, inlining: true, keepIn }, context);
  if (!profile) return code;
  if (keepIn !== null) {
    output.err(kept.map((name) => `${shownPath(name, folder)}\n`).join(''));
    return code;
  }
  const said = writeRecording(file, profile, command.join(' '), options.icicle === true);
  // stdout belongs to the program.
  output.err(`${shownPath(file, folder)}: ${said}\n`);
  return code;
}
