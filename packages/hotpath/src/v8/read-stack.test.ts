import { runInNewContext, runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readExceptionStack, readStack } from './read-stack.js';
import { type CallSite, stackExpression, type TakenStack } from './stack-expression.js';

const expression: CallSite = [null, null, null, '', 1, 1, false, false];
const taken = (sites: TakenStack['sites'], resources: string[] = [], total = sites?.length ?? 0) =>
  readStack({ sites, total, resources });

describe('the current stack', () => {
  it('has the innermost call first, methods with their class, and the async callers', () => {
    const read = taken([
      expression,
      ['map', 'Array', 'map', null, null, null, false, false],
      ['run', 'Job', 'run', 'file:///srv/a%20b.mjs', 5, 9, false, false],
      ['tick', 'Timeout', '_onTimeout', '/srv/c.cjs', 7, 1, false, false],
      ['Job', 'Job', null, '/srv/c.cjs', 8, 2, false, true],
      ['outer', null, null, 'node:net', 9, 3, true, false],
      [null, null, null, '[worker eval]', 1, 2, false, false],
      ['far', null, null, 'file://host/a.js', 1, 2, false, false],
    ]);
    expect([read?.state, read?.more]).toEqual(['active', 0]);
    expect(read?.frames.map(({ name, file, line, isAsync }) => [name, file, line, isAsync])).toEqual([
      ['Array.map', '', 0, false],
      ['Job.run', '/srv/a b.mjs', 5, false],
      ['tick', '/srv/c.cjs', 7, false],
      ['new Job', '/srv/c.cjs', 8, false],
      ['outer', 'node:net', 9, true],
      ['', '[worker eval]', 1, false],
      ['far', 'file://host/a.js', 1, false],
    ]);
  });

  it('of an idle thread is empty, with the resources that the thread waits for', () => {
    expect(taken([expression], ['TCPServerWrap', 'Timeout', 'Timeout'])).toEqual({
      state: 'idle',
      frames: [],
      more: 0,
      note: null,
      waitsFor: { TCPServerWrap: 1, Timeout: 2 },
    });
  });

  it('says how many of its frames were not read', () => {
    expect(taken([expression, expression], [], 10_002)?.more).toBe(10_000);
  });

  it('is unknown, and not idle, where V8 lists not even the expression', () => {
    expect([taken([]), taken(null)]).toEqual([null, null]);
  });
});

describe('the stack of an exception', () => {
  const frame = (functionName: string) => ({
    functionName,
    url: 'file:///a.js',
    lineNumber: 3,
    columnNumber: 0,
  });

  it('is read without the expression, with the places of its frames', () => {
    const read = readExceptionStack({ callFrames: [frame(''), frame('busy')] }, []);
    expect(read?.frames).toEqual([{ name: 'busy', file: '/a.js', line: 4, column: 1, isAsync: false }]);
    expect([read?.state, read?.more]).toEqual(['active', 0]);
    expect(read?.note).toContain('functions that await are not shown');
  });

  it('is that of an idle thread, not whole, or unknown, by the number of its frames', () => {
    const read = (count: number) =>
      readExceptionStack({ callFrames: Array.from({ length: count }, () => frame('f')) }, []);
    expect([read(1)?.state, read(1)?.note, read(200)?.more, read(0)]).toEqual(['idle', null, null, null]);
  });
});

const names = ['stackTraceLimit', 'prepareStackTrace'];
const descriptorsOf = (Native: object): unknown[] =>
  names.map((name) => Object.getOwnPropertyDescriptor(Native, name));

describe('the expression that takes a stack', () => {
  it('finds the callers, counts those of a deep stack, and restores what it changes in Error', () => {
    const before = descriptorsOf(Error);
    const deep = (left: number): TakenStack =>
      left === 0 ? (runInThisContext(stackExpression) as TakenStack) : deep(left - 1);
    const stack = readStack(deep(3000));
    expect(stack?.frames.slice(0, 999).some(({ name }) => name === 'deep')).toBe(true);
    expect((stack?.frames.length ?? 0) + (stack?.more ?? 0)).toBeGreaterThan(3000);
    expect(descriptorsOf(Error)).toEqual(before);
  });

  it.each([
    ['Object.freeze(Error)'],
    ["Object.defineProperty(Error, 'stackTraceLimit', { value: 0, writable: false, configurable: false })"],
    ["Object.defineProperty(Error, 'prepareStackTrace', { get: () => undefined, set() {} })"],
    ['Object.preventExtensions(Error)'],
    ['Error.prepareStackTrace = () => "theirs"; Object.freeze(Error)'],
  ])('gives no stack, and changes nothing, after %s', (change) => {
    const [Native, { sites }, before] = runInNewContext(
      `${change}; const names = ${JSON.stringify(names)};
      const all = () => names.map((name) => Object.getOwnPropertyDescriptor(Error, name));
      const before = all(); const taken = ${stackExpression}; [Error, taken, before]`,
    ) as [object, TakenStack, unknown];
    expect(sites).toBeNull();
    expect(descriptorsOf(Native)).toEqual(before);
  });

  it('reads the stack where the limit is only not writable, and leaves that as it was', () => {
    const [limit, { total }] = runInNewContext(
      `Object.defineProperty(Error, 'stackTraceLimit', { value: 0, writable: false });
      const taken = ${stackExpression}; [Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit'), taken]`,
    ) as [PropertyDescriptor, TakenStack];
    expect(total).toBeGreaterThan(1);
    expect(limit).toMatchObject({ value: 0, writable: false, configurable: true });
  });

  it('calls no setter of the program', () => {
    const calls = runInNewContext(
      `let calls = 0; let kept;
      Object.defineProperty(Error, 'prepareStackTrace', { get: () => kept, set(to) { calls++; kept = to; }, configurable: true });
      ${stackExpression}; calls`,
    );
    expect(calls).toBe(0);
  });
});
