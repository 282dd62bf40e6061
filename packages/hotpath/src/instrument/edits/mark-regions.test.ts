import { expect, it } from 'vitest';
import { findRegions } from '../places/find-regions.js';
import { parseSource } from '../syntax/parse.js';
import { type MarkedPlace, markRegions } from './mark-regions.js';

function marked(text: string, ...places: readonly [kind: MarkedPlace['kind'], at: string, name: string][]) {
  const source = parseSource('/p.js', text);
  return markRegions(
    source,
    places.map(([kind, at, name]) => ({ kind, start: text.indexOf(at), name })),
  );
}

it('marks a function inside its braces, and statements of it inside those marks', () => {
  const text = `export function f(list) {
  'use strict';
  const n = list.length; // note
  for (const one of list) {
    use(one);
  }
  return n;
}
`;
  const result = marked(text, ['line', 'for (', 'loop'], ['function', 'function f', 'f']);
  expect(result).toEqual({
    text: `export function f(list) {
  'use strict';
  // #region f
  const n = list.length; // note
  // #region loop
  for (const one of list) {
    use(one);
  }
  // #endregion
  return n;
  // #endregion
}
`,
    unmarked: [],
  });
});

it('marks the only statement of a function for both', () => {
  const { text } = marked(
    'function f() {\n  work();\n}\n',
    ['function', 'function', 'f'],
    ['line', 'work', 'w'],
  );
  expect(findRegions(parseSource('/p.js', text)).map(({ name }) => name)).toEqual(['f', 'w']);
});

it('opens a line that has other code', () => {
  const { text } = marked('function f() { a(); b(); c(); }', ['function', 'function', 'f']);
  const [region] = findRegions(parseSource('/p.js', text));
  expect(text.slice(region?.bodyStart, region?.bodyEnd).trim()).toBe('a(); b(); c();');
});

it('names what has no statements', () => {
  const { text, unmarked } = marked('const f = (x) => x + 1;', ['function', '(x) =>', 'f']);
  expect(text).toBe('const f = (x) => x + 1;');
  expect(unmarked.map(({ name }) => name)).toEqual(['f']);
});
