import { scriptExtensions } from '../../instrument/syntax/parse.js';
import type { CompiledSource } from './compile-cache.js';
import { variantPlaceholder } from './import-marks.js';
import { cacheOf, withCache } from './module-caches.js';
import { type CommonJsModule, internals } from './module-internals.js';
import { canRequireModules, requireModule } from './require-module.js';

/** How instances are made in this process. */
export interface InstanceMaker {
  compile(file: string, variant: string): CompiledSource;
  /** Is told the file of each module that belongs to no variant. */
  outside(file: string): void;
  /** Whether a library is stood in for. */
  standsIn(request: string): boolean;
  /** Whether ES modules that are required get instances for each variant. */
  readonly separatesRequired: boolean;
}

const variants = new WeakMap<CommonJsModule, string>();

/** The variant that a CommonJS module belongs to. */
export function variantOfModule(module: CommonJsModule | null | undefined): string | undefined {
  return module ? variants.get(module) : undefined;
}

/** Lets what a module requires belong to a variant. */
export function joinVariant(module: CommonJsModule, variant: string): void {
  variants.set(module, variant);
}

/** The variant's own instance of a module, loaded at its first use. */
export function instanceOf(
  file: string,
  variant: string,
  parent: CommonJsModule | undefined,
  maker: InstanceMaker,
): CommonJsModule {
  const cache = cacheOf(variant);
  const known = cache[file];
  if (known) return known;
  refuseShared(file, variant, maker);
  const module = new internals(file, parent);
  joinVariant(module, variant);
  cache[file] = module;
  compileAsInstance(module, variant, maker);
  try {
    module.load(file);
  } catch (problem) {
    delete cache[file];
    throw problem;
  }
  return module;
}

/** Lets a module be compiled with the edits of its variant. */
function compileAsInstance(module: CommonJsModule, variant: string, maker: InstanceMaker): void {
  const original = module._compile;
  module._compile = (_code, file, ...rest) => {
    const { code, format } = maker.compile(file, variant);
    if (format === 'module' && canRequireModules()) {
      module.exports = requireModule(file, variant, module);
      return undefined;
    }
    const own = code.replaceAll(variantPlaceholder, () => variant);
    return withCache(cacheOf(variant), () => original.call(module, own, file, ...rest));
  };
}

/** Throws for a required ES module where Node would give all variants one instance of it. */
function refuseShared(file: string, variant: string, { compile, separatesRequired }: InstanceMaker): void {
  if (separatesRequired || !canRequireModules() || !scriptExtensions.test(file)) return;
  if (compile(file, variant).format === 'module')
    throw withoutStack(
      `${file} is an ES module that is required, and Node ${process.version} has one instance of it for all copies of the path; Node 22.15 has one for each`,
    );
}

/** An error whose place is in its message. */
function withoutStack(message: string): Error {
  const problem = new Error(message);
  problem.stack = String(problem);
  return problem;
}
