import { describe, expect, it } from 'vitest';
import { importFrom, statedFile } from '../../model/path/import-from.js';
import { userWords } from './shown-paths.js';

const path = {
  name: 'f(1)',
  word: '--eval',
  extension: '.mjs' as const,
  write: () => '',
  placeOf: (line: number) => (line === 7 ? '--eval:2' : null),
};
const words = userWords([{ path, file: '/tmp/hotpath-1/f-1.hot.mjs' }], '/tmp');

describe('userWords', () => {
  it('names a written specification by the words of the user, with the line of the code', () => {
    expect(words('/tmp/hotpath-1/f-1.hot.mjs: failed (/tmp/hotpath-1/f-1.hot.mjs:7)')).toBe(
      '--eval: failed (--eval:2)',
    );
    expect(words('at /tmp/hotpath-1/f-1.hot.mjs:1')).toBe('at --eval');
  });

  it('knows its name relative to the folder', () => {
    expect(words('hotpath-1/f-1.hot.mjs:7')).toBe('--eval:2');
  });

  it('leaves out what marks an import', () => {
    const missing = `Cannot find package 'zodd' imported from ${statedFile('/tmp')}`;
    expect(words(missing)).toBe("Cannot find package 'zodd'");
    expect(words(`The module '${importFrom('/tmp', 'node:fs')}' has none`)).toBe(
      "The module 'node:fs' has none",
    );
  });
});
