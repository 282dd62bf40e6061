import { setFlagsFromString } from 'node:v8';

/** Lines of V8 with the tier between baseline and TurboFan; an unknown flag is only complained about. */
const hasMaglev = Number(process.versions.node.split('.')[0]) >= 22;

/**
 * Tells V8, for all code that it compiles from here on, to leave calls calls, and to know the line of every call: only then
 * does a sample say where it fell, and where its callers were.
 */
export function turnOffInlining(): void {
  setFlagsFromString('--no-turbo-inlining');
  if (hasMaglev) setFlagsFromString('--no-maglev-inlining');
  // Without it, what is compiled before the profiler starts has the line of what it calls.
  setFlagsFromString('--no-enable-lazy-source-positions');
}

/**
 * Tells V8 to optimise nothing from here on. What is optimised is not counted as called: coverage that is taken again and
 * again then lacks functions whose text has no branches.
 */
export function turnOffOptimising(): void {
  setFlagsFromString('--no-opt');
  if (hasMaglev) setFlagsFromString('--no-maglev');
}
