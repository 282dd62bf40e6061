export { exitCode, UserError } from '../errors.js';
export { projectRows } from '../estimate/gains/project.js';
export { scoreProjection } from '../estimate/gains/score-projection.js';
export type { Measurement } from '../model/measurement/measurement.js';
export type { Policy } from '../model/measurement/plan.js';
export type { Profile } from '../model/profiles/profile.js';
export type { Estimate, Ledger, LedgerRow } from '../model/report/ledger.js';
export type { Projection, Projections, Scenario } from '../model/report/projection.js';
export type { Report } from '../model/report/report.js';
export type { Saving, Score } from '../model/report/score.js';
export { comparisonPolicies, policies } from '../plan/policy.js';
export { writeFlameSvg } from '../report/flame/flame-svg.js';
export { jsonReports } from '../report/json/report-json.js';
export { jsonSchema, schemas } from '../report/schema/index.js';
export { boxTable } from '../report/tables/box-table.js';
export { ledgerTable } from '../report/tables/ledger-table.js';
export { slowDownText } from '../report/text/slow-down.js';
export { inUnit, percent, timeUnit } from '../report/text/units.js';
export { weightText } from '../report/text/weight-text.js';
export { wrap } from '../report/text/wrap.js';
export { flameOfPath } from '../sessions/path-views.js';
export { samplesOf } from '../sessions/sample-path.js';
export { whatIf } from '../sessions/what-if.js';
export type { Surroundings } from './commands/run.js';
export { writeNamedFile } from './files/measurement-file.js';
export { writeReportFile } from './files/report-file.js';
export { main } from './main.js';
export { positiveNumber, wholeNumber } from './options/option-values.js';
export { refuseSwallowedOption } from './options/swallowed-option.js';
export { type Output, processOutput } from './output.js';
export { writePieces } from './profiles/write-profile.js';
export { compareTotals } from './session/compare-totals.js';
export {
  explain,
  joinResults,
  type RepeatSettings,
  type RunResult,
  repeatSpec,
  runSpecs,
} from './session/run-specs.js';
export { type SessionSettings, withSession } from './session/session.js';
export { processSurroundings } from './start.js';
