import { setFlagsFromString } from 'node:v8';

/** Versions of V8 that have Maglev between baseline and TurboFan; an unknown flag would only print a warning. */
const hasMaglev = Number(process.versions.node.split('.')[0]) >= 22;

/**
 * Turns inlining off for all code that is compiled from now on, and records the line of every call: only then does a sample
 * show its own line and those of its callers. Gives the flags.
 */
export function turnOffInlining(): readonly string[] {
  return setFlags([
    '--no-turbo-inlining',
    ...(hasMaglev ? ['--no-maglev-inlining'] : []),
    // Otherwise code that is compiled before the profiler starts has the line of what it calls.
    '--no-enable-lazy-source-positions',
  ]);
}

/**
 * Turns the optimising compilers off from now on. Optimised code is not counted: repeated coverage would lack calls of
 * functions without branches. Gives the flags.
 */
export function turnOffOptimising(): readonly string[] {
  return setFlags(['--no-opt', ...(hasMaglev ? ['--no-maglev'] : [])]);
}

/** Keeps the code of functions that have not run for long: with it, V8 forgets the counts of their blocks. */
export function keepCounts(): readonly string[] {
  return setFlags(['--no-flush-bytecode']);
}

function setFlags(flags: readonly string[]): readonly string[] {
  for (const flag of flags) setFlagsFromString(flag);
  return flags;
}
