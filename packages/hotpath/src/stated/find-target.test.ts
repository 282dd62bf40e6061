import { describe, expect, it } from 'vitest';
import { findMethod, findTarget } from './find-target.js';

class Router {
  readonly prefix: string;
  readonly bound = (): string => this.prefix;
  constructor(prefix = '/') {
    if (prefix === 'bad') throw new RangeError('bad prefix');
    this.prefix = prefix;
  }
  static make(): Router {
    return new Router();
  }
  match(): string {
    return `${this.prefix}x`;
  }
}
const match = (): string => 'plain';
const esm = {
  match,
  Router,
  z: { string: () => 's', deep: { er: () => 'd' } },
  value: 5,
  *items() {},
  default: match,
};

describe('findTarget', () => {
  it.each(['match', 'default', 'Router.make', 'z.string', 'z.deep.er'])('finds %s', (name) => {
    const { owner, key, call } = findTarget(esm, 'm', name);
    expect(owner[key]).toBe(call);
  });

  it('finds what Node does not find in CommonJS, and the default export of what was compiled to it', () => {
    const whole = Object.assign(() => 0, { hidden: match, __esModule: true, default: esm.z.string });
    expect(findTarget({ default: whole }, 'm', 'hidden').call).toBe(match);
    expect(findTarget({ default: whole }, 'm', 'default').call).toBe(esm.z.string);
  });

  it.each([
    ['mach', 'm: exports no "mach"', 'There is match,'],
    ['Router.mak', 'm: Router has no "mak"', 'There is make'],
    ['z.strin', 'm: z has no "strin"', 'There is string,'],
    ['z', 'm: exports a "z" that is not a function, it is an object', 'Its functions: z.string.'],
    ['value', 'it is a number', '--eval'],
    ['value.x', 'm: exports a "value" that is not a function', '--eval'],
    ['Router', 'm#Router: is a class', 'm#Router.prototype.METHOD'],
    ['items', 'm#items: is a generator', '--eval'],
  ])('refuses %s and says what there is', (name, message, hint) => {
    const found = refusal(() => findTarget(esm, 'm', name));
    expect(found.message).toContain(message);
    expect(found.hint).toContain(hint);
  });
});

describe('findMethod', () => {
  it('makes an instance with the given parameters', () => {
    const { owner, key } = findMethod(esm, 'm', 'Router.prototype.match', ['/a/']);
    expect((owner as Record<string, () => unknown>)[key]?.()).toBe('/a/x');
    expect(findMethod(esm, 'm', 'Router.prototype.bound', []).call()).toBe('/');
  });

  it('refuses a method that is not there, and what is no class', () => {
    expect(() => findMethod(esm, 'm', 'Router.prototype.mtach', [])).toThrow(
      'm: an instance of Router has no "mtach"',
    );
    expect(() => findMethod(esm, 'm', 'match.prototype.x', [])).toThrow('m#match: is not a class');
  });

  it('lets the exception of a constructor pass', () => {
    expect(() => findMethod(esm, 'm', 'Router.prototype.match', ['bad'])).toThrow(RangeError);
  });
});

function refusal(action: () => unknown): { message: string; hint: string } {
  try {
    action();
  } catch (problem) {
    return problem as { message: string; hint: string };
  }
  throw new Error('nothing was refused');
}
