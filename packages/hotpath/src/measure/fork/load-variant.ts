import { pathToFileURL } from 'node:url';
import type { NamedOperation } from '../../model/path/operation.js';
import type { Replacement } from '../../model/path/replacement.js';
import type { Phase, VariantJob } from '../job.js';
import { variantQuery } from '../job.js';
import { namedOperations } from './named-operations.js';
import { namedReplacements } from './named-replacements.js';

/** The specification as its file gives it, one instance a variant. */
export interface LoadedSpec {
  readonly name: string;
  readonly sources: readonly string[] | null;
  readonly functions: readonly string[];
  readonly repeatable: readonly string[];
  /** What it names beside `run`, by the ids of `named`. */
  readonly operations: Readonly<Record<string, (context: unknown) => unknown>>;
  readonly named: readonly NamedOperation[];
  readonly replacements: readonly Replacement[];
  readonly setup: () => unknown;
  readonly run: (context: unknown) => unknown;
  readonly settle: ((context: unknown) => unknown) | null;
  readonly teardown: (context: unknown) => unknown;
}

/** A failure of the specification's code, with the phase in which it happened. */
export class PhaseError extends Error {
  readonly phase: Phase;

  constructor(phase: Phase, message: string) {
    super(message);
    this.phase = phase;
  }
}

/** Does something of the specification's, and says in which phase it failed if it does. */
export async function inPhase<T>(phase: Phase, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (problem) {
    throw problem instanceof PhaseError ? problem : new PhaseError(phase, describe(problem));
  }
}

/** One line: what was thrown, and the first place in it that is not Node's own. */
export function describe(problem: unknown): string {
  if (!(problem instanceof Error)) return `threw ${String(problem)}`;
  const stack = String(problem.stack ?? '');
  const first = `${problem.name}: ${problem.message}`.split('\n', 1)[0] ?? '';
  const inSyntax =
    problem instanceof SyntaxError ? /^(?:file:\/\/)?(\/[^\n]*:\d+)$/m.exec(stack)?.[1] : undefined;
  const place = inSyntax ?? /(?:\(|at )(?:file:\/\/)?(\/[^()\n]*?:\d+):\d+\)?$/m.exec(stack)?.[1];
  return place ? `${first} (${place.replace(/\?[^:]*/, '')})` : first;
}

/** Loads a variant's own instance of the specification and checks its shape. */
export async function loadVariant(file: string, variant: VariantJob): Promise<LoadedSpec> {
  const url = pathToFileURL(file);
  url.searchParams.set(variantQuery, variant.id);
  const module = await inPhase('load', () => import(url.href) as Promise<{ default?: unknown }>);
  return checkShape(module.default);
}

function checkShape(value: unknown): LoadedSpec {
  const wrong = (what: string): never => {
    throw new PhaseError('shape', what);
  };
  if (value === undefined) return wrong('has no default export');
  if (typeof value !== 'object' || value === null)
    return wrong(`has a default export that is no object but ${typeof value}`);
  const spec = value as Record<string, unknown>;
  const callable = (key: string): ((context?: unknown) => unknown) | null => {
    if (spec[key] === undefined) return null;
    return typeof spec[key] === 'function'
      ? (spec[key] as () => unknown)
      : wrong(`has a \`${key}\` that is no function`);
  };
  const texts = (key: string): string[] | null => {
    if (spec[key] === undefined) return null;
    const list = spec[key];
    const right = Array.isArray(list) && list.every((item) => typeof item === 'string' && item !== '');
    return right ? (list as string[]) : wrong(`has \`${key}\` that are no list of texts`);
  };
  if (typeof spec.name !== 'string' || spec.name.trim() === '') return wrong('has no `name`');
  return {
    name: spec.name,
    sources: texts('sources'),
    functions: texts('functions') ?? [],
    repeatable: texts('repeatable') ?? [],
    ...namedOperations(spec, wrong),
    replacements: namedReplacements(spec.replacements, wrong),
    setup: callable('setup') ?? (() => undefined),
    run: callable('run') ?? wrong('has no `run` function'),
    settle: callable('settle'),
    teardown: callable('teardown') ?? (() => undefined),
  };
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
