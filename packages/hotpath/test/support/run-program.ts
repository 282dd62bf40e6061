import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { compile, type Edit } from '../../src/instrument/edits/compile.js';
import { createSkipRuntime } from '../../src/instrument/edits/skip-code.js';
import { findFunctions } from '../../src/instrument/places/find-functions.js';
import { findLines } from '../../src/instrument/places/find-lines.js';
import { functionPlaces, regionPlaces } from '../../src/instrument/places/find-places.js';
import { findRegions } from '../../src/instrument/places/find-regions.js';
import { type ParsedSource, parseSource } from '../../src/instrument/syntax/parse.js';
import { createTracer } from '../../src/measure/fork/probes/trace-runtime.js';
import type { RowPlace } from '../../src/model/path/row.js';

// V8 keeps compiled programs for the next time. None comes twice, and the heap of 200,000 of them is full.
setFlagsFromString('--no-compilation-cache');

/** Edits of a kind, with what their code needs. */
interface Instrumented {
  readonly kind: string;
  readonly edits: readonly Edit[];
  readonly runtime: readonly unknown[];
}

type Main = (log: (value: unknown) => void) => unknown;

/**
 * Runs `main` of a program with edits of one kind, which `seed` chooses. Gives the first difference from the program as it is; null where
 * there is none.
 */
export async function differenceOf(program: string, seed: number): Promise<string | null> {
  const { kind, edits, runtime } = instrumented(program, seed);
  if (edits.length === 0) return null;
  const plain = await outcomeOf(program, []);
  const code = compile('/program.js', program, edits, 'runtime');
  const changed = await outcomeOf(code, runtime);
  return changed === plain ? null : `${kind}: ${changed}\ninstead of ${plain}\n${code}`;
}

async function outcomeOf(text: string, runtime: readonly unknown[]): Promise<string> {
  const logged: unknown[] = [];
  let result: unknown;
  try {
    const make = runInThisContext(`(function (runtime) { ${text}\n; return main; })`) as (r: unknown) => Main;
    result = await make(runtime)((value) => logged.push(value));
  } catch (problem) {
    result = `threw ${(problem as Error).message}`;
  }
  return JSON.stringify([result, logged], (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
}

function instrumented(program: string, seed: number): Instrumented {
  const source = parseSource('/program.js', program);
  const chosen = <T>(of: readonly T[]): readonly T[] => of.slice(seed % of.length, (seed % of.length) + 1);
  switch (Math.floor(seed / 64) % 5) {
    case 0:
      return probed('guarded', [...regionsOf(source), ...functionsOf(source)], true);
    case 1:
      return probed('unguarded', [...functionsOf(source), ...regionsOf(source)], false);
    case 2:
      return probed('lines', linesOf(source), true);
    case 3:
      return repeated(regionPlaces(source).filter(({ unrepeatable }) => unrepeatable === null));
    default:
      return skipped(
        chosen(
          [...functionPlaces(source), ...regionPlaces(source)].filter(
            ({ unskippable }) => unskippable === null,
          ),
        ),
      );
  }
}

/** What a probe needs of a place. Whether a place may be repeated or left out takes most of the time to find, and no probe asks. */
type Probed = Pick<RowPlace, 'kind' | 'start'>;

function regionsOf(source: ParsedSource): Probed[] {
  return findRegions(source).map(({ start }) => ({ kind: 'region', start }));
}

function functionsOf(source: ParsedSource): Probed[] {
  return findFunctions(source).map(({ node }) => ({ kind: 'function', start: node.start }));
}

function linesOf(source: ParsedSource): Probed[] {
  return findFunctions(source)
    .flatMap(({ node }) => findLines(source, node))
    .map(({ start }) => ({ kind: 'line', start }));
}

/** Places that run three times in each execution. */
function repeated(places: readonly RowPlace[]): Instrumented {
  return {
    kind: 'repeated',
    edits: places.map(({ start }, index): Edit => ({ index, kind: 'repeat', start })),
    runtime: places.map(() => ({ turns: new Int32Array([2]), kept: undefined })),
  };
}

/** A place that can be left out, and is not. */
function skipped(places: readonly RowPlace[]): Instrumented {
  return {
    kind: 'skipped',
    edits: places.map(
      ({ start, kind }, index): Edit => ({
        index,
        kind: 'skip',
        place: kind as 'region' | 'function',
        start,
      }),
    ),
    runtime: places.map(() => createSkipRuntime()),
  };
}

/** Places whose executions are followed, with a dose in each, and suspensions. */
function probed(kind: string, places: readonly Probed[], guarded: boolean): Instrumented {
  const tracer = createTracer();
  const probe = (place: number) => ({
    enter: () => tracer.enter(place),
    leave: (token: number) => tracer.leave(token),
    abandon: (token: number) => tracer.abandon(place, token),
    dose: () => undefined,
  });
  return {
    kind,
    edits: [
      ...places.flatMap(({ kind: of, start }, index): Edit[] => [
        { index, kind: of, start, guarded },
        { index, kind: 'dose', place: of, start },
      ]),
      { index: places.length, kind: 'suspensions' },
    ],
    runtime: [...places.map((_, index) => probe(index)), tracer.turns],
  };
}
