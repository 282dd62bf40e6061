import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { boxTable, type CommandContext, exitCode, percent } from 'hotpath/cli';
import { judge, type Verdict } from './compare.js';
import { type MeasureOptions, measureSpec } from './measure-spec.js';
import type { Truth } from './paths/truth.js';
import { alwaysOnSpans, cpuProfile } from './peers.js';

const sources = fileURLToPath(new URL('../paths/', import.meta.url));
const compiled = fileURLToPath(new URL('./paths/', import.meta.url));
const ending = '.hot.ts';

export interface HandMadeOptions extends MeasureOptions {
  readonly runs: number;
  readonly path?: readonly string[];
  readonly peers: boolean;
}

/** What measuring paths led to. */
export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly code: number;
}

/** Measures the paths in `truth/paths/` and prints a table of each. */
export async function measureHandMade(options: HandMadeOptions, context: CommandContext): Promise<Judged> {
  const verdicts: Verdict[] = [];
  for (const name of chosen(options.path)) {
    const script = `${compiled}${name}.hot.js`;
    const { truth } = (await import(script)) as { truth: Truth };
    const peers = options.peers ? { cpuProfile: cpuProfile(script), alwaysOn: alwaysOnSpans(script) } : null;
    const own: Verdict[] = [];
    for (let run = 0; run < options.runs; run++) {
      const { reports, code } = await measureSpec(`${sources}${name}${ending}`, options, null, context);
      if (code !== exitCode.fine) return { verdicts, code };
      own.push(...reports.flatMap((report) => judge(report, truth, peers)));
    }
    print(own, context);
    verdicts.push(...own);
  }
  return { verdicts, code: exitCode.fine };
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
