import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Profile } from '../../src/model/profiles/profile.js';
import { writeCollapsed } from '../../src/profiles/formats/collapsed.js';
import { writePprof } from '../../src/profiles/formats/write-pprof.js';
import { writeSpeedscope } from '../../src/profiles/formats/write-speedscope.js';
import { createProfileBuilder, root } from '../../src/profiles/tree/profile-builder.js';

/** The same calls in all files: `main` 10 µs of its own, `a` below it 20 µs, `b` below `a` 30 µs. */
const stacks = [
  [['main'], 10_000],
  [['main', 'a'], 20_000],
  [['main', 'a', 'b'], 30_000],
] as const;

export const wantedStacks = Object.fromEntries(stacks.map(([names, ns]) => [names.join(';'), ns]));

export function exampleProfile(): Profile {
  const builder = createProfileBuilder('nanoseconds');
  for (const [names, ns] of stacks) {
    const node = names.reduce((at, name) => builder.child(at, builder.functionOf(called(name))), root);
    builder.add(node, ns, 1);
  }
  return builder.build();
}

function called(name: string): Profile['functions'][number] {
  return { name, file: '/app/a.js', line: name.length, column: 0 };
}

const frame = (functionName: string) => ({
  functionName,
  scriptId: '1',
  url: '/app/a.js',
  lineNumber: functionName.length - 1,
  columnNumber: -1,
});

export const cpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), hitCount: 0, children: [2] },
    { id: 2, callFrame: frame('main'), hitCount: 1, children: [3] },
    { id: 3, callFrame: frame('a'), hitCount: 1, children: [4] },
    { id: 4, callFrame: frame('b'), hitCount: 1 },
  ],
  startTime: 1000,
  endTime: 1065,
  samples: [2, 3, 4],
  timeDeltas: [5, 10, 20],
};

const chunk = (ts: number, data: object) => ({
  ...{ pid: 7, tid: 8, ts, ph: 'P', cat: 'disabled-by-default-v8.cpu_profiler', name: 'ProfileChunk' },
  id: '0x1',
  args: { data },
});

/** As Chrome writes it: nodes name their parents, samples and times come in chunks, here in the wrong order. */
export const traceEvents = [
  { pid: 7, tid: 8, ts: 1, ph: 'M', cat: '__metadata', name: 'thread_name', args: { name: 'Profile me' } },
  chunk(2000, {
    cpuProfile: { nodes: [{ id: 4, parent: 3, callFrame: frame('b') }], samples: [4] },
    timeDeltas: [20],
    endTime: 1065,
  }),
  { ...chunk(1000, { startTime: 1000 }), name: 'Profile' },
  chunk(1500, {
    cpuProfile: {
      nodes: [
        { id: 1, callFrame: { functionName: '(root)', scriptId: 0 } },
        { id: 2, parent: 1, callFrame: frame('main') },
        { id: 3, parent: 2, callFrame: frame('a') },
      ],
      samples: [2, 3],
    },
    timeDeltas: [5, 10],
  }),
];

export const sampledSpeedscope = {
  exporter: 'another program',
  profiles: [
    { type: 'sampled', name: 'one', samples: [[0], [0, 1]], weights: [10, 20], unit: 'microseconds' },
    { type: 'sampled', name: 'two', unit: 'milliseconds', samples: [[0, 1, 2]], weights: [0.03] },
  ],
  shared: { frames: ['main', 'a', 'b'].map((name) => ({ name, file: '/app/a.js', line: name.length })) },
};

const text = (pieces: Iterable<string>): Buffer => Buffer.from([...pieces].join(''));
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const utf16 = (bytes: Buffer): Buffer => Buffer.from(`\ufeff${bytes}`, 'utf16le');

/** A file of the example in every format, by name. */
export function plainFiles(): Readonly<Record<string, Buffer>> {
  const profile = exampleProfile();
  return {
    'v8.cpuprofile': json(cpuProfile),
    'pprof.pb': gunzipSync(writePprof(profile)),
    'stacks.folded': text(writeCollapsed(profile)),
    'own.speedscope.json': text(writeSpeedscope(profile, 'own')),
    'sampled.json': json(sampledSpeedscope),
    'trace.json': json({ metadata: { traceEvents: 1 }, traceEvents }),
    'trace-list.json': json(traceEvents),
    'open-trace-list.json': Buffer.from(`${JSON.stringify(traceEvents).slice(0, -1)},\n`),
    'devtools-trace.json': json([{ ph: 'I', name: 'CpuProfile', args: { data: { cpuProfile } } }]),
    'wrapped.json': json({ profile: cpuProfile }),
    'answer.json': json({ id: 7, result: { profile: cpuProfile } }),
    'event.json': json({ method: 'Profiler.consoleProfileFinished', params: { profile: cpuProfile } }),
  };
}

/** Packs a file, and gives its name another ending where that is needed to recognise it. */
export const packings: readonly (readonly [name: string, pack: (bytes: Buffer) => Buffer, ending: string])[] =
  [
    ['gzip', (bytes) => gzipSync(bytes), ''],
    ['gzip of gzip', (bytes) => gzipSync(gzipSync(bytes)), '.gz.gz'],
    ['Brotli', (bytes) => brotliCompressSync(bytes), '.br'],
  ];

export const writings: typeof packings = [
  ['UTF-8 with a byte order mark', (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]), ''],
  ['UTF-16', utf16, ''],
  ['UTF-16, big-endian', (bytes) => utf16(bytes).swap16(), ''],
  ['UTF-16 in gzip', (bytes) => gzipSync(utf16(bytes)), '.gz'],
];
