import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { countOf } from '../../theme/numbers.js';
import { plainText } from '../../theme/plain-text.js';
import { factList, section } from '../section.js';

type Fact = readonly [name: string, text: string];

/** The environment and the policy of the measurement. */
export function createEnvironment(report: Report): HTMLElement {
  return section(
    'environment',
    'Environment and policy',
    factList(environmentFacts(report)),
    element('h3', {}, 'Policy'),
    factList(policyFacts(report)),
  );
}

function environmentFacts({ environment: one }: Report): Fact[] {
  return [
    ['Node', `${one.node}, V8 ${one.v8}`],
    ['System', one.platform],
    ['Processor', `${plainText(one.cpu)}, ${one.cores} cores, governor ${plainText(one.governor)}`],
    ['Clock', clockOf(one)],
    ['Memory', `${one.memoryGiB.toFixed(1)} GiB`],
    ['Load at start', one.load.toFixed(2)],
    ['Flags', one.nodeOptions.length > 0 ? plainText(one.nodeOptions.join(' ')) : 'none'],
    ['Inspector', one.inspector ? 'open' : 'closed'],
    ['Started', one.startedAt],
  ];
}

function clockOf({ clockSource, megahertz }: Report['environment']): string {
  const rate = megahertz === null ? 'rate unknown' : `${megahertz} MHz at the start`;
  return `read from ${plainText(clockSource)}, ${rate}`;
}

function policyFacts({ policy: one, ledger }: Report): Fact[] {
  const { target } = one;
  return [
    ['Version, effort', `${one.version}, ${one.effort}`],
    ['Replicates', `${ledger.processor.replicatesUsed} of ${one.replicatesMeasured} used`],
    ['Forks', `${one.forksMeasured} of ${one.forksPlanned} planned`],
    ['Operations per batch', one.batchOperations.join(', ')],
    ['Warm-up', `at least ${one.warmUpMs} ms and ${one.warmUpOperations.toLocaleString('en')} operations`],
    ['Measured', `${one.measureMs} to ${one.measureMostMs} ms per variant, in batches of ${one.batchMs} ms`],
    ['Kept', `the fastest ${(100 * one.keep).toFixed(0)}% of clean batches`],
    ['Calm', `yardstick at most ${one.calm} times its best`],
    [
      'Samples',
      `${countOf(one.sampledForks, 'fork')} of ${one.sampleMs} ms, one sample every ${one.sampleIntervalUs} µs`,
    ],
    ...(target
      ? [['Target', `± ${(100 * target.share).toFixed(1)}% within ${target.budgetMs / 1000} s`] as const]
      : []),
    ['Clock', one.clock],
    ['Seed', String(one.seed)],
  ];
}
