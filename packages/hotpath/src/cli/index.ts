export { exitCode, UserError } from '../errors.js';
export { projectRows } from '../estimate/project.js';
export { scoreProjection } from '../estimate/score-projection.js';
export type { Estimate, Ledger, LedgerRow } from '../model/ledger.js';
export type { Measurement } from '../model/measurement.js';
export type { Policy } from '../model/plan.js';
export type { Profile } from '../model/profile.js';
export type { Projection, Projections, Scenario } from '../model/projection.js';
export type { Report } from '../model/report.js';
export type { Saving, Score } from '../model/score.js';
export { comparisonPolicies, policies } from '../plan/policy.js';
export { boxTable } from '../report/box-table.js';
export { writeFlameSvg } from '../report/flame-svg.js';
export { jsonReports } from '../report/json.js';
export { ledgerTable } from '../report/ledger-table.js';
export { jsonSchema, schemas } from '../report/schema/index.js';
export { slowDownText } from '../report/slow-down.js';
export { inUnit, percent, timeUnit } from '../report/units.js';
export { weightText } from '../report/weight-text.js';
export { wrap } from '../report/wrap.js';
export { samplesOf } from '../sample-path.js';
export { flameOfPath } from '../views.js';
export { whatIf } from '../what-if.js';
export { compareTotals } from './compare-totals.js';
export { main } from './main.js';
export { positiveNumber, wholeNumber } from './option-values.js';
export { type Output, processOutput } from './output.js';
export { writeReportFile } from './report-file.js';
export type { Surroundings } from './run.js';
export {
  explain,
  joinResults,
  type RepeatSettings,
  type RunResult,
  repeatSpec,
  runSpecs,
} from './run-specs.js';
export { type SessionSettings, withSession } from './session.js';
export { writeNamedFile } from './session-file.js';
export { processSurroundings } from './start.js';
export { refuseSwallowedOption } from './swallowed-option.js';
export { writePieces } from './write-profile.js';
