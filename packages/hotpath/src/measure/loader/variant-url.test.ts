import { describe, expect, it } from 'vitest';
import { inVariant, nodeModuleUrl, variantOf, withoutVariant } from './variant-url.js';

describe('the URL of a module in a variant', () => {
  it.each([
    'file:///a.js',
    'file:///a.js?raw',
    'file:///a.js?a=1&b',
    'file:///a%3Fb/c%23.js?x#y',
    'file:///a.js#y',
  ])('keeps the query and the fragment of the program: %s', (url) => {
    const own = inVariant(url, 'skip-1 a');
    expect(variantOf(own)).toBe('skip-1 a');
    expect(new URL(own).pathname).toBe(new URL(url).pathname);
    expect(withoutVariant(own)).toBe(url);
  });

  it('keeps the variant that it has', () => {
    expect(variantOf(inVariant(inVariant('file:///a.js', 'one'), 'two'))).toBe('one');
  });

  it('is the plain one for what has one instance', () => {
    for (const url of ['node:fs', 'data:text/javascript,1', 'file:///a.node?x'])
      expect(inVariant(url, 'one')).toBe(url);
    expect(inVariant('file:///a.js', null)).toBe('file:///a.js');
  });

  it('keeps a query of the program after it', () => {
    expect(withoutVariant('file:///a.js?hotpath=one&b=2')).toBe('file:///a.js?b=2');
    expect(withoutVariant('file:///a.js?nohotpath=one')).toBe('file:///a.js?nohotpath=one');
  });

  it('is node:module to the program where the loader gives its own', () => {
    expect(withoutVariant(nodeModuleUrl('one'))).toBe('node:module');
  });
});
