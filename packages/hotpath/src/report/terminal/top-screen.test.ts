import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { TopFunction, TopSnapshot } from '../../model/profiles/top-snapshot.js';
import { type TopStyle, topScreen } from './top-screen.js';

function called(name: string, file: string, line: number, numbers: readonly number[]): TopFunction {
  const [own = 0, total = 0, ownNs = 0, totalNs = 0] = numbers;
  return { called: { name, file, line, column: 1 }, own, total, ownNs, totalNs };
}

const snapshot: TopSnapshot = {
  ns: 12.3456e9,
  samples: 23456,
  threads: [
    { id: 0, name: '', idle: 0.25, collecting: 0.05 },
    { id: 2, name: 'bob', idle: 0.75, collecting: 0.01 },
  ],
  functions: [
    called(
      'handle',
      'file:///srv/app/node_modules/a-web-framework/lib/router/layer.js',
      42,
      [0.31, 1.205, 3e9, 9.87e9],
    ),
    called('', '/srv/app/main.js', 7, [0.05, 0.05, 4e9, 5e9]),
    called('(garbage collector)', '', 0, [0.04, 0.04, 0.5e9, 0.5e9]),
  ],
};
const process = {
  pid: 4711,
  version: 'v20.20.2',
  command: 'node --max-old-space-size=4096 /srv/app/main.js --port 80',
};
const style: TopStyle = {
  width: 80,
  height: 12,
  sort: 'own',
  keys: '',
  isStyled: false,
  place: (path) => path.replace('/srv/app/', ''),
};

describe('the screen of hotpath top', () => {
  it('fits 80 columns, with the end of a path that is too long', () => {
    expect(topScreen(process, snapshot, [], style)).toEqual([
      'hotpath top: process 4711, Node v20.20.2: node --max-old-space-size=4096 /srv/a…',
      '12.35 s, 23,456 samples; busy 47.0%, idle 50.0%, collecting garbage 3.0%',
      'busy threads: 0 (main) 75.0%, 2 (bob) 25.0%',
      '',
      '   %Own  %Total   OwnTime  TotalTime  Function (file:line)',
      '  31.0%  120.5%    3.00 s     9.87 s  handle (…/lib/router/layer.js:42)',
      '   5.0%    5.0%    4.00 s     5.00 s  (anonymous) (main.js:7)',
      '   4.0%    4.0%    0.50 s     0.50 s  (garbage collector)',
    ]);
  });

  it('uses 140 columns, orders by another column and tells of threads that do not answer', () => {
    const wide = { ...style, width: 140, sort: 'owntime' as const };
    const lines = topScreen(process, snapshot, ['worker 3 does not answer'], wide);
    expect(lines[2]).toBe('busy threads: 0 (main) 75.0%, 2 (bob) 25.0%; worker 3 does not answer');
    expect(lines.slice(5).map((line) => line.slice(38))).toEqual([
      '(anonymous) (main.js:7)',
      'handle (node_modules/a-web-framework/lib/router/layer.js:42)',
      '(garbage collector)',
    ]);
  });

  it('fills a terminal to its last line, whatever its size', () => {
    for (const [width, height] of [
      [80, 24],
      [30, 8],
      [140, 9],
    ] as const) {
      const lines = topScreen(process, snapshot, [], { ...style, width, height, keys: 'q quit' });
      expect(lines).toHaveLength(height);
      expect(lines.at(-1)).toBe('q quit');
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(Math.max(width, 38));
    }
    const styled = topScreen(process, snapshot, [], { ...style, isStyled: true });
    expect(styled[4]).toBe(
      `\u001b[7m${'   %Own  %Total   OwnTime  TotalTime  Function (file:line)'.padEnd(80)}\u001b[0m`,
    );
  });
});
