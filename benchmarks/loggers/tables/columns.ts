import { boxTable } from 'hotpath/cli';
import type { OutcomeOf, Part } from '../child/job.js';
import type { Rounds } from '../compare.js';
import { median, type Ratio, ratioTo } from './ratio.js';
import { countCell, intervalCell, ratioCell } from './words.js';

/** Tables have all their columns from this width, terminal cells. */
const wide = 130;

type Value<P extends Part> = (outcome: OutcomeOf<P>) => number;

export interface Column<P extends Part> {
  readonly title: string;
  /** The title where the terminal is narrow. */
  readonly short?: string;
  /** Whether only a wide terminal shows it. */
  readonly wide?: boolean;
  readonly cell: (name: string, rounds: Rounds<P>) => string;
}

/** One line for each logger, the smallest median of `rank` first. */
export function table<P extends Part>(
  rounds: Rounds<P>,
  columns: readonly Column<P>[],
  rank: Value<P>,
  width: number,
): string {
  const shown = columns.filter((column) => width >= wide || column.wide !== true);
  const rankOf = (name: string): number => median(valuesOf(rounds, name, rank));
  const names = namesIn(rounds).sort((a, b) => rankOf(a) - rankOf(b));
  return boxTable(
    [
      { title: 'Logger', align: 'left' },
      ...shown.map(({ title, short }) => ({
        title: width >= wide ? title : (short ?? title),
        align: 'right' as const,
      })),
    ],
    [names.map((name) => [name, ...shown.map(({ cell }) => cell(name, rounds))])],
    width,
  );
}

export function namesIn<P extends Part>(rounds: Rounds<P>): string[] {
  return [...(rounds[0]?.keys() ?? [])];
}

/** A logger's value in each round. */
export function valuesOf<P extends Part>(rounds: Rounds<P>, name: string, value: Value<P>): number[] {
  return rounds.flatMap((round) => {
    const outcome = round.get(name);
    return outcome === undefined ? [] : [value(outcome)];
  });
}

/** A column of medians over rounds. */
export function medians<P extends Part>(
  title: string,
  value: Value<P>,
  text: (value: number) => string,
): Column<P> {
  return { title, cell: (name, rounds) => text(median(valuesOf(rounds, name, value))) };
}

/** Medians of what a logger reports about itself, or a sign that it does not. */
export function reported<P extends Part>(
  title: string,
  value: (outcome: OutcomeOf<P>) => number | null,
): Column<P> {
  return medians(title, (outcome) => value(outcome) ?? Number.NaN, countCell);
}

/** A ratio to the base, and its interval in a column of its own. */
export function ratios<P extends Part>(base: string, title: string, value: Value<P>): readonly Column<P>[] {
  const of = (name: string, rounds: Rounds<P>): Ratio =>
    ratioTo(valuesOf(rounds, base, value), valuesOf(rounds, name, value));
  return [
    { title, cell: (name, rounds) => ratioCell(of(name, rounds)) },
    { title: '95% interval', cell: (name, rounds) => intervalCell(of(name, rounds)) },
  ];
}

export function onlyWide<P extends Part>(columns: readonly Column<P>[]): readonly Column<P>[] {
  return columns.map((column) => ({ ...column, wide: true }));
}
