import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { tsconfigTargets } from './tsconfig-paths.js';

const paths = (folder: string): string => `"compilerOptions": { "paths": { "@/*": ["./${folder}/*"] } }`;
const made = createWorkspace({
  'solution/tsconfig.json':
    '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./missing.json" }, { "path": "./tests" }] }',
  'solution/tsconfig.app.json': `{ "include": ["src"], "exclude": ["src/*.spec.ts"], ${paths('src')} }`,
  'solution/tests/tsconfig.json': `{ "include": ["../src/*.spec.ts"], ${paths('mocks')} }`,
  'whole/tsconfig.json': `{ "references": [{ "path": "./tsconfig.part.json" }], ${paths('own')} }`,
  'whole/tsconfig.part.json': `{ "include": ["part"], ${paths('part')} }`,
  'nested/tsconfig.json': '{ "files": [], "references": [{ "path": "./a.json" }] }',
  'nested/a.json': '{ "files": [], "references": [{ "path": "." }, { "path": "./b.json" }] }',
  'nested/b.json': `{ "files": ["one.ts"], ${paths('b')} }`,
});
afterAll(made.remove);

const targets = (file: string): string[] =>
  tsconfigTargets('@/x', made.path(file)).map((found) => found.slice(made.folder.length + 1));

describe('the paths of a file in a project with references', () => {
  it.each([
    ['of the referenced project that includes it', 'solution/src/a.ts', ['solution/src/x']],
    ['of a referenced folder', 'solution/src/a.spec.ts', ['solution/tests/mocks/x']],
    ['also for JavaScript', 'solution/src/a.js', ['solution/src/x']],
    ['of none, where no project includes it', 'solution/other.ts', []],
    ['of the nearest tsconfig.json, where that includes it', 'whole/part/a.ts', ['whole/own/x']],
    ['of references of references, which may lead back', 'nested/one.ts', ['nested/b/x']],
  ])('are those %s', (_, file, found) => {
    expect(targets(file)).toEqual(found);
  });
});
