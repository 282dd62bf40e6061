import type { NamedOperation } from '../../model/path/operation.js';
import type { Replacement } from '../../model/path/replacement.js';
import { namedOperations } from './named-operations.js';
import { namedReplacements } from './named-replacements.js';

/** A specification as its file gives it; every variant has its own instance. */
export interface LoadedSpec {
  readonly name: string;
  readonly sources: readonly string[] | null;
  readonly functions: readonly string[];
  readonly repeatable: readonly string[];
  /** Its operations in addition to `run`, by the ids of `named`. */
  readonly operations: Readonly<Record<string, Run>>;
  readonly named: readonly NamedOperation[];
  readonly replacements: readonly Replacement[];
  readonly setup: () => unknown;
  readonly run: Run;
  readonly settle: Run | null;
  readonly teardown: Run;
}

type Run = (context: unknown) => unknown;

/** Checks a specification's default export. `wrong` throws with what is wrong about it. */
export function loadedSpec(value: unknown, wrong: (what: string) => never): LoadedSpec {
  const spec = members(value, wrong);
  if (typeof spec.name !== 'string' || spec.name.trim() === '') return wrong('has no `name`');
  return {
    name: spec.name,
    sources: texts(spec, 'sources', wrong),
    functions: texts(spec, 'functions', wrong) ?? [],
    repeatable: texts(spec, 'repeatable', wrong) ?? [],
    ...namedOperations(spec, wrong),
    replacements: namedReplacements(spec.replacements, wrong),
    setup: callable(spec, 'setup', wrong) ?? (() => undefined),
    run: callable(spec, 'run', wrong) ?? wrong('has no `run` function'),
    settle: callable(spec, 'settle', wrong),
    teardown: callable(spec, 'teardown', wrong) ?? (() => undefined),
  };
}

type Members = Readonly<Record<string, unknown>>;

function members(value: unknown, wrong: (what: string) => never): Members {
  if (value === undefined) return wrong('has no default export');
  if (typeof value !== 'object' || value === null)
    return wrong(
      `has a default export that is not an object, it is ${value === null ? 'null' : `a ${typeof value}`}`,
    );
  return value as Members;
}

function callable(
  spec: Members,
  key: string,
  wrong: (what: string) => never,
): ((context?: unknown) => unknown) | null {
  const value = spec[key];
  if (value === undefined) return null;
  return typeof value === 'function'
    ? (value as (context?: unknown) => unknown)
    : wrong(`has a \`${key}\` that is not a function`);
}

function texts(spec: Members, key: string, wrong: (what: string) => never): string[] | null {
  const list = spec[key];
  if (list === undefined) return null;
  const isRight = Array.isArray(list) && list.every((item) => typeof item === 'string' && item !== '');
  return isRight ? (list as string[]) : wrong(`has \`${key}\` that is not a list of strings`);
}
