import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readStack, stackExpression } from './read-stack.js';

const expression = [null, null, null, '', 1, 1, false, false];

describe('the current stack', () => {
  it('has the innermost call first, methods with their class, and the async callers', () => {
    const sites = [
      expression,
      ['map', 'Array', 'map', null, null, null, false, false],
      ['run', 'Job', 'run', 'file:///srv/a%20b.mjs', 5, 9, false, false],
      ['tick', 'Timeout', '_onTimeout', '/srv/c.cjs', 7, 1, false, false],
      ['Job', 'Job', null, '/srv/c.cjs', 8, 2, false, true],
      ['outer', null, null, 'node:net', 9, 3, true, false],
      [null, null, null, '[worker eval]', 1, 2, false, false],
    ];
    const { state, frames } = readStack(JSON.stringify({ sites, resources: [] }));
    expect(state).toBe('active');
    expect(frames.map(({ name, file, line, isAsync }) => [name, file, line, isAsync])).toEqual([
      ['Array.map', '', 0, false],
      ['Job.run', '/srv/a b.mjs', 5, false],
      ['tick', '/srv/c.cjs', 7, false],
      ['new Job', '/srv/c.cjs', 8, false],
      ['outer', 'node:net', 9, true],
      ['', '[worker eval]', 1, false],
    ]);
  });

  it('of an idle thread is empty, with the resources that the thread waits for', () => {
    const resources = ['TCPServerWrap', 'Timeout', 'Timeout'];
    expect(readStack(JSON.stringify({ sites: [expression], resources }))).toEqual({
      state: 'idle',
      frames: [],
      waitsFor: { TCPServerWrap: 1, Timeout: 2 },
    });
  });

  it('is taken by an expression that restores what it changes in Error', () => {
    const names = ['stackTraceLimit', 'prepareStackTrace'];
    const descriptors = (): unknown[] => names.map((name) => Object.getOwnPropertyDescriptor(Error, name));
    const before = descriptors();
    const here = (): string => runInThisContext(stackExpression) as string;
    const { frames } = readStack(here());
    expect(frames.map(({ name }) => name)).toContain('here');
    expect(descriptors()).toEqual(before);
  });
});
