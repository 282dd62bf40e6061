import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

/** Imported files, and what is said of them. Syntax that a later Node can run has no test of its message there. */
const imported: Readonly<Record<string, { text: string; said: string }>> = {
  'dup.mjs': { text: 'let a = 1;\nlet a = 2;', said: "Identifier 'a' has already been declared (dup.mjs:2)" },
  'dup.ts': {
    text: 'type T = 1;\nlet a: T = 1;\nlet a: T = 1;\nexport {};',
    said: "Identifier 'a' has already been declared (dup.ts:3)",
  },
  'enum.ts': {
    text: 'enum E {\n a = 1,\n b = 2,\n}\nlet a = E.a;\nlet a = E.b;\nexport {};',
    said: 'enum.ts:6: cannot be transpiled to JavaScript',
  },
  'dup.cjs': { text: 'let a = 1;\nlet a = 2;', said: "Identifier 'a' has already been declared (dup.cjs:2)" },
  'required.cjs': { text: "require('./dup.cjs');", said: 'dup.cjs:2' },
  'jsx.mjs': { text: 'let a;\na = <b />;', said: `jsx.mjs:2: Node ${process.version} cannot run JSX` },
  'parse.ts': { text: 'let a;\nconst = 1;', said: 'cannot be loaded: parse.ts:2: syntax error' },
  'throws.mjs': { text: "let a;\nthrow new Error('no');", said: 'Error: no (throws.mjs:2)' },
  'json.mjs': { text: "let a;\na = JSON.parse('{');", said: '(json.mjs:2)' },
  'lost.cjs': { text: "let a;\nrequire('./nowhere.js');", said: '(lost.cjs:2)' },
};

const refused = [
  'class A {\n accessor level = 2; }',
  'class A {\n @log work() {} }',
  '{\n using lock = null; }',
].filter(isRefused);
/** A file that is reprinted, so that its lines are others when it runs. */
const reprinted = 'enum E {\n a = 1,\n b = 2,\n}\nclass A { accessor level = E.a; }';
function isRefused(text: string): boolean {
  try {
    new Function(text);
    return false;
  } catch {
    return true;
  }
}

const made = createWorkspace({
  ...Object.fromEntries(Object.entries(imported).map(([name, { text }]) => [name, text])),
  ...Object.fromEntries(
    Object.keys(imported).map((name) => [
      `${name}.hot.mjs`,
      `import './${name}';\nexport default { name: 'p', run: () => 1 };`,
    ]),
  ),
  'reprinted.ts': `${reprinted}\nexport {};`,
  'reprinted.hot.mjs': `import './reprinted.js';\nexport default { name: 'p', run: () => 1 };`,
  ...Object.fromEntries(
    refused.flatMap((text, index) => [
      [`new-${index}.ts`, `${text}\nexport {};`],
      [`new-${index}.hot.mjs`, `import './new-${index}.js';\nexport default { name: 'p', run: () => 1 };`],
    ]),
  ),
});
afterAll(made.remove);

describe('an error in an imported file names the file and the line', () => {
  it.each(Object.entries(imported))('%s', async (name, { said }) => {
    const { code, err } = await hotpathInProcess(made.folder, ['run', '--quick', `${name}.hot.mjs`]);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).not.toContain('/dist/');
  });

  it.each(refused.map((text, index) => ({ text, index })))(
    'that this Node cannot run, and the syntax: $text',
    async ({ index }) => {
      const { code, err } = await hotpathInProcess(made.folder, ['run', '--quick', `new-${index}.hot.mjs`]);
      expect(code).toBe(2);
      expect(err).toMatch(
        new RegExp(`new-${index}\\.ts:2: Node v\\S+ cannot run (\`accessor\`|decorators|\`using\`):`),
      );
      expect(err).toContain('Compile the file to older JavaScript first');
    },
  );

  it.runIf(isRefused('class A { accessor level = 2; }'))(
    'at the line of the file, not of the text that ran',
    async () => {
      const { err } = await hotpathInProcess(made.folder, ['run', '--quick', 'reprinted.hot.mjs']);
      expect(err).toContain('reprinted.ts:5: Node');
    },
  );
});
