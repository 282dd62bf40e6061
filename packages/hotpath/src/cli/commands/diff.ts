import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { type Difference, differenceOf } from '../../profiles/tree/difference.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { differencePaint } from '../../report/flame/difference-paint.js';
import { writeFlameSvg } from '../../report/flame/flame-svg.js';
import { differenceTable, functionChanges } from '../../report/tables/difference-table.js';
import { weightText } from '../../report/text/weight-text.js';
import type { CommandContext } from '../context.js';
import { shownPath } from '../files/shown-path.js';
import { checkFolderOf } from '../files/target-file.js';
import { writePieces } from '../files/write-pieces.js';
import { pattern, wholeNumber } from '../options/option-values.js';
import { addSessionOptions, forSpecifications, type SessionOptions } from '../options/session-options.js';
import { type FlameSource, flameSource } from '../profiles/flame-source.js';
import { placeText } from '../profiles/place-text.js';

interface Options extends SessionOptions {
  readonly svg: string;
  readonly normalize?: boolean;
  readonly icicle?: boolean;
  readonly filter?: RegExp;
  readonly limit: number;
}

/** `hotpath diff`: what changed between two profiles, as a table and a flame graph. `finish` gets the exit code. */
export function diffCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('diff')
    .description('compare two profiles: a table of functions and a differential flame graph')
    .argument('<before>', 'a profile, a folder of .cpuprofile, or a specification')
    .argument('<after>', 'another one')
    .option('--svg <file>', 'the flame graph: box widths show after, colours show the change', 'diff.svg')
    .option('--normalize', 'compare shares: scale before to the total of after')
    .option('--icicle', 'callers on top')
    .option('--filter <pattern>', 'table: only functions whose file:line(function) matches', pattern)
    .option('--limit <number>', 'table: at most this many functions', wholeNumber, 20);
  return addSessionOptions(command, forSpecifications)
    .addHelpText('after', examples)
    .action(async (before: string, after: string, options: Options) =>
      finish(await diff([before, after], options, context)),
    );
}

const examples = `
A function that is only in before has no width; to see it, swap the two profiles.

Examples:
  $ hotpath diff before.cpuprofile after.cpuprofile
  $ hotpath diff old/ new/ --normalize --svg change.svg`;

async function diff(
  inputs: readonly [string, string],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { folder, output } = context;
  const file = resolve(folder, options.svg);
  checkFolderOf(file);
  const before = await flameSource([inputs[0]], options, context);
  const after = await flameSource([inputs[1]], options, context);
  const difference = compared(before.profile, after.profile, options);
  writePieces(
    file,
    writeFlameSvg(difference.after, drawing(before, after, options), differencePaint(difference)),
  );
  output.out(`${table(difference, options, context)}${shownPath(file, folder)}: ${headline(difference)}\n`);
  return exitCode.fine;
}

function compared(before: Profile, after: Profile, { normalize = false }: Options): Difference {
  const [old, now] = [before, after].map((profile) => totalsOf(profile)[0] as number) as [number, number];
  if (old === 0 || now === 0)
    throw new UserError(
      `${old === 0 ? 'before' : 'after'} has no samples`,
      'Record for a longer time.',
      exitCode.noMeasurement,
    );
  const difference = differenceOf(before, after, normalize ? now / old : 1);
  if (difference) return difference;
  throw new UserError(
    `before counts ${before.unit} and after ${after.unit}`,
    'Give two profiles of the same kind.',
  );
}

function drawing(
  before: FlameSource,
  after: FlameSource,
  { icicle = false, normalize = false }: Options,
): Parameters<typeof writeFlameSvg>[1] {
  const [old, now] = [before, after].map(({ profile }) =>
    weightText(totalsOf(profile)[0] as number, profile.unit),
  );
  const said = `before ${old}, after ${now}${normalize ? '; shares compared' : ''}; widths show after`;
  return { title: `${before.title} → ${after.title}`, said, icicle, narrowest: 0, width: 1200 };
}

function table(
  difference: Difference,
  { filter, limit }: Options,
  { folder, output }: CommandContext,
): string {
  const wanted = functionChanges(difference).filter(
    ({ called }) => !filter || filter.test(placeText(called, folder)),
  );
  const place = (called: Parameters<typeof placeText>[0]): string => placeText(called, folder);
  const shown = differenceTable(wanted.slice(0, limit), difference, place, output.width);
  const rest = wanted.length > limit ? `${wanted.length - limit} more functions; --limit shows more\n` : '';
  return `${shown}\n${rest}`;
}

function headline({ before, after }: Difference): string {
  const [old, now] = [before, after].map((profile) => totalsOf(profile)[0] as number) as [number, number];
  return `after / before ${(now / old).toFixed(3)}`;
}
