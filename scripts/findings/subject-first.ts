import type { ReportedRun } from 'hotpath/cli';

/** The same results with one subject moved to the front: a page opens with its first path. */
export function subjectFirst({ reports, measurements, code }: ReportedRun, subject: string): ReportedRun {
  const order = reports.map((_, index) => index);
  const rank = (index: number): number => (reports[index]?.path.name === subject ? 0 : 1);
  order.sort((a, b) => rank(a) - rank(b));
  const inOrder = <T>(values: readonly T[]): T[] => order.flatMap((index) => values.slice(index, index + 1));
  return { reports: inOrder(reports), measurements: inOrder(measurements), code };
}
