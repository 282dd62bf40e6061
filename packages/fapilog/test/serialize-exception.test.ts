import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { serializeException } from '../src/serialize-exception.js';
import { parseStackFrames } from '../src/stack-frames.js';

const limits = { maxFrames: 50, maxStackChars: 20_000, maxCauseDepth: 5 };
const failingProgram = fileURLToPath(new URL('./fixtures/throw-at-known-lines.js', import.meta.url));
const thisFile = fileURLToPath(import.meta.url);

function failOnPurpose(): Error {
  return new RangeError('out of range');
}

describe('a serialized exception', () => {
  it('has the type, the message and the stack of the error', () => {
    const error = failOnPurpose();
    const record = serializeException(error, limits);
    expect(record['error.type']).toBe('RangeError');
    expect(record['error.message']).toBe('out of range');
    expect(record['error.stack']).toBe(error.stack);
  });

  it('has frames with the file, line, function and source line, innermost first', () => {
    const frame = serializeException(failOnPurpose(), limits)['error.frames']?.[0];
    expect(frame).toMatchObject({ file: thisFile, function: 'failOnPurpose' });
    expect(frame?.line).toBeGreaterThan(0);
  });

  it('has the original line numbers of a plain program', () => {
    const program = failingProgram;
    const child = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    const record = JSON.parse(child.stdout).diagnostics.exception;
    expect(record['error.frames'].slice(0, 2)).toEqual([
      {
        file: program,
        line: 11,
        function: 'start',
        code: "return new Error('cannot start', { cause: thrown });",
      },
      { file: program, line: 16, function: '<anonymous>', code: "logger.error('down', start());" },
    ]);
    expect(record['error.cause']['error.type']).toBe('SyntaxError');
    expect(record['error.cause']['error.frames'].slice(0, 2)).toEqual([
      {
        file: program,
        line: 4,
        function: 'readConfiguration',
        code: "throw new SyntaxError('unexpected token');",
      },
      { file: program, line: 9, function: 'start', code: 'readConfiguration();' },
    ]);
  });

  it('includes the source line of a frame if the file can be read', () => {
    const stack = `Error: m\n    at first (${pathToFileURL(failingProgram)}:4:9)\n    at async second (/no/such/file.js:7:9)\n    at node:internal/timers:1:2`;
    expect(parseStackFrames(stack, 'Error: m', 50)).toEqual([
      {
        file: failingProgram,
        line: 4,
        function: 'first',
        code: "throw new SyntaxError('unexpected token');",
      },
      { file: '/no/such/file.js', line: 7, function: 'second' },
      { file: 'node:internal/timers', line: 1, function: '<anonymous>' },
    ]);
  });

  it('does not parse frames from a message that looks like a stack', () => {
    const error = new Error('lines:\n    at fake (/tmp/fake.js:1:1)');
    const files = serializeException(error, limits)['error.frames']?.map((frame) => frame.file);
    expect(files).not.toContain('/tmp/fake.js');
    expect(files?.[0]).toBe(thisFile);
  });

  it('keeps to the limits of frames and stack characters', () => {
    const record = serializeException(failOnPurpose(), { ...limits, maxFrames: 2, maxStackChars: 40 });
    expect(record['error.frames']?.length).toBe(2);
    expect(record['error.stack']).toHaveLength(40);
    expect(record['error.stack']).toMatch(/^RangeError: out of range\n.*\.\.\.$/s);
  });

  it('follows causes down to the limit', () => {
    const error = new Error('a', { cause: new TypeError('b', { cause: new Error('c', { cause: 'd' }) }) });
    const record = serializeException(error, { ...limits, maxCauseDepth: 1 });
    const second = record['error.cause'];
    expect(second).toMatchObject({ 'error.type': 'TypeError', 'error.message': 'b' });
    expect(second?.['error.cause']).toEqual({
      'error.type': 'Error',
      'error.message': 'c',
      'error.truncated': 'depth',
    });
  });

  it('stops at a cycle of causes', () => {
    const error = new Error('outer');
    error.cause = new Error('inner', { cause: error });
    const inner = serializeException(error, limits)['error.cause'];
    expect(inner?.['error.message']).toBe('inner');
    expect(inner?.['error.cause']).toEqual({
      'error.type': 'Error',
      'error.message': 'outer',
      'error.truncated': 'repeated',
    });
  });

  it('describes at most ten errors of an AggregateError', () => {
    const errors = Array.from({ length: 12 }, (_, index) => new Error(`e${index}`));
    const record = serializeException(new AggregateError(errors, 'all'), limits);
    expect(record['error.errors']?.map((each) => each['error.message'])).toEqual(
      errors.slice(0, 10).map((each) => each.message),
    );
  });

  it('uses the class name of a subclass that does not set `name`', () => {
    class DatabaseError extends Error {}
    expect(serializeException(new DatabaseError('x'), limits)['error.type']).toBe('DatabaseError');
  });

  it.each([
    ['text', { 'error.type': 'string', 'error.message': 'text' }],
    [42n, { 'error.type': 'bigint', 'error.message': '42' }],
    [null, { 'error.type': 'null', 'error.message': 'null' }],
    [Symbol('s'), { 'error.type': 'symbol', 'error.message': 'Symbol(s)' }],
    [{ code: 7 }, { 'error.type': 'Object', 'error.message': '{"code":7}' }],
  ])('describes the thrown non-error %s', (thrown, record) => {
    expect(serializeException(thrown, limits)).toEqual(record);
  });

  it('describes an error whose message cannot be read', () => {
    const error = new Error('x');
    Object.defineProperty(error, 'message', {
      get() {
        throw new Error('hidden');
      },
    });
    expect(serializeException(error, limits)).toEqual({
      'error.type': 'unknown',
      'error.message': '[unreadable: Error: hidden]',
    });
  });

  it('describes an error without a stack', () => {
    const error = new Error('bare');
    Object.defineProperty(error, 'stack', { value: undefined });
    const record = serializeException(error, limits);
    expect(record['error.stack']).toBe('Error: bare');
    expect(record['error.frames']).toEqual([]);
  });
});
