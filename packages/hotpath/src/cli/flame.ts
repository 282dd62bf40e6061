import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode } from '../errors.js';
import { writeFlameSvg } from '../report/flame-svg.js';
import { type FlameSource, flameSource, type SamplingOptions } from './flame-source.js';
import { positiveNumber, share, wholeNumber } from './option-values.js';
import type { Surroundings } from './run.js';
import { checkFolder, checkTarget, shownPath, writePieces, writeProfile } from './write-profile.js';

interface FlameOptions extends SamplingOptions {
  readonly svg?: string;
  readonly out?: string;
  readonly title?: string;
  readonly icicle?: boolean;
  readonly hideBelow: number;
  readonly width: number;
}

/** `hotpath flame`: draws a path or profiles, or writes them in another format. `finish` gets the exit code. */
export function flameCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('flame')
    .description('draw a path or a profile as a flame graph, or write it in another format')
    .argument(
      '<input...>',
      'a specification, or profiles: .cpuprofile, pprof, collapsed stacks, folders of .cpuprofile; several are added up',
    )
    .option('--svg <file>', 'write the flame graph there (default: named after the first input, here)')
    .option(
      '--out <file>',
      'write the profile instead: .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed, by its ending',
    )
    .option('--icicle', 'callers on top')
    .option('--hide-below <percent>', 'leave out calls that take less of the whole', share, 0)
    .option('--width <pixels>', 'of the picture', wholeNumber, 1200)
    .option('--title <text>', 'stands above the picture (default: what it shows)')
    .option('--quick', 'of a specification: fewer samples')
    .option('--seed <number>', 'of a specification: seed of all random order', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText('after', examples)
    .action(async (inputs: readonly string[], options: FlameOptions) =>
      finish(await flame(inputs, options, surroundings)),
    );
}

const examples = `
Examples:
  $ hotpath flame subjects/fapilog.info.hot.ts
  $ node --cpu-prof server.js && hotpath flame CPU.*.cpuprofile
  $ hotpath flame profiles/ --icicle --hide-below 0.5% --svg all.svg
  $ hotpath flame heap.pb.gz --out heap.speedscope.json`;

async function flame(
  inputs: readonly string[],
  options: FlameOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { output, folder } = surroundings;
  if (options.out !== undefined) checkTarget(resolve(folder, options.out));
  if (options.svg !== undefined) checkFolder(resolve(folder, options.svg));
  const source = await flameSource(inputs, options, surroundings);
  const file = resolve(folder, options.out ?? options.svg ?? `${source.name}.svg`);
  if (options.out === undefined) draw(file, source, options);
  else writeProfile(file, source.profile);
  output.out(`${shownPath(file, folder)}: ${source.said}\n`);
  return exitCode.fine;
}

function draw(file: string, { profile, title, said }: FlameSource, options: FlameOptions): void {
  const drawing = {
    title: options.title ?? title,
    said,
    icicle: options.icicle === true,
    narrowest: options.hideBelow,
    width: Math.max(narrowestPicture, options.width),
  };
  writePieces(file, writeFlameSvg(profile, drawing));
}

const narrowestPicture = 200;
