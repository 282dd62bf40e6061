import { readFileSync } from 'node:fs';
import Module, { isBuiltin } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { isTypeScript } from '../../instrument/syntax/parse.js';
import { moduleCandidates } from '../../source/module-candidates.js';
import type { CompiledSource } from './compile-cache.js';

/** Parts of Node's CommonJS loader that are stable in practice but in no type definition. */
interface ModuleInternals {
  _load(request: string, parent: CommonJsModule | undefined, isMain: boolean): unknown;
  _resolveFilename(
    request: string,
    parent: CommonJsModule | undefined,
    isMain: boolean,
    options?: object,
  ): string;
  _extensions: Record<string, (module: CommonJsModule, file: string) => void>;
  new (file: string, parent: CommonJsModule | undefined): CommonJsModule;
}

interface CommonJsModule {
  filename: string;
  exports: unknown;
  load(file: string): void;
  _compile(code: string, file: string, ...rest: unknown[]): unknown;
}

const internals = Module as unknown as ModuleInternals;
const variants = new WeakMap<CommonJsModule, string>();
const instances = new Map<string, Map<string, CommonJsModule>>();
let compiled: (file: string, variant: string | null) => CompiledSource;

const registry = Symbol.for('hotpath.require');

/** The expression by which a module's text finds `requireInVariant`: the loader may run in another thread. */
export const requireExpression = 'globalThis[Symbol.for("hotpath.require")]';

/** Requires a CommonJS file as the variant's own instance, including what it requires in turn. */
function requireInVariant(file: string, variant: string | null): unknown {
  return variant === null ? internals._load(file, undefined, false) : loadInstance(file, variant, undefined);
}

/** Gives every variant its own instances of CommonJS modules, and lets `require` load TypeScript. */
export function installCommonJs(compile: (file: string, variant: string | null) => CompiledSource): void {
  compiled = compile;
  Object.defineProperty(globalThis, registry, { value: requireInVariant });
  const load = internals._load;
  internals._load = function (request, parent, isMain) {
    const variant = parent && variants.get(parent);
    if (!variant || isBuiltin(request)) return load.call(this, request, parent, isMain);
    const file = internals._resolveFilename(request, parent, isMain);
    if (isBuiltin(file) || file.endsWith('.node')) return load.call(this, request, parent, isMain);
    return loadInstance(file, variant, parent);
  };
  for (const extension of ['.ts', '.cts', '.tsx']) {
    internals._extensions[extension] = (module, file) => {
      module._compile(variants.has(module) ? readFileSync(file, 'utf8') : compiled(file, null).code, file);
    };
  }
  resolveTypeScript();
}

function loadInstance(file: string, variant: string, parent: CommonJsModule | undefined): unknown {
  const own = instances.get(variant) ?? new Map<string, CommonJsModule>();
  instances.set(variant, own);
  const known = own.get(file);
  if (known) return known.exports;
  const module = new internals(file, parent);
  variants.set(module, variant);
  own.set(file, module);
  const original = module._compile;
  module._compile = (_code, name, ...rest) =>
    original.call(module, compiled(name, variant).code, name, ...rest);
  try {
    module.load(file);
  } catch (problem) {
    own.delete(file);
    throw problem;
  }
  return module.exports;
}

function resolveTypeScript(): void {
  const resolve = internals._resolveFilename;
  internals._resolveFilename = function (request, parent, isMain, options) {
    try {
      return resolve.call(this, request, parent, isMain, options);
    } catch (problem) {
      const found = parent && typeScriptFile(request, parent.filename);
      if (found) return found;
      throw problem;
    }
  };
}

function typeScriptFile(request: string, parent: string): string | null {
  if (!/^\.{0,2}\//.test(request)) return null;
  const target = isAbsolute(request) ? request : join(dirname(parent), request);
  const found = moduleCandidates(target).filter(isTypeScript);
  for (const file of found) {
    try {
      readFileSync(file);
      return file;
    } catch {
      // The next candidate may exist.
    }
  }
  return null;
}
