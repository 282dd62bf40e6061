export type { Environment } from './model/environment.js';
export type { Finding } from './model/finding.js';
export type {
  Estimate,
  Ledger,
  LedgerRow,
  Routes,
  SpanRoute,
  TimerCost,
  Unexplained,
} from './model/ledger.js';
export type { Batch, ForkMeasurement, Measurement, VariantMeasurement } from './model/measurement.js';
export type { Policy } from './model/plan.js';
export type { Report } from './model/report.js';
export { defineHotPath, type HotPathSpec } from './spec/define-hot-path.js';
