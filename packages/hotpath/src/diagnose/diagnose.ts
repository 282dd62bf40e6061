import type { Finding } from '../model/finding.js';
import type { Ledger } from '../model/ledger.js';
import type { Measurement } from '../model/measurement.js';
import { blurredByCollection } from './blurred-by-collection.js';
import { compiledWhileMeasured } from './compiled-while-measured.js';
import { contendedProcessor } from './contended-processor.js';
import { deoptimisedWhileMeasured } from './deoptimised-while-measured.js';
import { idleRows } from './idle-rows.js';
import { incomplete } from './incomplete.js';
import { negativeRemainder } from './negative-remainder.js';
import { noRows } from './no-rows.js';
import { orderEffect } from './order-effect.js';
import { overlappingRows } from './overlapping-rows.js';
import { routesDisagree } from './routes-disagree.js';
import { sharedProcessor } from './shared-processor.js';
import { slowerInlined } from './slower-inlined.js';
import { surroundings } from './surroundings.js';
import { targetMissed } from './target-missed.js';
import { timeOver } from './time-over.js';
import { twinGap } from './twin-gap.js';
import { twoModes } from './two-modes.js';
import { unexplained } from './unexplained.js';
import { unsteady } from './unsteady.js';
import { wideInterval } from './wide-interval.js';

/** A rule: what it sees in a measurement, if anything. */
export type Rule = (measurement: Measurement, ledger: Ledger) => Finding | null;

const rules: readonly Rule[] = [
  incomplete,
  timeOver,
  targetMissed,
  noRows,
  unexplained,
  negativeRemainder,
  wideInterval,
  routesDisagree,
  deoptimisedWhileMeasured,
  compiledWhileMeasured,
  slowerInlined,
  overlappingRows,
  unsteady,
  twoModes,
  sharedProcessor,
  orderEffect,
  twinGap,
  surroundings,
  contendedProcessor,
  blurredByCollection,
  idleRows,
];

/** All findings, in the order of their rules. */
export function diagnose(measurement: Measurement, ledger: Ledger): Finding[] {
  return rules.map((rule) => rule(measurement, ledger)).filter((finding) => finding !== null);
}
