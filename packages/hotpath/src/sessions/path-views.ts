import { type FunctionOfFrame, pathCalls, pathProfile } from '../estimate/samples/path-profile.js';
import type { OutlinedFunction } from '../model/path/script-outline.js';
import type { Profile, ProfiledFunction } from '../model/profiles/profile.js';
import type { Frame } from '../model/profiles/stack-sample.js';
import { scriptFile } from '../model/text/script-file.js';
import { functionAt } from '../profiles/lines/function-at.js';
import { openScripts, type ScriptReader } from '../source/scripts.js';

import { type CallCounter, callCounter } from '../v8/read-coverage.js';
import type { SampledPath } from './sample-path.js';
import type { Session } from './session.js';

/** The call tree of a path's functions and rows for a flame graph; ns per operation. */
export function flameOfPath({ plan, sampled }: SampledPath): Profile {
  return pathProfile(plan, sampled, functionsByText(openScripts().read));
}

/** The functions that a path called, in ns per operation, and a counter of their calls per operation. */
export async function functionsOfPath(
  { plan, sampled, batchOperations }: SampledPath,
  { measurer }: Session,
): Promise<{ readonly profile: Profile; readonly calls: CallCounter }> {
  const { read } = openScripts();
  const profile = pathCalls(plan, sampled, functionsByText(read));
  const { operations, counted } = await measurer.countCalls(plan, batchOperations);
  const counter = callCounter(
    counted.map(({ coverage }) => coverage),
    (url) => read(scriptFile(url))?.text ?? null,
  );
  return { profile, calls: (called) => perOperation(counter(called), operations) };
}

/** Finds the definition of a sampled function; a frame that is in no script keeps the profiler's names. */
function functionsByText(read: ScriptReader): FunctionOfFrame {
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
