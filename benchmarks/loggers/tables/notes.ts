import { wrap } from 'hotpath/cli';
import type { Comparison } from '../compare.js';
import type { Environment } from '../environment.js';
import { ample } from '../plan.js';
import { namesIn, valuesOf } from './columns.js';
import { median } from './ratio.js';
import { countCell, threeDigits } from './words.js';

export interface NoteSettings {
  readonly seed: number;
  /** Terminal cells of a line. */
  readonly width: number;
}

/** What a reader of the tables has to know, and what went wrong. */
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
    ...comparison.leftOut.map(({ name, reason }) => `Left out: ${name} (${reason}).`),
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
    `Medians of ${rounds.join(' or ')} rounds on this machine (${processor}, ${cores} cores, Node ${node}). Other machines give other numbers.`,
    `× is the ratio to ${base}: the geometric mean over rounds, with its 95% interval. Each measurement ran in its own process, in random order (seed ${seed}).`,
  ];
}

function throughputNotes({ throughput }: Comparison): string[] {
  const names = namesIn(throughput);
  if (names.length === 0) return [];
  const clock = median(names.flatMap((name) => valuesOf(throughput, name, (outcome) => outcome.clock)));
  // The throughput of a logger that drops lines is that of the lines it kept.
  const drops = names.flatMap((name) => {
    const dropped = median(valuesOf(throughput, name, (outcome) => outcome.dropped ?? 0));
    return dropped > 0
      ? [`${name} dropped ${countCell(dropped)} lines, which its throughput does not count.`]
      : [];
  });
  return [
    `The time of a call includes an empty interval of the clock, ${threeDigits(clock)} ns. fapilog's queue holds ${countCell(ample)} lines in the throughput part, and its default in the burst.`,
    ...drops,
  ];
}

function slowNotes({ slowSink, withoutSink }: Comparison): string[] {
  if (slowSink.length === 0) return [];
  const unable =
    withoutSink.length === 0
      ? ''
      : ` Loggers that accept no custom sink are not in this part: ${withoutSink.join(', ')}.`;
  return [
    `The slow sink blocks loggers that write in the call or in a worker thread. Streams and fapilog's sink wait for it without blocking. A logger that writes many lines at a time makes few writes.${unable}`,
  ];
}

/** A line that was neither written nor reported as dropped is lost. */
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
