import type { Estimate } from '../../../../hotpath/src/model/report/estimate.js';
import type { LedgerRow, MarginalRoute, SampledRoute } from '../../../../hotpath/src/model/report/ledger.js';
import { element } from '../../dom/element.js';
import { plainText } from '../../theme/plain-text.js';
import { inUnit, perOperation, signedPercent, type TimeUnit } from '../../theme/time-unit.js';
import { timeOf } from '../estimate-text.js';
import { factList } from '../section.js';

/** The reason for the trust in a row, the estimate of each route, and other facts. `waits`: whether the path waits. */
export function createRowDetails(row: LedgerRow, unit: TimeUnit, waits: boolean): HTMLElement {
  const reason = plainText(row.reason);
  return element(
    'div',
    { class: 'row-details' },
    element('p', {}, `Trust ${row.confidence}${reason === '' ? '' : `: ${reason}`}.`),
    factList([...routeFacts(row, unit, waits), ...otherFacts(row, unit)]),
  );
}

type Fact = readonly [name: string, text: string];

function routeFacts({ routes }: LedgerRow, unit: TimeUnit, waits: boolean): Fact[] {
  const { spans, outside, marginal, sampled, refused, discord, atOdds } = routes;
  const time = (estimate: Estimate): string => timeOf(estimate, unit);
  const facts: (Fact | null)[] = [
    spans && [
      'Inside',
      `${time(spans.corrected)}, after subtracting ${inUnit(spans.overhead, unit)} ${unit.name} of timer overhead; ${weightText(spans)}`,
    ],
    outside && ['Outside', `${time(outside.corrected)}; ${weightText(outside)}`],
    marginal
      ? ['Marginal cost', `${time(marginal.corrected)}, ${originOf(marginal)}; ${weightText(marginal)}`]
      : refusal('Marginal cost', refused.marginal),
    sampled
      ? ['Sampled', `${time(sampled.corrected)}, from ${samplesText(sampled, waits)}; ${weightText(sampled)}`]
      : refusal('Sampled', refused.sampled),
    discord === null
      ? null
      : ['Inside and the other routes', `${discord.toFixed(1)} standard deviations apart`],
    atOdds && ['Contradicted by the others', routeNames[atOdds]],
  ];
  return facts.filter((fact) => fact !== null);
}

const routeNames = {
  spans: 'inside',
  outside: 'outside',
  marginal: 'marginal cost',
  sampled: 'samples',
} as const;

function originOf({ by, repeats }: MarginalRoute): string {
  return by === 'repeating' ? `from ${perOperation(repeats)} extra runs` : 'saved when the row is left out';
}

function weightText({ weight }: { readonly weight: number }): string {
  return `weight ${signedPercent(weight)}`;
}

/** In sampling forks, the threads of a waiting path are not confined to processors, so its slow-down does not show the effect of inlining. */
function samplesText({ samples, slowDown }: SampledRoute, waits: boolean): string {
  const by = waits ? '' : `; inlining was off, which made the path ${slowDown.toFixed(2)} times as long`;
  return `${samples.toLocaleString('en')} samples${by}`;
}

function refusal(route: string, reason: string | null): Fact | null {
  return reason === null ? null : [route, `not used: ${plainText(reason)}`];
}

function otherFacts(row: LedgerRow, unit: TimeUnit): Fact[] {
  const { dilation, allocatedBytes, waiting, floor, code, place } = row;
  const facts: (Fact | null)[] = [
    dilation === null ? null : ['Dilation', `${dilation.toFixed(2)} times as long with the probe`],
    allocatedBytes && ['Allocated', `${allocatedBytes.mean.toFixed(0)} bytes per operation`],
    waiting && ['Off-CPU', timeOf(waiting, unit)],
    floor && ['Floor', `${plainText(floor.name)}: ${timeOf(floor.time, unit)}`],
    code && ['Code', codeText(code)],
    place && ['Place', plainText(`${place.file}:${place.line}`)],
  ];
  return facts.filter((fact) => fact !== null);
}

function codeText({ function: name, after, changed, inlinedInto }: NonNullable<LedgerRow['code']>): string {
  const tiers = Object.entries(after).map(([tier, copies]) => `${copies} ${tier}`);
  const inlined = inlinedInto.length > 0 ? `; inlined into ${inlinedInto.join(', ')}` : '';
  return plainText(`${name}: ${tiers.join(', ')}; ${changed} changed while measured${inlined}`);
}
