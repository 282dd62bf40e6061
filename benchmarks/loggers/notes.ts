import { namesIn, valuesOf } from './columns.js';
import type { Comparison, ComparisonSettings } from './compare.js';
import type { Environment } from './environment.js';
import { median } from './ratio.js';
import { countCell, threeDigits } from './words.js';

/** What a reader of the tables must know, and what went wrong; a sentence a line. */
export function notesOn(
  comparison: Comparison,
  base: string,
  settings: Pick<ComparisonSettings, 'rounds' | 'seed'>,
  { node, processor, cores }: Environment,
): string {
  const sentences = [
    `Medians of ${settings.rounds} rounds on this machine (${processor}, ${cores} cores, Node ${node}): other machines, other numbers.`,
    `× is the ratio to ${base}, the geometric mean over rounds with its 95% interval; loggers in random order, seed ${settings.seed}.`,
    ...clockNote(comparison),
    ...dropNotes(comparison),
    ...arrivalNotes(comparison),
    ...comparison.leftOut.map(({ name, reason }) => `Left out: ${name}: ${reason}.`),
  ];
  return `${sentences.join('\n')}\n`;
}

function clockNote({ throughput }: Comparison): string[] {
  const clocks = namesIn(throughput).flatMap((name) => valuesOf(throughput, name, ({ clock }) => clock));
  if (clocks.length === 0) return [];
  return [
    `The time of every call has an empty interval of the clock in it: ${threeDigits(median(clocks))} ns.`,
  ];
}

/** Throughput of a logger that drops is that of the lines it kept. */
function dropNotes({ throughput }: Comparison): string[] {
  return namesIn(throughput).flatMap((name) => {
    const dropped = median(valuesOf(throughput, name, (outcome) => outcome.dropped ?? 0));
    return dropped > 0
      ? [`${name} dropped ${countCell(dropped)} lines of the throughput; they are not counted.`]
      : [];
  });
}

/** A line that was neither written nor told of as dropped is lost. */
function arrivalNotes({ burst, slowSink }: Comparison): string[] {
  const lost = burst.flatMap((round) =>
    [...round].flatMap(([name, { account, arrived, calls }]) => {
      const expected = calls - (account.dropped ?? 0);
      return arrived === expected
        ? []
        : [`${name}: ${countCell(arrived)} of ${countCell(expected)} lines of a burst arrived.`];
    }),
  );
  const slow = slowSink.flatMap((round) =>
    [...round].flatMap(([name, { lines, calls }]) =>
      lines === calls ? [] : [`${name}: ${lines} of ${calls} lines reached the slow sink.`],
    ),
  );
  return [...new Set([...lost, ...slow])];
}
