import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { readProfileFile } from '../formats/read-profile-file.js';
import type { Profile } from '../model/profile.js';
import { writeFlameSvg } from '../report/flame-svg.js';
import { weightText } from '../report/weight-text.js';
import { mergeProfiles } from '../tree/merge.js';
import { totalsOf } from '../tree/walk.js';
import { share, wholeNumber } from './numbers.js';
import type { Surroundings } from './run.js';
import { writePieces, writeProfile } from './write-profile.js';

interface FlameOptions {
  readonly svg?: string;
  readonly out?: string;
  readonly title?: string;
  readonly icicle?: boolean;
  readonly hideBelow: number;
  readonly width: number;
}

/** `hotpath flame`: draws profiles, or writes them in another format. `finish` gets the exit code. */
export function flameCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('flame')
    .description('draw a profile as a flame graph, or write it in another format')
    .argument(
      '<profile...>',
      '.cpuprofile, pprof or collapsed stacks, or a folder of .cpuprofile files; several are added up',
    )
    .option('--svg <file>', 'write the flame graph there (default: the name of the first profile, here)')
    .option(
      '--out <file>',
      'write the profile instead: .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed, by its ending',
    )
    .option('--icicle', 'callers on top')
    .option('--hide-below <percent>', 'leave out calls that take less of the whole', share, 0)
    .option('--width <pixels>', 'of the picture', wholeNumber, 1200)
    .option('--title <text>', 'stands above the picture (default: the names of the profiles)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ node --cpu-prof server.js && hotpath flame CPU.*.cpuprofile\n  $ hotpath flame profiles/ --icicle --svg all.svg\n  $ hotpath flame heap.pb.gz --out heap.speedscope.json',
    )
    .action((inputs: readonly string[], options: FlameOptions) =>
      finish(flame(inputs, options, surroundings)),
    );
}

function flame(inputs: readonly string[], options: FlameOptions, { output, folder }: Surroundings): number {
  const files = inputs.flatMap((input) => profileFiles(input, folder));
  const profile = mergeProfiles(files.map(readProfileFile));
  if (!profile)
    throw new UserError(
      'the profiles count different things (time, samples or bytes)',
      'Give profiles of one kind.',
    );
  const total = totalsOf(profile)[0] as number;
  const said = `${weightText(total, profile.unit)} in ${profile.samples.toLocaleString('en')} samples of ${countText(profile)}`;
  const written =
    options.out === undefined ? draw(files, profile, options, folder) : resolve(folder, options.out);
  if (options.out !== undefined) writeProfile(written, profile);
  output.out(`${relative(folder, written) || written}: ${said}\n`);
  return exitCode.fine;
}

function draw(files: readonly string[], profile: Profile, options: FlameOptions, folder: string): string {
  const names = files.map((file) => basename(file));
  const first = (names[0] as string).replace(/\.(cpuprofile|pb\.gz|pprof|collapsed|folded|txt)$/, '');
  const file = resolve(folder, options.svg ?? `${first}.svg`);
  const title =
    options.title ?? (names.length > 1 ? `${names[0]} and ${names.length - 1} more` : names.join());
  const drawing = {
    title,
    icicle: options.icicle === true,
    narrowest: options.hideBelow,
    width: options.width,
  };
  writePieces(file, writeFlameSvg(profile, drawing));
  return file;
}

function countText({ functions, parents }: Profile): string {
  return `${functions.length.toLocaleString('en')} functions, ${(parents.length - 1).toLocaleString('en')} calls`;
}

/** A file itself; of a folder the profiles that Node wrote there. */
function profileFiles(input: string, folder: string): string[] {
  const file = resolve(folder, input);
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return [file];
  const found = readdirSync(file).filter((name) => name.endsWith('.cpuprofile'));
  if (found.length === 0)
    throw new UserError(
      `${input}: no .cpuprofile in this folder`,
      'Give a folder that `node --cpu-prof --cpu-prof-dir` wrote to.',
    );
  return found.sort().map((name) => join(file, name));
}
