import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from '../tree/profile-builder.js';
import { stackOf, totalsOf } from '../tree/walk.js';
import { createCollapsedReader, writeCollapsed } from './collapsed.js';
import type { ProfileReader } from './profile-reader.js';
import { createCpuProfileReader } from './read-cpuprofile.js';
import { createPprofReader } from './read-pprof.js';
import { writeCpuProfile } from './write-cpuprofile.js';
import { writePprof } from './write-pprof.js';
import { writeSpeedscope } from './write-speedscope.js';

/** Reads a text in pieces of a given length. */
function read(reader: ProfileReader, text: string | Uint8Array, piece = 1 << 20): Profile {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.end();
}

const total = (profile: Profile): number => totalsOf(profile)[0] as number;

/** Weights by stack of names, in the profile's unit. */
function stacks(profile: Profile): Map<string, number> {
  const found = new Map<string, number>();
  profile.self.forEach((weight, node) => {
    if (weight === 0) return;
    const names = stackOf(profile, node).map((called) => profile.functions[called]?.name);
    const key = JSON.stringify(names);
    found.set(key, (found.get(key) ?? 0) + weight);
  });
  return found;
}

const nasty = fc.constantFrom(
  'toString',
  '__proto__',
  'constructor',
  '</script><script>alert(1)</script>',
  '\u001b[31mred',
  '漢字の関数',
  'x'.repeat(10_000),
  'with (brackets) and "quotes"',
  'a;b',
  ']]>',
  '',
);
const names = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 }));

const trees = fc
  .array(fc.tuple(fc.array(names, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 1e9 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((samples) => {
    const builder = createProfileBuilder('nanoseconds');
    for (const [stack, weight] of samples) {
      let node = root;
      for (const name of stack) {
        const file = name.length > 5 ? `/app/${name.length}.js` : '';
        const called = builder.functionOf({ name, file, line: file && 7 ? 7 : 0, column: 0 });
        node = builder.child(node, called);
      }
      builder.add(node, weight, 1);
    }
    return builder.build();
  });

describe('a profile after writing and reading', () => {
  it('has the same stacks as .cpuprofile, to 1 µs per stack, in pieces of any length', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 400 }), (profile, piece) => {
        const again = read(createCpuProfileReader(), [...writeCpuProfile(profile)].join(''), piece);
        expect(Math.abs(total(again) - total(profile))).toBeLessThanOrEqual(500);
        const wanted = stacks(profile);
        for (const [stack, weight] of stacks(again))
          expect(Math.abs(weight - (wanted.get(stack) ?? Number.NaN))).toBeLessThanOrEqual(1000);
      }),
      { numRuns: 60 },
    );
  });

  it('has exactly the same stacks as pprof', () => {
    fc.assert(
      fc.property(trees, (profile) => {
        const again = read(createPprofReader(), gunzipSync(writePprof(profile)), 1000);
        const named = (key: string): string => key.replaceAll('"(anonymous)"', '""');
        const found = new Map([...stacks(again)].map(([key, weight]) => [named(key), weight]));
        expect(found).toEqual(new Map([...stacks(profile)].map(([key, weight]) => [named(key), weight])));
      }),
      { numRuns: 60 },
    );
  });

  it('has the same total as collapsed stacks, with one line per stack', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 50 }), (profile, piece) => {
        const text = [...writeCollapsed(profile)].join('');
        const again = read(createCollapsedReader(), text, piece);
        expect(total(again)).toBe(total(profile));
        expect(text.trimEnd().split('\n')).toHaveLength(profile.self.filter((weight) => weight > 0).length);
      }),
      { numRuns: 60 },
    );
  });

  it('has balanced events as speedscope, which end at the total', () => {
    fc.assert(
      fc.property(trees, (profile) => {
        const { profiles, shared } = JSON.parse([...writeSpeedscope(profile, 'a "name"')].join(''));
        const open: number[] = [];
        let last = 0;
        for (const { type, frame, at } of profiles[0].events) {
          expect(at).toBeGreaterThanOrEqual(last);
          expect(shared.frames[frame]).toBeDefined();
          last = at;
          if (type === 'O') open.push(frame);
          else expect(open.pop()).toBe(frame);
        }
        expect(open).toEqual([]);
        expect([last, profiles[0].endValue]).toEqual([total(profile), total(profile)]);
      }),
      { numRuns: 60 },
    );
  });
});

const frame = (functionName: string) => ({
  functionName,
  scriptId: '1',
  url: 'file:///app/a.js',
  lineNumber: 3,
  columnNumber: 1,
});

/** A .cpuprofile of a root, `a`, and `b` below it. */
function cpuProfile(more: object): string {
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2] },
    { id: 2, callFrame: frame('a'), children: [3] },
    { id: 3, callFrame: frame('b') },
  ];
  return JSON.stringify({ nodes, startTime: 100, endTime: 200, ...more });
}

describe('a .cpuprofile', () => {
  it('gives each sample the time until the next one, or until the end', () => {
    const profile = read(
      createCpuProfileReader(),
      cpuProfile({ samples: [2, 3, 3], timeDeltas: [10, 20, 30] }),
    );
    expect(Object.fromEntries(stacks(profile))).toEqual({ '["a"]': 20_000, '["a","b"]': 70_000 });
    expect(profile.functions[profile.functionOf[1] as number]).toEqual({
      name: 'a',
      file: 'file:///app/a.js',
      line: 4,
      column: 2,
    });
    expect([profile.samples, profile.unit]).toEqual([3, 'nanoseconds']);
  });

  it('sorts samples that were recorded late by their time', () => {
    const profile = read(
      createCpuProfileReader(),
      cpuProfile({ samples: [2, 3, 2], timeDeltas: [50, -40, 60] }),
    );
    // Taken at 50, 10 and 70: b lasts from 10 to 50, a from 50 to the end.
    expect(Object.fromEntries(stacks(profile))).toEqual({ '["a","b"]': 40_000, '["a"]': 50_000 });
  });

  it('may have one sample or none', () => {
    const one = read(createCpuProfileReader(), cpuProfile({ samples: [3], timeDeltas: [40] }));
    expect(total(one)).toBe(60_000);
    const none = read(createCpuProfileReader(), cpuProfile({ samples: [], timeDeltas: [] }));
    expect([total(none), none.samples]).toEqual([0, 0]);
  });

  it('may have fractional deltas, spaces, a byte order mark, and members in any order', () => {
    const text = `\ufeff { "x": [{"}": "]"}, "\\"{"], "y": null, "timeDeltas": [ 1e1 , 2.5,-0.5 ], "samples":[2,3,2],\n"nodes" : ${JSON.stringify(
      JSON.parse(cpuProfile({})).nodes,
    )}, "endTime": 40, "startTime": 0 }\n`;
    for (const piece of [1, 2, 7, 1000])
      expect(Object.fromEntries(stacks(read(createCpuProfileReader(), text, piece)))).toEqual({
        // Taken at 10, 12.5 and 12.
        '["a"]': 2500,
        '["a","b"]': 27_500,
      });
  });

  it('may have its nodes in any order, a million deep or a million wide', () => {
    const many = 200_000;
    const node = (id: number, children: number[]): string =>
      `{"id":${id},"callFrame":${JSON.stringify(frame(`f${id % 10}`))},"children":[${children}]}`;
    const deep = Array.from({ length: many }, (_, index) =>
      node(index + 1, index + 1 < many ? [index + 2] : []),
    );
    const text = `{"nodes":[${deep.reverse()}],"startTime":0,"endTime":5,"samples":[${many}],"timeDeltas":[1]}`;
    const profile = read(createCpuProfileReader(), text);
    expect([profile.parents.length, total(profile)]).toEqual([many, 4000]);
    expect([...writeCpuProfile(profile)].length).toBeGreaterThan(many);
    expect([...writeSpeedscope(profile, 'deep')].length).toBeGreaterThan(10);
  });

  it.each([
    ['', 'it is empty'],
    ['{"nodes":[', 'it is incomplete: it ends at byte 10'],
    ['{"traceEvents":[]}', 'it has no nodes, so it is not a .cpuprofile'],
    ['{"nodes":[{"id":1}]}', 'node 0 has no id or no function name, near byte 10'],
    ['{"nodes":[1,2]}', '"nodes" contains a value that is not an object, near byte 10'],
    [cpuProfile({ samples: [9], timeDeltas: [1] }), 'sample 0 refers to node 9, which is missing'],
    [cpuProfile({ samples: [2], timeDeltas: [1, 2] }), 'it has 1 samples but 2 time deltas'],
    [cpuProfile({ samples: ['2'] }), '"2" is not a number'],
    [
      '{"nodes":[{"id":1,"callFrame":{"functionName":"a"},"children":[2]},{"id":2,"callFrame":{"functionName":"b"},"children":[1]}]}',
      'its nodes form a cycle',
    ],
    [
      '{"nodes":[{"id":1,"callFrame":{"functionName":"a"}},{"id":1,"callFrame":{"functionName":"b"}}]}',
      'two nodes have the id 1',
    ],
    [
      '{"nodes":[{"id":1,"callFrame":{"functionName":"a"},"children":[5]}]}',
      'node 5 is referenced but missing',
    ],
  ])('with invalid content is refused with a reason: %.40s', (text, reason) => {
    expect(() => read(createCpuProfileReader(), text)).toThrow(reason);
  });

  it('of arbitrary text is read, or refused with a SyntaxError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.string().map((text) => `{"nodes":[${text}`),
        ),
        (text) => {
          try {
            read(createCpuProfileReader(), text, 3);
          } catch (problem) {
            expect(problem).toBeInstanceOf(SyntaxError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('collapsed stacks', () => {
  it('may have places, comments, empty lines, and spaces in names', () => {
    const text = '# comment\nmain (/app/a.js:3:5);do work (native) 12\n\nmain (/app/a.js:3:5) 3\r\n';
    const profile = read(createCollapsedReader(), text, 4);
    expect(Object.fromEntries(stacks(profile))).toEqual({ '["main","do work"]': 12, '["main"]': 3 });
    expect(profile.functions[0]).toEqual({ name: 'main', file: '/app/a.js', line: 3, column: 5 });
  });

  it('without a weight are refused with the line number', () => {
    expect(() => read(createCollapsedReader(), 'a;b 1\na;b\n')).toThrow('line 2 does not end with a weight');
  });
});

describe('a pprof profile', () => {
  it('with invalid content is refused with a reason', () => {
    expect(() => read(createPprofReader(), Buffer.from('hello'))).toThrow(SyntaxError);
    expect(() => read(createPprofReader(), Buffer.from([10, 200, 1, 2, 3]))).toThrow(
      'it is not a pprof profile',
    );
  });
});
