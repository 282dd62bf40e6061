import type { Scenario } from 'hotpath/cli';

/** One edit of a file: a text that occurs in it once, and its replacement. */
export interface TextEdit {
  /** Relative to packages/fapilog/src. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A recommendation of the findings, as edits of a copy of fapilog. */
export interface Change {
  readonly name: string;
  /** The name of the row that it changes, and the projections of that row that it is compared with. */
  readonly row: string;
  readonly scenarios: readonly Scenario[];
  readonly edits: readonly TextEdit[];
}

/** The parts of a lazy envelope: each moves the work of one row to the drain, or makes it cheap. */
export const changes: readonly Change[] = [
  {
    name: 'the time is kept as a number and formatted in the drain',
    row: 'timestamp',
    scenarios: ['removed', 'replaced by milliseconds'],
    edits: [
      {
        file: 'build-envelope.ts',
        from: 'new Date(sources.clock()).toISOString();',
        to: 'sources.clock() as unknown as string;',
      },
      {
        file: 'json-lines.ts',
        from: 'JSON.stringify(envelope)',
        to: 'JSON.stringify({ ...envelope, timestamp: new Date(envelope.timestamp).toISOString() })',
      },
      {
        file: 'json-lines.ts',
        from: 'timestamp: envelope.timestamp,',
        to: 'timestamp: new Date(envelope.timestamp).toISOString(),',
      },
    ],
  },
  {
    name: 'correlation ids are a random prefix and a counter',
    row: 'UUID generation',
    scenarios: ['removed', 'replaced by a counter'],
    edits: [
      { file: 'prepare-payload.ts', from: '?? randomUUID();', to: '?? nextId();' },
      {
        file: 'prepare-payload.ts',
        from: '/** What does not change from call to call. */',
        to: [
          'const prefix = randomUUID().slice(0, 26);',
          // Ten digits that are a small integer to V8: `toString(16)` of a larger one takes longer than a random UUID.
          'let count = 1_000_000_000;',
          'const nextId = (): string => prefix + count++;',
          '/** What does not change from call to call. */',
        ].join('\n'),
      },
    ],
  },
  {
    name: 'the whole envelope is built in the drain',
    row: 'buildEnvelope',
    scenarios: ['removed'],
    edits: [
      {
        file: 'logger.ts',
        from: 'const envelope = buildEnvelope(envelopeSources, payload);',
        to: 'const envelope = { sources: envelopeSources, payload, at: envelopeSources.clock() } as unknown as Envelope;',
      },
      {
        file: 'logger.ts',
        from: 'import { buildEnvelope, type Envelope, type EnvelopeSources }',
        to: 'import type { Envelope, EnvelopeSources }',
      },
      {
        file: 'json-lines.ts',
        from: '    text += toLine(envelope);',
        to: [
          '    const { sources, payload, at } = envelope as any;',
          '    text += toLine(buildEnvelope({ ...sources, clock: () => at }, payload));',
        ].join('\n'),
      },
      {
        file: 'json-lines.ts',
        from: "import type { Envelope } from './build-envelope.js';",
        to: "import { buildEnvelope, type Envelope } from './build-envelope.js';",
      },
    ],
  },
];
