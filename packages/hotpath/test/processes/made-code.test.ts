import { afterAll, expect, it } from 'vitest';
import { inPlace, loaderRunner } from '../support/run-in-loader.js';
import { createWorkspace } from '../support/workspace.js';

const running = new URL('../../dist/measure/loader/made/running-variant.js', import.meta.url).href;

/** Says what it sees of functions that it makes from text: outside of all variants, and as a variant. */
const program = `
import { nowRuns } from ${JSON.stringify(running)};
const AsyncFunction = (async () => {}).constructor;
class Own extends Function {}
const thrown = (action) => { try { return action(); } catch (problem) { return problem.name + ': ' + problem.message; } };
const dense = 'let s = 0; for (let i = 0; i < n; i++) { s += i; } if (s > 3) { return s; } ' + 'return -s;'.padEnd(120);
function seen() {
  const add = new Function('a', 'b = 2', 'return a + b');
  const rest = Function('{ x, y }', '...rest', 'return [x, y, rest, this === globalThis, arguments.length]');
  return {
    add: [add(1), add(1, 1), add.length, add.name, String(add), add instanceof Function],
    rest: rest({ x: 1, y: 2 }, 3, 4),
    strict: new Function('"use strict"; return this === undefined')(),
    sloppy: new Function('undeclared = 1; return typeof undeclared')(),
    dense: [new Function('n', dense)(5), new Function('n', dense)(2)],
    empty: String(new Function()),
    comment: new Function('a // b', 'return a //')(7),
    named: new Function('x', 'return x //# sourceURL=mine.js')(8),
    constructs: new (new Function('this.own = 1'))(),
    newTarget: typeof new Function('return new.target')(),
    identity: [(() => {}).constructor === Function, Function.prototype.constructor === Function, Function.name, Function.length, Object.getPrototypeOf(AsyncFunction) === Function],
    inherited: (() => {}).constructor('return 9')(),
    subclass: new Own('return 10') instanceof Own,
    refused: [thrown(() => new Function('return }')), thrown(() => Function('a b', '')), thrown(() => new Function('}, function () {')), thrown(() => Function(Symbol('s')))],
    converted: Function({ toString: () => 'a' }, { toString: () => 'return a * 2' })(4),
    formatted: (() => {
      let calls = 0;
      Error.prepareStackTrace = (problem) => { calls++; return String(problem); };
      new Function('return "formatted"')();
      const kept = typeof Error.prepareStackTrace;
      delete Error.prepareStackTrace;
      return [calls, kept, typeof Error.prepareStackTrace];
    })(),
    imports: typeof new Function('return import("node:os")')().then,
    many: Array.from({ length: 40 }, () => new Function('return 1')()).length,
    isAsync: new AsyncFunction('await 0')() instanceof Promise,
    generates: [...Object.getPrototypeOf(function* () {}).constructor('yield 1')()],
  };
}
const plain = seen();
delete globalThis.undeclared;
nowRuns('trace');
console.log(JSON.stringify({ plain, made: seen() }));
`;

const files = createWorkspace({
  'package.json': '{ "type": "module" }',
  'program.js': program,
  'untouched.js': `import { types } from 'node:util';
import { nowRuns } from ${JSON.stringify(running)};
nowRuns('trace');
console.log(JSON.stringify([types.isProxy(Function), String(new Function('/* 1 */')).match(/\\/\\* \\d \\*\\//)[0]]));
`,
});
afterAll(files.remove);

it('functions made from text are what they are without hotpath', async () => {
  const { out, err } = await loaderRunner(files, ['/made@other.js-1.cjs'])('program.js', inPlace);
  expect(err).toBe('');
  const { plain, made } = out as { plain: object; made: object };
  expect(made).toEqual(plain);
  expect(plain).toMatchObject({ dense: [10, -1], comment: 7, converted: 8 });
});

it('a job that does not look into made functions leaves the constructor alone', async () => {
  const { out } = await loaderRunner(files)('untouched.js', inPlace);
  expect(out).toEqual([false, '/* 1 */']);
});
