import type { FlamePayload } from '../profiles/flame-payload.js';
import type { Report } from './report.js';

/** What a report page carries as JSON, where values that are not finite are null. */
export interface ReportPayload {
  readonly paths: readonly PathPayload[];
}

/** One measured path. */
export interface PathPayload {
  /** As it is published; places are relative to the folder in which the page was asked for. */
  readonly report: Report;
  /** The samples of the path; null where it has none. */
  readonly flame: FlamePayload | null;
}
