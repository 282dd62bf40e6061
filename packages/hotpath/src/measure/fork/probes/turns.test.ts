import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile, type Edit } from '../../../instrument/edits/compile.js';
import { functionPlaces, regionPlaces } from '../../../instrument/places/find-places.js';
import { parseSource } from '../../../instrument/syntax/parse.js';
import { createTracer, type Tracer } from './trace-runtime.js';

type Run = (at: (name: string) => void) => unknown;

/**
 * Runs `run(at)` of a script with all its places traced. Each call of `at` gives its argument and the row in which it is, and the result
 * must be that of the script as it is.
 */
async function rowsAt(body: string): Promise<string> {
  const source = parseSource('/sample.js', body);
  const places = [...regionPlaces(source), ...functionPlaces(source).filter(({ name }) => name !== 'run')];
  const tracer = createTracer();
  const edits: Edit[] = [
    ...places.map(({ kind, start }, index) => ({ index, kind, start, guarded: true })),
    { index: places.length, kind: 'suspensions' },
  ];
  const runtime = [...places.map((_, index) => probeOf(tracer, index)), tracer.turns];
  const seen: string[] = [];
  const probed = await resultOf(compile('/sample.js', body, edits, 'runtime'), runtime, (name) => {
    const node = tracer.nodes[tracer.position];
    seen.push(`${name}:${node && node.place >= 0 ? places[node.place]?.name : '-'}`);
  });
  const plain = await resultOf(body, [], () => {});
  expect(probed).toEqual(plain);
  expect(tracer.position).toBe(0);
  return seen.join(' ');
}

function probeOf(tracer: Tracer, place: number) {
  return {
    enter: () => tracer.enter(place),
    leave: (token: number) => tracer.leave(token),
    abandon: (token: number) => tracer.abandon(place, token),
  };
}

async function resultOf(text: string, runtime: unknown, at: (name: string) => void): Promise<unknown> {
  const make = runInThisContext(`(function (runtime) { ${text}\n; return run; })`) as (r: unknown) => Run;
  try {
    return await make(runtime)(at);
  } catch (problem) {
    return `threw ${(problem as Error).message}`;
  }
}

const region = (name: string, text: string): string => `\n// #region ${name}\n${text}\n// #endregion\n`;

describe('every piece of work is in the row in which it stands', () => {
  it.each<[what: string, body: string, rows: string]>([
    [
      'two at once, across await',
      `async function one(at, n) { ${region('request', `at(n + 1); await null; ${region('parse', 'at(n + 2); await null; at(n + 3);')} at(n + 4);`)} at(n + 5); }
       const run = async (at) => { await Promise.all([one(at, 'a'), one(at, 'b')]); at('end'); };`,
      'a1:request b1:request a2:parse b2:parse a3:parse a4:request a5:one b3:parse b4:request b5:one end:-',
    ],
    [
      'for await over an array of promises, left by break',
      `async function each(at) { ${region('loop', 'for await (const n of [Promise.resolve(1), 2, 3]) { at("n" + n); if (n === 2) break; } at("after");')} }
       async function other(at) { for (let n = 0; n < 4; n++) { at("o"); await null; } }
       const run = async (at) => { await Promise.all([each(at), other(at)]); at('end'); };`,
      'o:other o:other n1:loop o:other o:other n2:loop after:loop end:-',
    ],
    [
      'for await over an async generator with rows of its own, left by return',
      `async function* source(at) { try { ${region('make', 'at("m1"); yield 1; at("m2"); yield 2; at("m3");')} } finally { at("closed"); } }
       async function sink(at) { ${region('take', 'for await (const n of source(at)) { at("t" + n); if (n === 2) return n; }')} }
       async function other(at) { for (let n = 0; n < 3; n++) { at("o"); await null; } }
       const run = async (at) => { const all = await Promise.all([sink(at), other(at)]); at('end'); return all; };`,
      'm1:make o:other o:other t1:take m2:make o:other t2:take closed:source end:-',
    ],
    [
      'generators that alternate, left by break, by return() and never resumed',
      `function* pages(at, n) { ${region('make', 'at(n + 1); yield 1; at(n + 2); yield 2;')} at(n + 3); }
       const run = (at) => { const a = pages(at, 'a'), b = pages(at, 'b'); a.next(); b.next(); a.next(); at('run'); a.return(); b.next(); for (const p of pages(at, 'c')) { at('for' + p); break; } pages(at, 'd').next(); at('end'); };`,
      'a1:make b1:make a2:make run:- b2:make c1:make for1:- d1:make end:-',
    ],
    [
      'yield* over generators and arrays, with results',
      `function* inner(at) { ${region('inner row', 'at("i1"); const got = yield 1; at("i" + got);')} return 7; }
       function* outer(at) { ${region('outer row', 'const got = yield* inner(at); at("o" + got); yield* [3, 4]; at("o");')} }
       const run = (at) => { const it = outer(at); const all = [it.next().value, it.next('x').value, it.next().value]; at('run'); all.push(it.next().done); at('end'); return all; };`,
      'i1:inner row ix:inner row o7:outer row run:- o:outer row end:-',
    ],
    [
      'yield* that is thrown into, and closed',
      `function* inner(at) { try { yield 1; } catch (e) { at("caught"); yield 2; } finally { at("closed"); } }
       function* outer(at) { ${region('outer row', 'yield* inner(at);')} }
       const run = (at) => { const it = outer(at); it.next(); const two = it.throw(new Error('x')).value; at('run'); it.return(5); at('end'); return two; };`,
      'caught:inner run:- closed:inner end:-',
    ],
    [
      'async yield*, and an async generator that returns a promise',
      `async function* inner(at) { at("i"); yield 1; return Promise.resolve(2); }
       async function* outer(at) { ${region('outer row', 'const got = yield* inner(at); at("o" + got);')} }
       async function other(at) { for (let n = 0; n < 9; n++) { at("x"); await null; } }
       const run = async (at) => { const busy = other(at); for await (const n of outer(at)) at("n" + n); await busy; at('end'); };`,
      'x:other i:inner x:other x:other x:other n1:- x:other x:other o2:outer row x:other x:other x:other end:-',
    ],
    [
      'raced and rejected promises',
      `async function slow(at) { ${region('slow row', 'at("s1"); await null; await null; at("s2"); throw new Error("late");')} }
       async function fast(at) { ${region('fast row', 'at("f1"); await null; at("f2");')} return 1; }
       const run = async (at) => { const s = slow(at); const got = await Promise.race([s, fast(at)]); at("won"); await s.catch((e) => at(e.message)); at("end"); return got; };`,
      's1:slow row f1:fast row f2:fast row s2:slow row won:- late:- end:-',
    ],
    [
      'timers and microtasks of a row are outside of it',
      `async function work(at) { ${region('row', 'queueMicrotask(() => at("micro")); at("in"); await new Promise((done) => setTimeout(() => { at("timer"); done(); }, 1)); at("back");')} }
       const run = async (at) => { await work(at); at('end'); };`,
      'in:row micro:- timer:- back:row end:-',
    ],
  ])('%s', async (_, body, rows) => {
    expect(await rowsAt(body)).toBe(rows);
  });
});
