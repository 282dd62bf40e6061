import { type FunctionOfFrame, pathCalls, pathProfile } from '../estimate/samples/path-profile.js';
import { pathStacks } from '../estimate/samples/path-stacks.js';
import type { OutlinedFunction } from '../model/path/script-outline.js';
import type { LineProfile } from '../model/profiles/line-profile.js';
import type { Profile, ProfiledFunction } from '../model/profiles/profile.js';
import type { Frame } from '../model/profiles/stack-sample.js';
import { functionAt } from '../profiles/lines/function-at.js';
import { lineProfile } from '../profiles/lines/line-profile.js';
import { type ScriptText, scriptReader } from '../source/read-script.js';
import { blockCounter } from '../v8/block-counts.js';
import { type CallCounter, type Coverage, callCounter } from '../v8/read-coverage.js';
import type { SampledPath } from './sample-path.js';
import type { Session } from './session.js';

/** The call tree of a path's functions and rows for a flame graph; ns per operation. */
export function flameOfPath({ plan, sampled }: SampledPath): Profile {
  return pathProfile(plan, sampled, functionsByText(scriptReader()));
}

/** The functions that a path called, in ns per operation, and a counter of their calls per operation. */
export async function functionsOfPath(
  { plan, sampled, batchOperations }: SampledPath,
  { measurer }: Session,
): Promise<{ readonly profile: Profile; readonly calls: CallCounter }> {
  const read = scriptReader();
  const profile = pathCalls(plan, sampled, functionsByText(read));
  const { operations, coverages } = await measurer.countCalls(plan, batchOperations);
  const counter = callCounter(coverages, (url) => read(url)?.text ?? null);
  return { profile, calls: (called) => perOperation(counter(called), operations) };
}

/** A path's lines: ns and hits per operation. */
export async function linesOfPath(
  { plan, sampled, batchOperations }: SampledPath,
  { measurer }: Session,
): Promise<LineProfile> {
  const { operations, coverages } = await measurer.countCalls(plan, batchOperations);
  const stacks = pathStacks(plan, sampled);
  const samples = stacks.reduce((sum, { count }) => sum + count, 0);
  return lineProfile(stacks, samples, scriptsWithHits(scriptReader(), coverages, operations));
}

/** Reads scripts with the hits of their statements per operation; `coverages` are of `operations`. */
export function scriptsWithHits(
  read: (file: string) => ScriptText | null,
  coverages: readonly Coverage[] | null,
  operations: number,
): Parameters<typeof lineProfile>[2] {
  const counter = coverages && blockCounter(coverages);
  return (file) => {
    const script = read(file);
    if (!script) return null;
    const { outline, original } = script;
    const counts =
      counter?.(
        file,
        outline.statements.map(({ start }) => start),
      ) ?? null;
    return { outline, original, hits: counts?.map((count) => count / operations) ?? null };
  };
}

/** Finds the definition of a sampled function; a frame that is in no script keeps the profiler's names. */
function functionsByText(read: (file: string) => ScriptText | null): FunctionOfFrame {
  return ({ name, file, line }: Frame): ProfiledFunction => {
    const outline = read(file)?.outline;
    if (!outline) return { name, file, line: 0, column: 0 };
    const found = outline.functions[functionAt(outline, name, line)] as OutlinedFunction;
    return { name, file, line: found.line, column: found.column };
  };
}

function perOperation(count: number | null, operations: number): number | null {
  return count === null ? null : count / operations;
}
