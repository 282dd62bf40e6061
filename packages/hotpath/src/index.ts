export type { Environment } from './model/measurement/environment.js';
export type {
  Batch,
  ForkMeasurement,
  Measurement,
  VariantMeasurement,
} from './model/measurement/measurement.js';
export type { Policy } from './model/measurement/policy.js';
export type { Estimate } from './model/report/estimate.js';
export type { Finding } from './model/report/finding.js';
export type {
  Ledger,
  LedgerRow,
  OutsideRoute,
  Routes,
  SpanRoute,
  TimerCost,
  Unexplained,
} from './model/report/ledger.js';
export type { Report } from './model/report/report.js';
export { defineHotPath, type HotPathSpec } from './spec/define-hot-path.js';
