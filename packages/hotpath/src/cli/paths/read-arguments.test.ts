import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../test/support/workspace.js';
import { jsonMistake } from './json-mistake.js';
import { argumentFile, argumentList } from './read-arguments.js';

const files = createWorkspace({
  'right.json': '\uFEFF["a",\n {"b": [1]}]\n',
  'wrong.json': '[\n  1,\n  two\n]',
});
afterAll(files.remove);

describe('argumentList', () => {
  it('reads an array of JSON', () => {
    expect(argumentList('--args', ' [1, "a", null] ')).toEqual([1, 'a', null]);
  });

  it.each([
    ['[1, two]', '--args: is not JSON at character 5: it has "two]" instead of a value'],
    ['[1', '--args: is not JSON at character 3: the text ends instead of "," or "]"'],
    ['', '--args: is not JSON at character 1: the text ends instead of a value'],
    ['[] []', '--args: is not JSON at character 4: it has "[]" instead of the end'],
    ["['a']", '--args: is not JSON at character 2: it has "\'a\']" instead of a value'],
    ['{"a": 1}', '--args: is not an array of arguments, it is an object'],
    ['"text"', '--args: is not an array of arguments, it is a string'],
    ['null', '--args: is not an array of arguments, it is null'],
  ])('names the place of the mistake in %s', (text, message) => {
    expect(() => argumentList('--args', text)).toThrow(message);
  });
});

describe('argumentFile', () => {
  it('reads a file with a byte order mark', () => {
    expect(argumentFile('right.json', files.folder)).toEqual(['a', { b: [1] }]);
  });

  it('names the line of a mistake', () => {
    expect(() => argumentFile('wrong.json', files.folder)).toThrow('wrong.json:3: is not JSON');
  });

  it('refuses a file that does not exist', () => {
    expect(() => argumentFile('no.json', files.folder)).toThrow('--args-file: no.json: no such file');
  });
});

describe('jsonMistake', () => {
  const texts = [
    '[1,]',
    '{"a":}',
    '{"a" 1}',
    '{a:1}',
    '[01]',
    '[1.]',
    '[-]',
    '["\n"]',
    '["\\x"]',
    '[tru]',
    '[1 2]',
    '{"a":1,}',
  ];
  const right = [
    '[]',
    '{}',
    ' [ 1 , -2.5e+3 , "\\u00e9\\n" , true, false, null, {"a": {"b": []}} ] ',
    '"a"',
    '0',
  ];

  it.each(texts)('finds one in %j, as JSON.parse does', (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonMistake(text)).not.toBeNull();
  });

  it.each(right)('finds none in %j', (text) => {
    JSON.parse(text);
    expect(jsonMistake(text)).toBeNull();
  });
});
