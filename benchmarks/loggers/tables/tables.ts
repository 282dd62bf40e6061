import type { Comparison } from '../compare.js';
import { burstCalls, slowWriteMs } from '../plan.js';
import { type Column, medians, onlyWide, ratios, reported, table } from './columns.js';
import { countCell, threeDigits, usCell } from './words.js';

/** A title and tables for each part that was measured, the best logger first. Ratios are to the logger `base`. */
export function comparisonTables(comparison: Comparison, base: string, width: number): string {
  const { throughput, slowSink, burst } = comparison;
  const lines: string[] = [];
  if (throughput.length > 0) {
    const fewest = ({ linesPerSecond }: { readonly linesPerSecond: number }): number => -linesPerSecond;
    lines.push(
      'Throughput to /dev/null including the flush; time of a call, µs; peak memory',
      table(throughput, throughputColumns, fewest, width),
      table(throughput, throughputRatios(base), fewest, width),
    );
  }
  if (slowSink.length > 0)
    lines.push(
      `Time of a call, µs, with a sink that takes ${slowWriteMs} ms for each write`,
      table(slowSink, slowColumns(base), ({ latency }) => latency.median, width),
    );
  if (burst.length > 0)
    lines.push(
      `A burst of ${countCell(burstCalls)} calls to a file; times in ms; High: most lines in the queue`,
      table(burst, burstColumns, ({ burstMs }) => burstMs, width),
    );
  return lines.join('\n');
}

const throughputColumns: readonly Column<'throughput'>[] = [
  medians('Lines/s', ({ linesPerSecond }) => Math.round(linesPerSecond), countCell),
  medians('Mean', ({ latency }) => latency.mean, usCell),
  medians('Median', ({ latency }) => latency.median, usCell),
  medians('p95', ({ latency }) => latency.p95, usCell),
  medians('p99', ({ latency }) => latency.p99, usCell),
  medians('Max', ({ latency }) => latency.max, usCell),
  medians('MiB', ({ peakBytes }) => peakBytes / 2 ** 20, threeDigits),
];

function throughputRatios(base: string): readonly Column<'throughput'>[] {
  return [
    ...ratios<'throughput'>(base, '× lines/s', ({ linesPerSecond }) => linesPerSecond),
    ...ratios<'throughput'>(base, '× mean', ({ latency }) => latency.mean),
    ...onlyWide(ratios<'throughput'>(base, '× median', ({ latency }) => latency.median)),
    ...onlyWide(ratios<'throughput'>(base, '× memory', ({ peakBytes }) => peakBytes)),
  ];
}

function slowColumns(base: string): readonly Column<'slow-sink'>[] {
  return [
    medians('p50', ({ latency }) => latency.median, usCell),
    medians('p99', ({ latency }) => latency.p99, usCell),
    medians('Max', ({ latency }) => latency.max, usCell),
    ...ratios<'slow-sink'>(base, '× p50', ({ latency }) => latency.median),
    medians('Writes', ({ writes }) => writes, countCell),
    ...onlyWide<'slow-sink'>([
      medians('Calls', ({ calls }) => calls, countCell),
      medians('Lines written', ({ lines }) => lines, countCell),
      medians('Flush (ms)', ({ flushMs }) => flushMs, threeDigits),
    ]),
  ];
}

const burstColumns: readonly Column<'burst'>[] = [
  reported('Submitted', ({ account }) => account.submitted),
  { ...reported<'burst'>('Processed', ({ account }) => account.processed), short: 'Done' },
  reported('Dropped', ({ account }) => account.dropped),
  { ...reported<'burst'>('High water', ({ account }) => account.highWaterMark), short: 'High' },
  medians('Burst', ({ burstMs }) => burstMs, threeDigits),
  medians('Flush', ({ flushMs }) => flushMs, threeDigits),
  ...onlyWide<'burst'>([medians('Lines in the file', ({ arrived }) => arrived, countCell)]),
];
