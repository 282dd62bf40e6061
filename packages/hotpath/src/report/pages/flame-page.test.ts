import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../test/support/profile-of.js';
import { embeddedJson } from './embedded-json.js';
import { writeFlamePage } from './flame-page.js';

const drawing = { title: 'sample', said: 'some samples', icicle: false, narrowest: 0 };

describe('JSON in a page', () => {
  it('is valid JSON and cannot end the script block that holds it', () => {
    const value = {
      a: ['</script>', '<!--', '\u2028\u2029', '\ud800', ']]>'],
      b: { c: [], d: {}, __proto: null },
    };
    const text = [...embeddedJson(value)].join('');
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[<\u2028\u2029\ud800]/);
  });

  it('is produced in pieces', () => {
    const long = Array.from({ length: 25_000 }, (_, index) => index);
    const pieces = [...embeddedJson(long)];
    expect(pieces.length).toBe(5);
    expect(JSON.parse(pieces.join(''))).toEqual(long);
  });
});

describe('a page', () => {
  it('allows its own script and style and nothing else', () => {
    const viewer = { script: 'let x = 1;', style: 'p{}' };
    const page = [...writeFlamePage(profileOf({ a: 1 }), { ...drawing, title: '<b>&"' }, viewer)].join('');
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-qtc3jf64UXA5J6U02kfQ0Cvn9Uz4wXUaN3NNUVgR2v4='; style-src 'sha256-`,
    );
    expect(page).toContain('<title>&lt;b&gt;&amp;&quot;</title>');
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});
