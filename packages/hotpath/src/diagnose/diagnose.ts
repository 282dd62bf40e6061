import type { Measurement } from '../model/measurement/measurement.js';
import type { Finding } from '../model/report/finding.js';
import type { Ledger } from '../model/report/ledger.js';
import { compiledWhileMeasured } from './code/compiled-while-measured.js';
import { deoptimisedWhileMeasured } from './code/deoptimised-while-measured.js';
import { foldMarks } from './code/fold-marks.js';
import { slowerInlined } from './code/slower-inlined.js';
import { twoModes } from './code/two-modes.js';
import { unsteady } from './code/unsteady.js';
import { blurredByCollection } from './machine/blurred-by-collection.js';
import { contendedProcessor } from './machine/contended-processor.js';
import { incomplete } from './machine/incomplete.js';
import { sharedProcessor } from './machine/shared-processor.js';
import { surroundings } from './machine/surroundings.js';
import { timeOver } from './machine/time-over.js';
import { chosenRows } from './numbers/chosen-rows.js';
import { idleRows } from './numbers/idle-rows.js';
import { negativeRemainder } from './numbers/negative-remainder.js';
import { negativeRows } from './numbers/negative-rows.js';
import { noRows } from './numbers/no-rows.js';
import { orderEffect } from './numbers/order-effect.js';
import { overlappingRows } from './numbers/overlapping-rows.js';
import { probeAtOdds } from './numbers/probe-at-odds.js';
import { refusedRows } from './numbers/refused-rows.js';
import { routeAtOdds } from './numbers/route-at-odds.js';
import { routesDisagree } from './numbers/routes-disagree.js';
import { targetMissed } from './numbers/target-missed.js';
import { twinGap } from './numbers/twin-gap.js';
import { unexplained } from './numbers/unexplained.js';
import { wideInterval } from './numbers/wide-interval.js';
import type { Rule } from './rule.js';

const rules: readonly Rule[] = [
  incomplete,
  timeOver,
  targetMissed,
  noRows,
  chosenRows,
  refusedRows,
  unexplained,
  negativeRemainder,
  negativeRows,
  wideInterval,
  probeAtOdds,
  routesDisagree,
  routeAtOdds,
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
  foldMarks,
];

/** All findings, in the order of their rules. */
export function diagnose(measurement: Measurement, ledger: Ledger): Finding[] {
  return rules.map((rule) => rule(measurement, ledger)).filter((finding) => finding !== null);
}
