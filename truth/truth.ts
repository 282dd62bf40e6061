import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { boxTable, type CommandContext, exitCode, percent, processContext, runSpecs } from 'hotpath/cli';
import { judge, type Verdict } from './compare.js';
import type { Truth } from './paths/truth.js';
import { alwaysOnSpans, cpuProfile } from './peers.js';

/** Measures paths whose shares are known by construction, with hotpath and with two common tools. */
const sources = fileURLToPath(new URL('../paths/', import.meta.url));
const compiled = fileURLToPath(new URL('./paths/', import.meta.url));
const ending = '.hot.ts';

interface Options {
  readonly runs: number;
  readonly quick?: boolean;
  readonly path?: readonly string[];
  readonly peers: boolean;
}

async function measureTruth(options: Options, context: CommandContext): Promise<number> {
  const verdicts: Verdict[] = [];
  for (const name of chosen(options.path)) {
    const script = `${compiled}${name}.hot.js`;
    const { truth } = (await import(script)) as { truth: Truth };
    const peers = options.peers ? { cpuProfile: cpuProfile(script), alwaysOn: alwaysOnSpans(script) } : null;
    for (let run = 0; run < options.runs; run++) {
      const { reports, code } = await measured(name, options, context);
      if (code !== exitCode.fine) return code;
      verdicts.push(...reports.flatMap((report) => judge(report, truth, peers)));
    }
    print(
      verdicts.filter((verdict) => verdict.path === verdicts.at(-1)?.path),
      context,
    );
  }
  context.output.out(`${summary(verdicts)}\n`);
  return verdicts.every((verdict) => verdict.within) ? exitCode.fine : exitCode.limitExceeded;
}

function measured(name: string, { quick }: Options, context: CommandContext): ReturnType<typeof runSpecs> {
  const { output, folder, signal, freshSeed } = context;
  return runSpecs(
    [relative(folder, `${sources}${name}${ending}`)],
    {
      effort: quick ? 'quick' : 'default',
      seed: freshSeed(),
      silenceMs: 30_000,
      routes: false,
      folder,
      save: null,
      signal,
    },
    { ...output, out: () => {} },
  );
}

function chosen(wanted: readonly string[] | undefined): readonly string[] {
  const names = readdirSync(sources)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no path "${unknown}". Paths: ${names.join(', ')}.`);
  return wanted ?? names;
}

/** All runs of one path: a row shows its first run, and the largest error of all runs. */
function print(verdicts: readonly Verdict[], { output }: CommandContext): void {
  const rows = [...new Set(verdicts.map(({ row }) => row))].map((row) => {
    const own = verdicts.filter((verdict) => verdict.row === row);
    const [first] = own as [Verdict];
    const errors = own.map(({ hotpath, truth }) => hotpath - truth);
    const worst = errors.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    const peer = (share: number | null): string => (share === null ? '·' : percent(share));
    const right = own.every(({ within }) => within) ? 'yes' : 'NO';
    return [
      row,
      percent(first.truth),
      percent(first.hotpath),
      `${(100 * worst).toFixed(2)}`,
      right,
      peer(first.cpuProfile),
      peer(first.alwaysOn),
    ];
  });
  const titles = [verdicts[0]?.path ?? '', 'Truth', 'hotpath', 'Worst', '≤ 1', '--cpu-prof', 'Always on'];
  const columns = titles.map((title, index) => ({
    title,
    align: index === 0 ? ('left' as const) : ('right' as const),
  }));
  output.out(`${boxTable(columns, [rows], output.width)}\n`);
}

function summary(verdicts: readonly Verdict[]): string {
  const share = (good: (verdict: Verdict) => boolean): string =>
    `${verdicts.filter(good).length} of ${verdicts.length}`;
  const wrong = (of: (verdict: Verdict) => number | null): string => {
    const errors = verdicts.map((verdict) => Math.abs((of(verdict) ?? Number.NaN) - verdict.truth));
    const known = errors.filter((error) => !Number.isNaN(error));
    return known.length === 0 ? 'not run' : `${(100 * Math.max(...known)).toFixed(1)} points`;
  };
  return [
    `Rows within one percentage point or a twentieth of themselves: ${share(({ within }) => within)}. Intervals that hold the truth: ${share(({ held }) => held)}.`,
    `Largest error: hotpath ${wrong(({ hotpath }) => hotpath)}, node --cpu-prof ${wrong(({ cpuProfile: it }) => it)}, always-on spans ${wrong(({ alwaysOn }) => alwaysOn)}.`,
  ].join('\n');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 99.');
  return Number(text);
}

const context = processContext();
await new Command('npm run truth --')
  .description('Measures paths whose shares are known by construction, and shows the error of each tool.')
  .option('--runs <number>', 'how many times hotpath measures each path', wholeNumber, 1)
  .option('--quick', 'fewer forks and shorter measurement: wider intervals')
  .option('--path <name...>', 'only these paths, such as inlined-loops (default: all)')
  .option('--no-peers', 'leave out node --cpu-prof and always-on spans')
  .action(async (options: Options) => {
    process.exitCode = await measureTruth(options, context);
  })
  .parseAsync();
