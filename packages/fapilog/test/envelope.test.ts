import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildEnvelope, type EnvelopeSources } from '../src/build-envelope.js';
import { BoundContext, type Fields } from '../src/context.js';
import { ErrorDedupe } from '../src/error-dedupe.js';
import { LEVELS, type LevelName } from '../src/levels.js';
import { type PayloadSources, preparePayload } from '../src/prepare-payload.js';

interface Vector {
  readonly input: {
    readonly level: string;
    readonly message: string;
    readonly logger: string;
    readonly extra?: Fields;
    readonly bound?: Fields;
    readonly correlation_id?: string;
  };
  readonly envelope: { readonly context: { readonly correlation_id: string } };
}

const vectors = JSON.parse(readFileSync(new URL('./envelope-vectors.json', import.meta.url), 'utf8'))
  .cases as Vector[];

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const envelopeSources: EnvelopeSources = {
  clock: () => Date.UTC(2024, 1, 29, 23, 59, 58, 7),
  exceptions: { maxFrames: 50, maxStackChars: 20_000, maxCauseDepth: 5 },
};

function payloadSources(logger: string): PayloadSources {
  return {
    logger,
    context: new BoundContext(),
    sampling: { rate: 1, random: () => 0.5 },
    dedupe: new ErrorDedupe(0, () => 0),
  };
}

function envelopeOf({ input }: Vector) {
  const sources = payloadSources(input.logger);
  const level = LEVELS[input.level.toLowerCase() as LevelName];
  const make = () => {
    const payload = preparePayload(sources, level, input.message, input.extra, undefined);
    if (payload === undefined) throw new Error('the line was held back');
    return buildEnvelope(envelopeSources, payload);
  };
  return sources.context.run(input.bound ?? {}, () =>
    input.correlation_id === undefined ? make() : sources.context.runCorrelated(input.correlation_id, make),
  );
}

describe('an envelope', () => {
  it('is tested against 60 vectors of the reference implementation', () => {
    expect(vectors.length).toBe(60);
  });

  it.each(vectors.map((vector, index) => [index, vector] as const))(
    'equals that of vector %i',
    (_, vector) => {
      const { timestamp, ...envelope } = envelopeOf(vector);
      if (vector.envelope.context.correlation_id === '<uuid4>') {
        expect(envelope.context.correlation_id).toMatch(UUID4);
        Object.assign(envelope.context, { correlation_id: '<uuid4>' });
      }
      expect(envelope).toStrictEqual(vector.envelope);
      expect(timestamp).toBe('2024-02-29T23:59:58.007Z');
    },
  );

  it('keeps an own key __proto__ as data and pollutes no prototype', () => {
    const extra = JSON.parse('{"__proto__": {"polluted": true}, "plain": 1}') as Fields;
    const sources = payloadSources('root');
    const payload = sources.context.run({ user_id: 1 }, () =>
      preparePayload(sources, LEVELS.info, 'm', extra, undefined),
    );
    if (payload === undefined) throw new Error('the line was held back');
    const { data } = buildEnvelope(envelopeSources, payload);
    expect(Object.keys(data).sort()).toEqual(['__proto__', 'plain']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(JSON.stringify(data)).toContain('"__proto__":{"polluted":true}');
    expect(({} as Fields).polluted).toBeUndefined();
  });

  it('loses only the value of a getter that throws', () => {
    const extra = {
      good: 1,
      get bad() {
        throw new Error('no');
      },
    };
    const payload = preparePayload(payloadSources('root'), LEVELS.info, 'm', extra, undefined);
    expect(payload?.fields).toEqual({ good: 1, bad: '[unreadable: Error: no]' });
  });

  it('is a copy: later changes of the extra have no effect', () => {
    const extra = { a: 1 };
    const payload = preparePayload(payloadSources('root'), LEVELS.info, 'm', extra, undefined);
    extra.a = 2;
    expect(payload?.fields).toEqual({ a: 1 });
  });
});
