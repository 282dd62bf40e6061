import type { FlamePayload } from '../../model/profiles/flame-payload.js';
import type { Profile } from '../../model/profiles/profile.js';
import type { Report } from '../../model/report/report.js';
import type { PathPayload, ReportPayload } from '../../model/report/report-payload.js';
import { flamePayload } from '../flame/flame-payload.js';
import { jsonReports } from '../json/report-json.js';
import { inUnit, timeUnit } from '../text/units.js';
import { type Viewer, writeStandalonePage } from './standalone-page.js';

/** A measured path: its report and, if it was sampled, its flame graph with a line that says what it shows. */
export interface ReportedPath {
  readonly report: Report;
  readonly flame: { readonly profile: Profile; readonly said: string } | null;
}

/** Calls on a page, over all paths: this keeps it below a megabyte, and a path rarely has a tenth as many. */
const mostCalls = 10_000;

/** Functions with a larger share of a path are in its table even when all their calls are left out. */
const leastShare = 1e-3;

/** Reports as a self-contained page. Places below `folder` are relative to it. */
export function writeReportPage(
  paths: readonly ReportedPath[],
  folder: string,
  viewer: Viewer,
): Generator<string> {
  const names = paths.map(({ report }) => report.path.name).join(', ');
  return writeStandalonePage(
    {
      title: `${names} · hotpath`,
      withoutScript: `${paths.map(({ report }) => plainLine(report)).join(' ')} To see the report, allow scripts for this page; it loads nothing from the network.`,
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

/** The report as `--json` writes it, with the folder removed from places and sentences. */
function published(report: Report, folder: string): Report {
  const prefix = `${folder}/`;
  const shortened = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(prefix, '') : value;
  return JSON.parse(jsonReports([report]), shortened) as Report;
}
