import type { FlamePayload } from '../profiles/flame-payload.js';
import type { Report } from './report.js';

/** What a report page carries as JSON. Values that are not finite are null. */
export interface ReportPayload {
  readonly paths: readonly PathPayload[];
}

/** One measured path. */
export interface PathPayload {
  /** The published report, with places relative to the folder in which the page was made. */
  readonly report: Report;
  /** The samples of the path; null where it has none. */
  readonly flame: FlamePayload | null;
}
