import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const files = createWorkspace({
  'record.ts': [
    'export const notOne = 5;',
    "export function fails(): void { throw new Error('not today'); }",
    'export function toRecord(error: Error): object {',
    '  const causes = error.cause instanceof Error ? toRecord(error.cause) : null;',
    "  return { text: error.stack, lines: String(error.stack).split('\\n'), causes };",
    '}',
    '',
  ].join('\n'),
  'broken.ts': 'export const = 5;\n',
});
afterAll(() => files.remove());

describe('bad input of hotpath errors', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--depth', '0'], 'numbers from 1 to 1000'],
    [['--depth', '10,100000'], 'numbers from 1 to 1000'],
    [['--depth', 'deep'], 'numbers from 1 to 1000'],
    [['--serialize', 'record.ts'], 'record.ts: does not name a function'],
    [['--serialize', 'nowhere.ts#toRecord'], 'nowhere.ts: no such file'],
    [['--serialize', 'record.ts#nowhere'], 'record.ts: exports no `nowhere`'],
    [['--serialize', 'record.ts#notOne'], '`notOne` is not a function, it is a number'],
    [['--serialize', 'record.ts#fails'], '`fails` throws for an error: not today'],
    [['--serialize', 'broken.ts#toRecord'], 'broken.ts: cannot be loaded'],
  ];
  it.each(cases)('%j', async (words, said) => {
    const ended = await hotpathInProcess(files.folder, ['errors', ...words]);
    expect(ended.err).toContain(said);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});
