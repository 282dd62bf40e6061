import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { checkStatement } from './check-statement.js';
import { namesPath, readPathWord } from './path-word.js';

const files = createWorkspace({ 'a#b': '', 'dir#1/x.ts': '' });
afterAll(files.remove);

const read = (word: string) => readPathWord(word, files.folder);

describe('readPathWord', () => {
  it.each([
    ['lib/router.ts#match', 'lib/router.ts', 'match'],
    ['zod#z.string', 'zod', 'z.string'],
    ['@me/lib/sub#default', '@me/lib/sub', 'default'],
    ['dir#1/x.ts#$f', 'dir#1/x.ts', '$f'],
    ['x.ts#Router.prototype.match', 'x.ts', 'Router.prototype.match'],
    ['x.ts#größe', 'x.ts', 'größe'],
  ])('reads %s as a call', (word, module, target) => {
    expect(read(word)).toEqual({ kind: 'call', word, module, target });
  });

  it.each(['a#b', 'x.hot.ts', '#f', 'x.ts#', 'x.ts#1', 'profile#1.cpuprofile', 'x.ts#a..b'])(
    'leaves %s to what reads specifications',
    (word) => {
      expect(read(word).kind).toBe('specification');
    },
  );
});

describe('namesPath', () => {
  const names = (words: string[], options = {}) => namesPath(words, options, files.folder);

  it('tells paths from profiles and commands', () => {
    expect(names(['x.hot.ts'])).toBe(true);
    expect(names(['x.ts#f'])).toBe(true);
    expect(names([], { eval: ['1'] })).toBe(true);
    expect(names(['x.cpuprofile'])).toBe(false);
    expect(names(['node', 'x.ts#f'])).toBe(false);
  });

  it('refuses options of a path beside a command', () => {
    expect(() => names(['node', 'x.js'], { eval: ['1'] })).toThrow(
      '--eval is for one path, and there are 2 inputs: node x.js',
    );
  });
});

describe('checkStatement', () => {
  const check = (words: string[], options: Parameters<typeof checkStatement>[1]) =>
    checkStatement(words.map(read), options);

  it.each([
    [['x.hot.ts'], { eval: ['1'] }, '--eval states a path, and x.hot.ts names another'],
    [['x.ts#f'], { eval: ['1'] }, '--eval states a path, and x.ts#f names another'],
    [[], { setup: 'x' }, '--setup runs before --eval, which is missing'],
    [['x.ts#f'], { setup: 'x' }, '--setup runs before --eval, which is missing'],
    [['x.ts'], { args: ['[]'] }, '--args is for FILE#EXPORT, and x.ts is not of this form'],
    [['x.ts#f', 'x.hot.ts'], { args: ['[]'] }, 'x.hot.ts is not of this form'],
    [[], { argsFile: ['a.json'] }, '--args-file is for FILE#EXPORT, which is missing'],
    [[], { thisArgs: '[]', eval: ['1'] }, '--this-args is for FILE#EXPORT, which is missing'],
  ])('refuses %j with %j', (words, options, message) => {
    expect(() => check(words, options)).toThrow(message);
  });

  it('takes one form', () => {
    check(['x.hot.ts', 'x.ts#f'], {});
    check(['x.ts#f', 'y.ts#g'], { args: ['[]'] });
    check([], { eval: ['1'], setup: 'x' });
  });
});
