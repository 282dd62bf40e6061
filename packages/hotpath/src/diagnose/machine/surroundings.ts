import type { Rule } from '../rule.js';

/** Mean number of processors that other processes may use before it is mentioned. */
const busy = 0.25;

/** Mean number of processors that the hypervisor may give to other guests before it is mentioned. */
const stolen = 0.02;

/** A load per processor that this session's own processes cannot have caused. */
const crowded = 1.5;

/** Governors under which the clock rate does not follow the load, as far as is known. */
const steadyGovernors = ['performance', 'unknown'];

/** What in the environment makes the numbers less reliable. */
export const surroundings: Rule = ({ environment, forks }) => {
  const { nodeOptions, inspector, governor, load, cores } = environment;
  const use = forks.flatMap(({ machine }) => (machine ? [machine] : []));
  const others = meanOf(use.map(({ othersProcessors }) => othersProcessors));
  const taken = meanOf(use.map(({ stolenProcessors }) => stolenProcessors));
  const parts = [
    ...(inspector ? ['an inspector is attached, which keeps V8 from its best code'] : []),
    ...(nodeOptions.length > 0 ? [`Node runs with ${nodeOptions.join(' ')}`] : []),
    ...(others > busy ? [`other processes kept ${others.toFixed(2)} of ${cores} processors busy`] : []),
    ...(taken > stolen ? [`the hypervisor gave ${taken.toFixed(2)} processors to other guests`] : []),
    ...(load > crowded * cores
      ? [`the load was ${load.toFixed(1)} on ${cores} processors at the start`]
      : []),
    ...(steadyGovernors.includes(governor) ? [] : [`the clock rate follows the load (governor ${governor})`]),
  ];
  if (parts.length === 0) return null;
  return {
    id: 'surroundings',
    severity: inspector || nodeOptions.length > 0 ? 'warning' : 'note',
    message: parts.join('; '),
    evidence: { othersProcessors: others, stolenProcessors: taken, load, governor, nodeOptions },
    advice:
      'Absolute times depend on this; ratios within one run depend on it less. Remove the cause where you can.',
  };
};

/** 0 of no values. */
function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
