import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

const made = createWorkspace({
  'bare.hot.mjs': 'export default { name: "bare", run() {} };\n',
  'effects.hot.mjs': `const list = [];
    function run() {
      // #region grows
      list.push(1);
      // #endregion
      if (list.length > 100) list.length = 0;
    }
    export default { name: 'effects', run };`,
  'store.jsonl': '{"id":"p1"\n',
});
afterAll(made.remove);

describe('what cannot be measured is refused with a sentence', () => {
  const stored = ['--projection', 'p1', '--store', 'store.jsonl'];
  it.each([
    {
      why: 'what-if of a row whose code has effects',
      words: ['what-if', 'effects.hot.mjs', '--quick'],
      code: 3,
      said: 'no row can be removed; grows: it calls list.push',
    },
    {
      why: 'a score of a projection that is not stored',
      words: ['score', 'effects.hot.mjs', '--projection', 'p9'],
      code: 2,
      said: 'has no projection p9',
    },
    {
      why: 'a store of projections that is not JSON',
      words: ['score', 'effects.hot.mjs', ...stored],
      code: 2,
      said: 'store.jsonl:1: is not JSON',
    },
    {
      why: 'the floor of a path that declares none',
      words: ['floor', 'effects.hot.mjs', '--quick'],
      code: 2,
      said: 'declares no floor',
    },
    {
      why: 'the verification of a path without rows',
      words: ['verify', 'bare.hot.mjs', '--quick'],
      code: 2,
      said: 'no row ran',
    },
  ])('$why', async ({ words, code, said }) => {
    const ended = await hotpathBriefly(made.folder, words);
    expect(ended).toMatchObject({ code, err: expect.stringContaining(said) });
  });
});
