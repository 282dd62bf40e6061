import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { fitted } from '../text/fitted.js';
import { writeFlameSvg } from './flame-svg.js';

const drawing = { title: 'sample', said: '10 samples', icicle: false, narrowest: 0, width: 1200 };

describe('a drawn flame graph', () => {
  it('draws stacks ten thousand deep', () => {
    const deep = profileOf({ [Array.from({ length: 10_000 }, (_, index) => `f${index % 7}`).join(' ')]: 3 });
    expect([...writeFlameSvg(deep, drawing)].length).toBeGreaterThan(10_000);
  });

  it('has one box with a title per call, and escapes names', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '</script>',
      ']]>',
      '\u001b[31m',
      '"\'&',
      '__proto__',
      '漢字',
    ];
    const svg = [...writeFlameSvg(profileOf({ [names.join('\n')]: 5 }, '\n'), drawing)].join('');
    expect(svg.match(/<g class="box /g)).toHaveLength(names.length + 1);
    expect(svg).toContain('<title>&lt;img src=x onerror=alert(1)&gt;\n5 samples, 100.0%</title>');
    const [before, after] = svg.split(/<script>|<\/script>/).filter((_, index) => index !== 1) as [
      string,
      string,
    ];
    expect(before + after).not.toMatch(/<(?!\/?(?:svg|style|text|g|rect|title|script)\b)/);
    expect(svg).not.toContain('\u001b');
    expect(svg.split(']]>')).toHaveLength(2);
  });

  it('is drawn upside down as an icicle', () => {
    const profile = profileOf({ 'outer inner': 1 });
    const tops = (icicle: boolean): number[] =>
      [
        ...[...writeFlameSvg(profile, { ...drawing, icicle })]
          .join('')
          .matchAll(/<rect [^>]*y="(\d+)"[^>]*height="16"/g),
      ].map(([, y]) => Number(y));
    expect(tops(false)).toEqual([...tops(true)].reverse());
    expect(tops(true)).toEqual([...tops(true)].sort((a, b) => a - b));
  });

  it('truncates names to the available width', () => {
    expect(fitted('buildEnvelope', 20)).toBe('buildEnvelope');
    expect(fitted('buildEnvelope', 6)).toBe('build…');
    expect(fitted('漢字の関数', 6)).toBe('漢字…');
    expect(fitted('x'.repeat(10_000), 5)).toBe('xxxx…');
    expect(fitted('abcdef', 2)).toBe('');
  });
});
