export { exitCode, UserError } from '../errors.js';
export { projectRows } from '../estimate/gains/project.js';
export { scoreProjection } from '../estimate/gains/score-projection.js';
export type { Measurement } from '../model/measurement/measurement.js';
export type { Policy } from '../model/measurement/policy.js';
export type { Profile } from '../model/profiles/profile.js';
export type { Estimate, Ledger, LedgerRow } from '../model/report/ledger.js';
export type { Projection, Projections, Scenario } from '../model/report/projection.js';
export type { Report } from '../model/report/report.js';
export type { Saving, Score } from '../model/report/score.js';
export { comparisonPolicies, policies } from '../plan/policy.js';
export { writeFlameSvg } from '../report/flame/flame-svg.js';
export { jsonSchema, schemas } from '../report/schema/index.js';
export { boxTable } from '../report/tables/box-table.js';
export { ledgerTable } from '../report/tables/ledger-table.js';
export { jsonReports } from '../report/text/json.js';
export { slowDownText } from '../report/text/slow-down.js';
export { inUnit, percent, timeUnit } from '../report/text/units.js';
export { weightText } from '../report/text/weight-text.js';
export { wrap } from '../report/text/wrap.js';
export { flameOfPath } from '../sessions/path-views.js';
export { samplesOf } from '../sessions/sample-path.js';
export { whatIf } from '../sessions/what-if.js';
export type { Surroundings } from './commands/run.js';
export { main } from './main.js';
export { positiveNumber, wholeNumber } from './option-values.js';
export { type Output, processOutput } from './output.js';
export { writePieces } from './profiles/write-profile.js';
export { compareTotals } from './session/compare-totals.js';
export { writeReportFile } from './session/report-file.js';
export {
  explain,
  joinResults,
  type RepeatSettings,
  type RunResult,
  repeatSpec,
  runSpecs,
} from './session/run-specs.js';
export { type SessionSettings, withSession } from './session/session.js';
export { writeNamedFile } from './session/session-file.js';
export { processSurroundings } from './start.js';
export { refuseSwallowedOption } from './swallowed-option.js';
