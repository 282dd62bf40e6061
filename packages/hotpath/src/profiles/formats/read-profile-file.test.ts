import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packings, plainFiles, wantedStacks, writings } from '../../../test/support/profile-files.js';
import { createWorkspace } from '../../../test/support/workspace.js';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { stackOf } from '../tree/walk.js';
import { readProfile, readProfileFile } from './read-profile-file.js';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const read = (bytes: Uint8Array, name: string, length = 1 << 20): Promise<Profile> =>
  readProfile(inPieces(bytes, length), name);

/** Weights by stack. */
function stacks(profile: Profile): Record<string, number> {
  const found: Record<string, number> = {};
  profile.self.forEach((weight, node) => {
    if (weight === 0) return;
    const names = stackOf(profile, node).map((called) => profile.functions[called]?.name);
    found[names.join(';')] = Math.round(weight);
  });
  return found;
}

const files = Object.entries(plainFiles());
const texts = files.filter(([name]) => name !== 'pprof.pb');

describe('a profile', () => {
  it.each(files)('%s is read in pieces of any length', async (name, bytes) => {
    for (const length of [1, 7, 1000]) expect(stacks(await read(bytes, name, length))).toEqual(wantedStacks);
  });

  it.each(files)(
    '%s is recognised whatever its ending, except text that has to be binary',
    async (_, bytes) => {
      for (const name of ['file', 'file.bin', 'file.cpuprofile', 'file.pprof'])
        expect(stacks(await read(bytes, name))).toEqual(wantedStacks);
    },
  );

  it.each(files)('%s is read when it is packed', async (name, bytes) => {
    for (const [packing, pack, ending] of packings)
      expect([packing, stacks(await read(pack(bytes), `${name}${ending}`, 9))]).toEqual([
        packing,
        wantedStacks,
      ]);
  });

  it.each(texts)('%s is read in other writings', async (name, bytes) => {
    for (const [writing, pack, ending] of writings)
      expect([writing, stacks(await read(pack(bytes), `${name}${ending}`, 9))]).toEqual([
        writing,
        wantedStacks,
      ]);
  });

  it('that is packed keeps what was before the ending of the packing', async () => {
    const made = createWorkspace({});
    const { writeFileSync } = await import('node:fs');
    writeFileSync(made.path('a.folded.gz'), gzipSync('\u0001main 3\n'));
    expect(stacks(await readProfileFile(made.path('a.folded.gz')))).toEqual({ '\u0001main': 3 });
    made.remove();
  });
});

const node = (id: number, more = ''): string => `{"id":${id},"callFrame":{"functionName":"f${id}"}${more}}`;
const speedscope = (profile: string): string =>
  `{"shared":{"frames":[{"name":"a"},{"name":"b"}]},"profiles":[${profile}]}`;
const evented = (events: string): string => speedscope(`{"unit":"none","events":[${events}]}`);
const event = (type: string, frame: unknown, at: unknown): string => JSON.stringify({ type, frame, at });

/** What is said of a file after its name. */
async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  const problem = await read(bytes, name, 5).then(
    () => new UserError('it was read', ''),
    (problem: unknown) => problem,
  );
  expect(problem).toBeInstanceOf(UserError);
  const { message } = problem as UserError;
  expect(message.startsWith(`${name}: `)).toBe(true);
  expect(message).not.toMatch(/[\n\r]/);
  return message.slice(name.length + 2);
}

describe('a file that is no profile is refused with what it is:', () => {
  it.each([
    ['', 'it is empty'],
    [' \n', 'it has no stacks'],
    ['some words\n', 'line 1 does not end with a weight'],
    ['PK\x03\x04', 'it is a ZIP archive; unpack it first'],
    ['BZh91AY&SY', 'it is packed with bzip2'],
    ['#!/bin/sh\n', 'it is a script'],
    ['\n<!DOCTYPE html>', 'it is HTML, SVG or XML'],
    ['v8-version,12', 'it is a log of V8'],
    ['{}', 'it is JSON, but no profile: the object is empty'],
    ['{"a":1,"b\\n":[]}', 'it is JSON, but no profile: its keys are "a", "b\\n"'],
    ['{"snapshot":{},"nodes":[1]}', 'it is a heap snapshot of V8'],
    ['{"head":{},"samples":[{"size":1}]}', 'it is a heap profile of V8'],
    ['{"traceEvents":[]}', 'it is a trace without a CPU profile'],
    [
      '[{"ph":"M","name":"Profile","args":{"data":{}}}]',
      'it is a trace without a CPU profile: none of its 1 events',
    ],
    ['[{"a":1},{"b":1}]', 'it is a list of 2 JSON objects that are no trace events'],
    ['[]', 'it is a list of 0 JSON objects'],
    ['[{"a":1},2]', 'it contains a value that is not an object'],
  ])('%j', async (text, reason) => {
    expect(await refusal(Buffer.from(text, 'latin1'), 'file.unknown')).toContain(reason);
  });

  it('one that is not wholly there, packed or not', async () => {
    const packed = gzipSync('main 3\n');
    expect(await refusal(packed.subarray(0, 20), 'a.gz')).toContain('it is no complete gzip file');
    expect(await refusal(Buffer.from('main 3\n'), 'a.br')).toContain('it is no complete Brotli file');
    for (const [name, bytes] of files.filter(([, bytes]) => bytes.toString().trimEnd().endsWith('}')))
      expect(await refusal(bytes.subarray(0, bytes.lastIndexOf('}')), name)).toContain('it is incomplete');
    const pprof = plainFiles()['pprof.pb'] as Buffer;
    expect(await refusal(pprof.subarray(0, -1), 'a.pb')).toContain('damaged or incomplete');
  });

  it('one that is packed in itself without end', async () => {
    const often = [1, 2, 3, 4].reduce<Buffer>((bytes) => gzipSync(bytes), Buffer.from('main 3\n'));
    expect(await refusal(often, 'a.gz')).toContain('it is packed more than 3 times');
  });

  it('a Brotli file whose name does not say so', async () => {
    const [, pack] = packings.at(-1) as (typeof packings)[number];
    const bytes = pack(plainFiles()['v8.cpuprofile'] as Buffer);
    expect(await refusal(bytes, 'a.cpuprofile')).toContain('Brotli files are known by the ending .br');
  });
});

describe('a profile with values that cannot be is refused with a reason:', () => {
  it.each([
    ['a 1\nb 99999999999999999999e\n', 'line 2 does not end'],
    [`a ${'9'.repeat(400)}\n`, 'the weight on line 1 is too large'],
    [`{"nodes":[${node(1, ',"hitCount":-1')}]}`, 'the hit count of node 1'],
    [`{"nodes":[${node(1, ',"hitCount":"5"')}]}`, 'the hit count of node 1'],
    [`{"nodes":[${node(1)}],"samples":[1,1],"timeDeltas":[1e308,1e308]}`, 'weights are numbers from 0 on'],
    [`{"nodes":[${node(1)}],"samples":[${'9'.repeat(400)}]}`, 'a number is too large'],
    [`{"nodes":[${node(1, ',"parent":1')}]}`, 'its nodes form a cycle'],
    [speedscope('{}'), 'the unit of a profile is null, which is unknown'],
    [
      speedscope('{"unit":"none","samples":[[0],[5]],"weights":[1,1]}'),
      'a stack refers to frame 5, which is missing',
    ],
    [speedscope('{"unit":"none","samples":[[0]],"weights":[-1]}'), 'a weight is negative (-1)'],
    [speedscope('{"unit":"none","samples":[[0],[1]],"weights":[1]}'), 'it has 2 samples but 1 weights'],
    [
      speedscope('{"unit":"none","samples":[0],"weights":[1]}'),
      '"samples" contains a value that is not a list',
    ],
    [speedscope('{"unit":"none"},{"unit":"bytes"}'), 'its profiles count different things'],
    [evented(event('O', 0, 1)), '1 of its calls are not closed'],
    [
      evented(`${event('O', 0, 1)},${event('C', 1, 2)}`),
      'event 1 closes a call that is not the innermost one',
    ],
    [evented(`${event('O', 0, 1)},${event('C', 0, 0)}`), 'event 1 is not after the one before it'],
    [evented(event('X', 0, 1)), 'event 0 neither opens nor closes a call'],
    [evented(event('O', '0', 1)), '"0" is not the number of a frame'],
  ])('%.90s', async (text, reason) => {
    expect(await refusal(Buffer.from(text), 'a.profile')).toContain(reason);
  });
});

describe('a path that cannot be read', () => {
  it('is refused with the reason', async () => {
    const made = createWorkspace({ 'a.folded': 'main 3\n' });
    const said = (name: string) => readProfileFile(made.path(name)).catch(({ message }) => message);
    expect(await said('none')).toContain('none: no such file');
    expect(await said('.')).toContain(': is a folder');
    expect(await said('a.folded/b')).toContain('cannot be read (ENOTDIR)');
    made.remove();
  });
});
