import type { Scenario } from '../../model/report/projection.js';

/** A scenario in words; stored projections keep the names of their contract. */
export function scenarioText(scenario: Scenario): string {
  return /^\d times dearer$/.test(scenario) ? scenario.replace('dearer', 'more expensive') : scenario;
}
