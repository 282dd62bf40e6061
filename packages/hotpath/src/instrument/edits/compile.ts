import type MagicString from 'magic-string';
import { createInsertions } from '../syntax/insertions.js';
import { createExits } from '../syntax/jumps.js';
import { type FunctionNode, isTypeScript, type ParsedSource, parseSource } from '../syntax/parse.js';
import { stripTypes } from '../syntax/strip-types.js';
import { type DosePoint, insertDoses } from './insert-doses.js';
import { insertProbes } from './insert-probes.js';
import { insertRepeats } from './insert-repeats.js';
import { insertSkips } from './insert-skips.js';
import { insertSuspensions, type Suspensions } from './insert-suspensions.js';
import type { Probe } from './probe-code.js';
import type { Repeat } from './repeat-code.js';
import { type Replacement, replaceRegions } from './replace-regions.js';
import type { Skip } from './skip-code.js';

/** An edit of a file. A file has either repeats, or skips, or replacements, or any of the others. */
export type Edit = Probe | Repeat | Skip | Replacement | DosePoint | Suspensions;

/**
 * The text of a file to load: edited, and without types. Lines stay in place. `runtime` is an expression for the array
 * that holds the runtime object of each edit, at the index of the edit.
 */
export function compile(file: string, text: string, edits: readonly Edit[], runtime: string): string {
  const edited = edit(parseSource(file, text), edits, runtime);
  if (!isTypeScript(file)) return edited.toString();
  const { code, map } = stripTypes(file, edited);
  if (!map) return code;
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
}

function edit(source: ParsedSource, edits: readonly Edit[], runtime: string): MagicString {
  const repeats = edits.filter((each) => each.kind === 'repeat');
  if (repeats.length > 0) return insertRepeats(source, repeats, runtime);
  const skips = edits.filter((each) => each.kind === 'skip');
  if (skips.length > 0) return insertSkips(source, skips, runtime);
  const replacements = edits.filter((each) => each.kind === 'replace');
  if (replacements.length > 0) return replaceRegions(source, replacements);
  return insertTogether(source, edits, runtime);
}

/** Doses, probes and suspensions, from inside out. */
function insertTogether(source: ParsedSource, edits: readonly Edit[], runtime: string): MagicString {
  const insertions = createInsertions(source);
  const exits = createExits(insertions);
  const probes = edits.filter(isProbe);
  const suspensions = edits.find((each) => each.kind === 'suspensions');
  const doses = edits.filter((each) => each.kind === 'dose');
  insertDoses(insertions, doses, runtime);
  insertProbes(insertions, probes, runtime, { exits, reportsSuspensions: suspensions !== undefined });
  const whole = probes.filter((probe) => probe.kind === 'function').map((probe) => probe.start);
  const isBracketed = (owner: FunctionNode): boolean => whole.includes(owner.start);
  if (suspensions) insertSuspensions(insertions, suspensions, runtime, { exits, isBracketed });
  exits.close();
  return insertions.write();
}

function isProbe(edit: Edit): edit is Probe {
  return edit.kind === 'region' || edit.kind === 'function' || edit.kind === 'line';
}
