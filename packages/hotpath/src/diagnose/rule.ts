import type { Measurement } from '../model/measurement/measurement.js';
import type { Finding } from '../model/report/finding.js';
import type { Ledger } from '../model/report/ledger.js';

/** A rule: the finding that it draws from a measurement and its ledger; null where there is nothing to say. */
export type Rule = (measurement: Measurement, ledger: Ledger) => Finding | null;
