import { wrap } from 'hotpath/cli';
import type { Comparison } from '../compare.js';
import type { Environment } from '../environment.js';
import { ample } from '../plan.js';
import { namesIn, valuesOf } from './columns.js';
import { median } from './ratio.js';
import { countCell, threeDigits } from './words.js';

export interface NoteSettings {
  readonly seed: number;
  /** Terminal cells in a line. */
  readonly width: number;
}

/** What a reader of the tables must know, and what went wrong. */
export function notesOn(
  comparison: Comparison,
  base: string,
  { seed, width }: NoteSettings,
  environment: Environment,
): string {
  const notes = [
    ...roundNotes(comparison, base, seed, environment),
    ...throughputNotes(comparison),
    ...slowNotes(comparison),
    ...arrivalNotes(comparison),
    ...comparison.leftOut.map(({ name, reason }) => `Left out: ${name}: ${reason}.`),
  ];
  return notes.map((note) => `${wrap(note, width, '  ')}\n`).join('');
}

function roundNotes(
  { throughput, slowSink, burst }: Comparison,
  base: string,
  seed: number,
  { node, processor, cores }: Environment,
): string[] {
  const rounds = [...new Set([throughput, slowSink, burst].map(({ length }) => length))].filter((n) => n > 0);
  if (rounds.length === 0) return [];
  return [
    `Medians of ${rounds.join(' or ')} rounds on this machine (${processor}, ${cores} cores, Node ${node}): other machines, other numbers.`,
    `× is the ratio to ${base}, the geometric mean over rounds with its 95% interval; loggers in random order, seed ${seed}; a process for each measurement.`,
  ];
}

function throughputNotes({ throughput }: Comparison): string[] {
  const names = namesIn(throughput);
  if (names.length === 0) return [];
  const clock = median(names.flatMap((name) => valuesOf(throughput, name, (outcome) => outcome.clock)));
  // Throughput of a logger that drops is that of the lines it kept.
  const drops = names.flatMap((name) => {
    const dropped = median(valuesOf(throughput, name, (outcome) => outcome.dropped ?? 0));
    return dropped > 0 ? [`${name} dropped ${countCell(dropped)} lines of the throughput, not counted.`] : [];
  });
  return [
    `The time of a call has an empty interval of the clock in it: ${threeDigits(clock)} ns. fapilog's queue has room for ${countCell(ample)} lines in the throughput, its default in the burst.`,
    ...drops,
  ];
}

function slowNotes({ slowSink, withoutSink }: Comparison): string[] {
  if (slowSink.length === 0) return [];
  const unable =
    withoutSink.length === 0 ? '' : ` No sink of one's own can be given to ${withoutSink.join(', ')}.`;
  return [
    `The slow sink blocks who writes in the call or in a worker; streams, and fapilog's sink, wait without blocking. A logger that writes many lines at once makes few writes.${unable}`,
  ];
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
