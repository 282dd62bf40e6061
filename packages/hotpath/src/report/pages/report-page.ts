import type { FlamePayload } from '../../model/profiles/flame-payload.js';
import type { Profile } from '../../model/profiles/profile.js';
import type { Report } from '../../model/report/report.js';
import type { PathPayload, ReportPayload } from '../../model/report/report-payload.js';
import { flamePayload } from '../flame/flame-payload.js';
import { jsonReports } from '../json/report-json.js';
import { inUnit, timeUnit } from '../text/units.js';
import { type Viewer, writeStandalonePage } from './standalone-page.js';

/** A measured path: its report and, where it was sampled, its flame graph with what that shows, in a line. */
export interface ReportedPath {
  readonly report: Report;
  readonly flame: { readonly profile: Profile; readonly said: string } | null;
}

/** Calls on a page, of all paths together: it stays below a megabyte, and a path seldom has a tenth of them. */
const mostCalls = 10_000;

/** Functions with a larger share of a path are in its table, though all their calls are left out. */
const leastShare = 1e-3;

/** Reports as a page that stands alone. Places below `folder` are relative to it. */
export function writeReportPage(
  paths: readonly ReportedPath[],
  folder: string,
  viewer: Viewer,
): Generator<string> {
  const names = paths.map(({ report }) => report.path.name).join(', ');
  return writeStandalonePage(
    {
      title: `${names} · hotpath`,
      withoutScript: `${paths.map(({ report }) => plainLine(report)).join(' ')} To see the report, allow this page its script; it loads nothing.`,
      block: 'reports',
      payload: reportPayload(paths, folder),
    },
    viewer,
  );
}

function plainLine({ path, ledger }: Report): string {
  const unit = timeUnit(ledger.total.mean);
  return `${path.name}: ${inUnit(ledger.total.mean, unit)} ${unit.name} an operation.`;
}

function reportPayload(paths: readonly ReportedPath[], folder: string): ReportPayload {
  const most = Math.floor(mostCalls / paths.length);
  return {
    paths: paths.map(
      ({ report, flame }): PathPayload => ({
        report: published(report, folder),
        flame: flame && flameOf(report, flame, most),
      }),
    ),
  };
}

function flameOf(
  { path }: Report,
  { profile, said }: NonNullable<ReportedPath['flame']>,
  most: number,
): FlamePayload {
  return flamePayload(profile, { title: path.name, said, icicle: false, narrowest: 0 }, most, leastShare);
}

/** The report as `--json` has it, with the folder taken off its places and its sentences. */
function published(report: Report, folder: string): Report {
  const prefix = `${folder}/`;
  const shortened = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(prefix, '') : value;
  return JSON.parse(jsonReports([report]), shortened) as Report;
}
