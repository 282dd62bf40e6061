import { describe, expect, it } from 'vitest';
import { layOut } from '../src/calls/lay-out.js';
import { readCalls } from '../src/calls/read-calls.js';
import { functionColours } from '../src/draw/colours.js';
import { depthAt, geometryOf, nodeAt, topOf, visibleDepths } from '../src/draw/geometry.js';
import { createLabels } from '../src/draw/label.js';
import { scrollToRow, scrollToZoom } from '../src/draw/scrolling.js';

/** A chain of 99 calls; the last one makes two calls, with a quarter and three quarters of the weight. */
const tree = readCalls({
  depth: [...Array.from({ length: 100 }, (_, index) => index + 1), 100],
  called: Array.from({ length: 101 }, () => 0),
  self: [...Array.from({ length: 99 }, () => 0), 1, 3],
  remainders: [],
  root: 0,
});
const layout = layOut(tree, 'weight', Int32Array.of(0), 0);
const whole = { from: 0, to: 1 };

describe('the rows of a graph', () => {
  it.each([true, false])('are hit-tested where they are drawn (icicle: %s)', (icicle) => {
    const geometry = geometryOf(layout, icicle, 20, 400, 200);
    expect(geometry.fullHeight).toBe(101 * 20 + 12);
    for (const depth of [0, 1, 57, 100]) expect(depthAt(topOf(depth, geometry) + 10, geometry)).toBe(depth);
    expect(topOf(0, geometry)).toBe(icicle ? 6 : 2006);
    const last = layout.rows.length - 2;
    expect(nodeAt(100, topOf(last, geometry) + 1, layout, whole, geometry)).toBe(101);
    expect(nodeAt(399, topOf(last, geometry) + 1, layout, whole, geometry)).toBe(100);
    expect(nodeAt(10, topOf(last, geometry) + 1, layout, { from: 0.75, to: 1 }, geometry)).toBe(100);
    expect(nodeAt(10, icicle ? 2 : geometry.fullHeight - 2, layout, whole, geometry)).toBe(-1);
  });

  it('are limited to the visible ones for drawing', () => {
    expect(visibleDepths(0, 101, geometryOf(layout, true, 20, 400, 200))).toEqual([0, 9]);
    expect(visibleDepths(1832, 101, geometryOf(layout, false, 20, 400, 200))).toEqual([0, 9]);
  });

  it('start at the bottom edge if they do not fill the height', () => {
    const geometry = geometryOf(layout, false, 20, 400, 5000);
    expect([geometry.fullHeight, topOf(0, geometry)]).toEqual([5000, 4974]);
  });

  it('are scrolled to with a few callers, and stay in place if they are visible', () => {
    const icicle = geometryOf(layout, true, 20, 400, 200);
    expect(scrollToZoom(0, icicle)).toBe(0);
    expect(scrollToZoom(50, icicle)).toBe(6 + 47 * 20);
    expect(scrollToZoom(0, geometryOf(layout, false, 20, 400, 200))).toBe(1832);
    expect(scrollToRow(50, icicle, 900)).toBe(900);
    expect(scrollToRow(50, icicle, 0)).toBe(6 + 52 * 20 - 200);
    expect(scrollToRow(3, icicle, 900)).toBe(46);
  });
});

describe('labels', () => {
  const labels = createLabels((text) => 7 * text.length);

  it('are cut to the available width', () => {
    expect(labels.fitted('buildEnvelope', 91)).toBe('buildEnvelope');
    expect(labels.fitted('buildEnvelope', 42)).toBe('build…');
    expect(labels.fitted('buildEnvelope', 20)).toBe('');
    expect(labels.fitted('x'.repeat(10_000), 35)).toBe('xxxx…');
  });

  it('are not cut inside a surrogate pair', () => {
    expect(labels.fitted('ab😀cdefgh', 28)).toBe('ab…');
  });
});

describe('colours', () => {
  const categories = [
    { name: 'own code', hue: 24, saturation: 88 },
    { name: 'packages', hue: 48, saturation: 82 },
  ];
  const hueOf = (text: string | undefined): number => Number(/hsl\((\d+)/.exec(text ?? '')?.[1]);

  it('keep the hue of the category, shifted by at most 8 degrees per package', () => {
    const packages = ['ajv', 'pino', 'zod', '@scope/x', 'commander'];
    const functions = packages.map((packageName) => ({ name: 'f', packageName, category: 1 }));
    const hues = functionColours(functions, categories, 'light').map(hueOf);
    for (const hue of hues) expect(Math.abs(hue - 48)).toBeLessThanOrEqual(8);
    expect(new Set(hues).size).toBeGreaterThan(1);
    const [own] = functionColours([{ name: 'f', packageName: '', category: 0 }], categories, 'light');
    expect(hueOf(own)).toBe(24);
  });

  it('are darker in the dark theme', () => {
    const [light] = functionColours([{ name: 'f', packageName: '', category: 0 }], categories, 'light');
    const [dark] = functionColours([{ name: 'f', packageName: '', category: 0 }], categories, 'dark');
    const lightness = (text = ''): number => Number(/ ([\d.]+)%\)$/.exec(text)?.[1]);
    expect(lightness(dark)).toBeLessThan(lightness(light));
  });
});
