import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type ImportRequest, withoutMark } from './import-marks.js';
import { preloadCompiler } from './lazy-compiler.js';
import { isOurs, type LoadedSource, loadUrl, noteOutside, openJob } from './load.js';
import { nodeModuleUrl } from './node-module-url.js';
import { canRequireModules } from './require-module.js';
import { inVariant, resolveAsTypeScript, variantOf } from './resolve.js';

/** Settings of the loader, in whatever thread it runs. */
export interface HookSettings {
  readonly jobFile: string;
  /** URL of hotpath itself, for specifications in folders without it. */
  readonly ownUrl: string;
}

export interface Resolved {
  readonly url: string;
  readonly format?: string | null | undefined;
  readonly shortCircuit?: boolean | undefined;
}

/** The loader's decisions, independent of whether Node calls its hooks in place (registerHooks) or in a thread (register). */
export interface HookLogic {
  /** A request without a mark of ours. */
  request(specifier: string, parentUrl: string | undefined): ImportRequest;
  /** A module that Node found, in its parent's variant. */
  found<T extends Resolved>(module: T, parentUrl: string | undefined): T;
  /** Finds a module that Node did not find. Throws Node's error where there is none. */
  missing(specifier: string, parentUrl: string | undefined, problem: unknown): Resolved;
  /** Compiled source; null where Node loads the module itself. */
  load(url: string): LoadedSource | null;
}

export function hookLogic(settings: HookSettings): HookLogic {
  const job = openJob(settings.jobFile);
  return {
    request: withoutMark,
    found(module, parentUrl) {
      const variant = variantOf(parentUrl);
      if (variant !== null && module.url === 'node:module')
        return { ...module, url: nodeModuleUrl(variant), format: 'module', shortCircuit: true };
      return { ...module, url: inVariant(module.url, variant) };
    },
    missing(specifier, parentUrl, problem) {
      const url = specifier === 'hotpath' ? settings.ownUrl : resolveAsTypeScript(specifier, parentUrl);
      if (!url) throw problem;
      return { url: inVariant(url, variantOf(parentUrl)), shortCircuit: true };
    },
    load(url) {
      if (isOurs(url)) return loadUrl(job, url);
      if (url.startsWith('file:')) noteOutside(job, fileURLToPath(url));
      return null;
    },
  };
}

let logic: HookLogic;

export const initialize: InitializeHook<HookSettings> = async (settings) => {
  if (!canRequireModules()) await preloadCompiler();
  logic = hookLogic(settings);
};

export const resolve: ResolveHook = async (requested, context, next) => {
  const { specifier, parentUrl } = logic.request(requested, context.parentURL);
  try {
    return logic.found(await next(specifier, context), parentUrl);
  } catch (problem) {
    return logic.missing(specifier, parentUrl, problem) as Awaited<ReturnType<ResolveHook>>;
  }
};

export const load: LoadHook = async (url, context, next) => logic.load(url) ?? next(url, context);
