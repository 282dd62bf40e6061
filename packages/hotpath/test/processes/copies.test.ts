import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const files = createWorkspace({
  'no.json': '{',
  'array.json': '[1]',
  'number.json': '5',
  'deep.json': nested(1500),
  'none.mjs': 'export const payload = {};\n',
  'broken.mjs': 'export default {;\n',
  'text.txt': 'hello',
  'cyclic.mjs': 'const own = { a: 1, inside: { b: 2 } };\nown.self = own;\nexport default own;\n',
});
afterAll(() => files.remove());

describe('bad input of hotpath copies', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['nowhere.json', 'nowhere.json: no such file'],
    ['no.json', 'no.json: is not JSON'],
    ['array.json', 'the payload is not an object, it is an array'],
    ['number.json', 'the payload is not an object, it is a number'],
    ['deep.json', 'deeper than 1,000 levels'],
    ['none.mjs', 'none.mjs: has no default export'],
    ['broken.mjs', 'broken.mjs: cannot be loaded'],
    ['text.txt', 'is neither JSON nor a module'],
  ];
  it.each(cases)('%s', async (file, said) => {
    const ended = await hotpathInProcess(files.folder, ['copies', '--payload', file]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(said);
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
  });

  it('an unknown shape', async () => {
    const ended = await hotpathInProcess(files.folder, ['copies', '--shape', 'square']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('there is no shape "square"');
    expect(ended.err).toContain('flat-50');
  });
});
