import type { Rule } from '../diagnose.js';

/** Mean processors that others may use before it is worth a word. */
const busy = 0.25;

const stolen = 0.02;

/** Load for each processor that this session's own processes cannot have made. */
const crowded = 1.5;

const freeGovernors = ['performance', 'unknown'];

/** What around the measurement makes its numbers less than they seem. */
export const surroundings: Rule = ({ environment, forks }) => {
  const { nodeOptions, inspector, governor, load, cores } = environment;
  const use = forks.flatMap(({ machine }) => (machine ? [machine] : []));
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const others = meanOf(use.map(({ othersProcessors }) => othersProcessors));
  const taken = meanOf(use.map(({ stolenProcessors }) => stolenProcessors));
  const said = [
    ...(inspector ? ['an inspector is attached, which keeps V8 from its best code'] : []),
    ...(nodeOptions.length > 0 ? [`Node runs with ${nodeOptions.join(' ')}`] : []),
    ...(others > busy ? [`other processes kept ${others.toFixed(2)} of ${cores} processors busy`] : []),
    ...(taken > stolen ? [`the hypervisor gave ${taken.toFixed(2)} processors to other guests`] : []),
    ...(load > crowded * cores
      ? [`the load was ${load.toFixed(1)} on ${cores} processors at the start`]
      : []),
    ...(freeGovernors.includes(governor) ? [] : [`the clock rate follows the load (governor ${governor})`]),
  ];
  if (said.length === 0) return null;
  return {
    id: 'surroundings',
    severity: inspector || nodeOptions.length > 0 ? 'warning' : 'note',
    message: said.join('; '),
    evidence: { othersProcessors: others, stolenProcessors: taken, load, governor, nodeOptions },
    advice: 'Absolute times depend on it; ratios of one run less. Quiet the machine where you can.',
  };
};
