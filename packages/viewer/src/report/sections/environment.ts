import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { plainText } from '../../theme/plain-text.js';
import { factList, section } from '../section.js';

type Fact = readonly [name: string, text: string];

/** Where the path was measured, and under which policy. */
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
    ['Memory', `${one.memoryGiB.toFixed(1)} GiB`],
    ['Load at the start', one.load.toFixed(2)],
    ['Flags', one.nodeOptions.length > 0 ? plainText(one.nodeOptions.join(' ')) : 'none'],
    ['Inspector', one.inspector ? 'open' : 'closed'],
    ['Started', one.startedAt],
  ];
}

function policyFacts({ policy: one, ledger }: Report): Fact[] {
  const { target } = one;
  return [
    ['Version and effort', `${one.version}, ${one.effort}`],
    ['Replicates', `${ledger.processor.replicatesUsed} used of ${one.replicatesMeasured}`],
    ['Processes', `${one.forksMeasured} of ${one.forksPlanned}`],
    ['Operations a batch', one.batchOperations.join(', ')],
    ['Warm-up', `${one.warmUpMs} ms and at least ${one.warmUpOperations.toLocaleString('en')} operations`],
    ['Measured', `${one.measureMs} to ${one.measureMostMs} ms a variant, in batches of ${one.batchMs} ms`],
    ['Kept', `the quickest ${(100 * one.keep).toFixed(0)} % of undisturbed batches`],
    ['Calm', `a yardstick of at most ${one.calm} times its best`],
    ['Samples', `${one.sampledForks} processes, ${one.sampleMs} ms each, every ${one.sampleIntervalUs} µs`],
    ...(target
      ? [['Target', `± ${(100 * target.share).toFixed(1)} % within ${target.budgetMs / 1000} s`] as const]
      : []),
    ['Clock', one.clock],
    ['Seed', String(one.seed)],
  ];
}
