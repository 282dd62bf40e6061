import { errorPhases, serializedParts, serializedWhole } from '../../costs/error-phases.js';
import { type ErrorsSettings, errorOperations } from '../../costs/errors.js';
import { stepCosts, stepShares } from '../../estimate/gains/step-costs.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { ErrorCircumstances, ErrorCosts } from '../../model/report/costs.js';
import type { OperationGroup } from '../../plan/forks/plan-operations.js';
import { pathOf, writeSpecification } from './cost-specification.js';

/** Node's own `Error.stackTraceLimit`. */
const usualLimit = 10;

/**
 * The circumstances in which errors are measured. Source maps and the limit hold for a whole process, so each set of
 * circumstances has forks of its own.
 *
 * | effort | source maps | depths | limits |
 * |---|---|---|---|
 * | default | off | all | Node's own, and as deep as the calls |
 * | default | on | all | as deep as the calls |
 * | quick | off | all | as deep as the calls |
 * | quick | on, plain calls only | the deepest | as deep as the calls |
 */
export function errorCircumstances(depths: readonly number[], quick: boolean): ErrorCircumstances[] {
  const kinds = [
    { async: false, sourceMaps: false },
    { async: true, sourceMaps: false },
    { async: false, sourceMaps: true },
    ...(quick ? [] : [{ async: true, sourceMaps: true }]),
  ];
  const deepest = Math.max(...depths);
  return kinds.flatMap((kind) =>
    depths.flatMap((depth) => {
      if (quick && kind.sourceMaps && depth < deepest) return [];
      const limits = quick || kind.sourceMaps ? [depth] : [...new Set([usualLimit, depth])];
      return limits.map((limit) => ({ depth, limit, ...kind }));
    }),
  );
}

/** After this many errors V8's own code is warmed up; a longer warm-up would take time away from measuring. */
const warmUpOperations = 128;

export function errorGroup(
  { depth, limit, async, sourceMaps }: ErrorCircumstances,
  serializer: ErrorsSettings['serializer'],
  folder: string,
): OperationGroup {
  const settings: ErrorsSettings = { depth, limit, async, serializer };
  const name = `errors-${depth}-${limit}-${async ? 'async' : 'sync'}${sourceMaps ? '-mapped' : ''}`;
  const file = writeSpecification(folder, name, { module: 'errors', make: 'errorsOf', settings, sourceMaps });
  return { path: pathOf(file, name, errorOperations(serializer !== null)), async, warmUpOperations };
}

export function errorCosts(
  one: ErrorCircumstances,
  measurement: Measurement,
  serializes: boolean,
): ErrorCosts {
  return {
    ...one,
    phases: stepCosts(measurement, errorPhases(serializes)),
    shares: serializes ? stepShares(measurement, serializedParts, serializedWhole) : [],
  };
}
