import { compile, type Edit } from '../../src/instrument/edits/compile.js';
import { functionPlaces, linePlaces, regionPlaces } from '../../src/instrument/places/find-places.js';
import {
  isFunction,
  type Node,
  type ParsedSource,
  parseSource,
  walk,
} from '../../src/instrument/syntax/parse.js';
import type { RowPlace } from '../../src/model/path/row.js';

/** What was tried on one file. */
export interface Checked {
  /** Places at which something was inserted, over all kinds of edits. */
  readonly places: number;
  /** Each fault in one line. */
  readonly faults: readonly string[];
}

/**
 * Instruments a file at every place with every kind of edit. The result must parse, and keep its lines, its directives and the names,
 * kinds and lengths of its functions.
 */
export function checkInstrumented(file: string, text: string): Checked {
  const source = parseSource(file, text);
  const whole = functionPlaces(source);
  // Types, enums and the like are gone or compiled in both.
  const before = shapeOf(parseSource(scriptName(file), compile(file, text, [], 'runtime')));
  const faults: string[] = [];
  let places = 0;
  for (const [kind, edits] of Object.entries(editsOf(source, whole))) {
    if (edits.length === 0) continue;
    places += edits.length;
    const fault = faultOf(file, text, edits, before);
    if (fault) faults.push(`${file} (${kind}): ${fault}`);
  }
  return { places, faults };
}

function editsOf(source: ParsedSource, functions: readonly RowPlace[]): Record<string, readonly Edit[]> {
  const probes = probesAt(functions);
  const lines = functions.flatMap((place) => linePlaces(source, place));
  const regions = regionPlaces(source);
  const starts = (kind: 'repeat' | 'skip', places: readonly RowPlace[]): Edit[] =>
    places.map(({ start, kind: place }, index) =>
      kind === 'repeat' || place === 'line'
        ? { index, kind: 'repeat', start }
        : { index, kind, place, start },
    );
  return {
    functions: withSuspensions(probes),
    doses: [
      ...probes,
      ...functions.map(({ start }, index): Edit => ({ index, kind: 'dose', place: 'function', start })),
    ],
    lines: withSuspensions(probesAt(lines)),
    regions: withSuspensions(probesAt(regions)),
    skippedFunctions: starts(
      'skip',
      functions.filter(({ unskippable }) => unskippable !== 'it is a generator'),
    ),
    skippedRegions: starts('skip', regions.filter(mayChange)),
    repeatedRegions: starts('repeat', regions.filter(mayChange)),
  };
}

function mayChange({ unskippable }: RowPlace): boolean {
  return unskippable === null;
}

function probesAt(places: readonly RowPlace[]): Edit[] {
  return places.map(({ kind, start }, index) => ({ index, kind, start, guarded: index % 2 === 0 }));
}

function withSuspensions(probes: readonly Edit[]): Edit[] {
  return probes.length === 0 ? [] : [...probes, { index: probes.length, kind: 'suspensions' }];
}

function faultOf(
  file: string,
  text: string,
  edits: readonly Edit[],
  before: readonly string[],
): string | null {
  try {
    const code = compile(file, text, edits, 'runtime');
    const [was, is] = [text.split('\n').length, code.split('\n').length];
    // Enums and the like cannot be blanked; the code then has a source map.
    if (was !== is && !code.includes('\n//# sourceMappingURL=data:')) return `${was} lines became ${is}`;
    const after = shapeOf(parseSource(scriptName(file), code));
    const at = before.findIndex((one, index) => one !== after[index]);
    if (at !== -1) return `${before[at]} became ${after[at]}`;
    return after.length === before.length ? null : `${after.length - before.length} functions more`;
  } catch (problem) {
    return (problem as Error).message;
  }
}

function scriptName(file: string): string {
  return file.replace(/\.([cm]?)tsx?$/, '.$1js');
}

/** Each function with its kind, name, number of parameters and directives. */
function shapeOf({ program }: ParsedSource): string[] {
  const shape: string[] = [];
  walk(program, (node) => {
    if (!isFunction(node) || !node.body) return undefined;
    const name = 'id' in node && node.id ? node.id.name : '';
    shape.push(`${node.type} ${name} of ${node.params.length} ${directivesOf(node.body as Node)}`);
    return undefined;
  });
  return shape;
}

function directivesOf(body: Node): string {
  const statements = body.type === 'BlockStatement' ? body.body : [];
  return statements
    .map((statement) => ('directive' in statement && statement.directive) || '')
    .filter((directive) => directive !== '')
    .join();
}
