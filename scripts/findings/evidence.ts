import type { Examination, Projections, Report } from 'hotpath/cli';
import type { Scored } from '../changes/score-changes.js';
import type { Reproduced } from '../reproduction/reproduction.js';
import type { CostStudy } from './run-cost-study.js';

/** All that the findings document is made of: nothing in it comes from anywhere else. */
export interface Evidence {
  /** Every subject's report, in the order in which they were measured. */
  readonly reports: readonly Report[];
  /** The log call that the document is about; it has floors and projections. */
  readonly subject: string;
  readonly projections: Projections;
  /** The same log call as the reference implementation works: it waits for the worker's answer. */
  readonly waitingSubject: string;
  /** The rows of both runs. */
  readonly reproduction: readonly Reproduced[];
  /** Flame graphs by the name of their subject: files, relative to the document. */
  readonly figures: ReadonlyMap<string, string>;
  /** What copies and errors cost: the tables of `hotpath copies` and `hotpath errors`, and their data. */
  readonly copies: CostStudy;
  readonly errors: CostStudy;
  /** Recommendations carried out on copies, next to their projections; null where no time was left for it. */
  readonly scored: readonly Scored[] | null;
  /** What `hotpath doctor` says of the machine; null where data of an earlier version do not hold it. */
  readonly doctor: Examination | null;
  /** The command that made all this. */
  readonly command: string;
}

/** The log call that the document is about, and the same call waiting for the worker. */
export const mainSubject = 'fapilog.info';
export const waitingSubject = 'fapilog.info-acknowledged';

/** The report of a subject. */
export function reportOf({ reports }: Evidence, name: string): Report {
  const found = reports.find(({ path }) => path.name === name);
  if (!found) throw new Error(`no report of ${name}`);
  return found;
}

/** The command that measures with an effort. */
export function commandOf(effort: 'default' | 'quick'): string {
  return `npm run profile${effort === 'quick' ? ' -- --quick' : ''}`;
}
