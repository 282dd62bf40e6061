import { pathToFileURL } from 'node:url';
import { isPathRefusal } from '../../errors.js';
import type { Phase } from '../fork-message.js';
import { variantQuery } from '../loader/addresses.js';
import { nowRuns } from '../loader/made/running-variant.js';
import type { VariantJob } from '../variant-job.js';
import { describeProblem, type Problem } from './describe-problem.js';
import { type LoadedSpec, loadedSpec } from './loaded-spec.js';

/** A failure of the specification's code, with the phase in which it happened. */
export class PhaseError extends Error {
  readonly phase: Phase;
  /** What to do about it; null where only the phase says that. */
  readonly hint: string | null;

  constructor(phase: Phase, { message, hint }: Problem) {
    super(message);
    this.phase = phase;
    this.hint = hint;
  }
}

/** Calls the specification's code. Throws a PhaseError with this phase when that throws. */
export async function inPhase<T>(phase: Phase, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (problem) {
    if (problem instanceof PhaseError) throw problem;
    throw new PhaseError(isPathRefusal(problem) ? 'refused' : phase, await describeProblem(problem));
  }
}

const passed = new Set<string>();

/** As `inPhase`, for a phase of each copy of a path. Once it has passed for one, the PhaseError says so of further ones. */
export async function inCopyPhase<T>(
  phase: 'load' | 'setup',
  file: string,
  action: () => T | Promise<T>,
): Promise<T> {
  const key = `${phase} ${file}`;
  try {
    const result = await inPhase(phase, action);
    passed.add(key);
    return result;
  } catch (problem) {
    const isAgain = problem instanceof PhaseError && problem.phase !== 'refused' && passed.has(key);
    throw isAgain ? new PhaseError(`${phase} again`, problem) : problem;
  }
}

/** Loads a variant's own instance of the specification and checks its shape. */
export async function loadVariant(file: string, variant: VariantJob): Promise<LoadedSpec> {
  const url = pathToFileURL(file);
  url.searchParams.set(variantQuery, variant.id);
  nowRuns(variant.id);
  const module = await inCopyPhase('load', file, () => import(url.href) as Promise<{ default?: unknown }>);
  return loadedSpec(defaultExport(module.default), (what) => {
    throw new PhaseError('shape', { message: what, hint: null });
  });
}

/** The default export also of an ES module that was compiled to CommonJS. */
function defaultExport(value: unknown): unknown {
  const compiled = value as { readonly __esModule?: unknown; readonly default?: unknown } | null | undefined;
  return compiled?.__esModule ? compiled.default : value;
}
