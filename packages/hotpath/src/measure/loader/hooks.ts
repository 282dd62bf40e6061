import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ImportRequest, withoutMark } from './import-marks.js';
import { preloadCompiler } from './lazy-compiler.js';
import { isOurs, type LoadedSource, loadJson, loadUrl, noteOutside, openJob } from './load.js';
import { canRequireModules } from './require-module.js';
import { resolveAsTypeScript, resolveByTsconfig } from './resolve.js';
import { isStoodIn, standInUrl, stoodInBy } from './stand-in-libraries.js';
import { inVariant, nodeModuleUrl, variantOf } from './variant-url.js';

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
  /** A module that is found before Node looks for it; null where Node decides. */
  preferred(specifier: string, parentUrl: string | undefined): Resolved | null;
  /** A module that Node found, in its parent's variant. */
  found<T extends Resolved>(module: T, parentUrl: string | undefined): T;
  /** Finds a module that Node did not find. Throws Node's error where there is none. */
  missing(specifier: string, parentUrl: string | undefined, problem: unknown): Resolved;
  /** Compiled source; null where Node loads the module itself. `type` is the attribute of the import. */
  load(url: string, type: string | undefined): LoadedSource | null;
}

export function hookLogic(settings: HookSettings): HookLogic {
  const job = openJob(settings.jobFile);
  return {
    request: withoutMark,
    found(module, parentUrl) {
      const variant = variantOf(parentUrl);
      const library = stoodInBy(module.url);
      if (library !== null) return { ...module, url: standInUrl(library, variant) };
      if (variant !== null && module.url === 'node:module')
        return { ...module, url: nodeModuleUrl(variant), format: 'module', shortCircuit: true };
      return { ...module, url: inVariant(module.url, variant) };
    },
    preferred(specifier, parentUrl) {
      if (!isStoodIn(specifier, job.job.spec)) return byTsconfig(specifier, parentUrl, false);
      return { url: standInUrl(specifier, variantOf(parentUrl)), format: 'module', shortCircuit: true };
    },
    missing(specifier, parentUrl, problem) {
      if (specifier === 'hotpath') return inVariantOf(parentUrl, settings.ownUrl);
      const url = resolveAsTypeScript(specifier, parentUrl, problem);
      const found = url === null ? byTsconfig(specifier, parentUrl, true) : inVariantOf(parentUrl, url);
      if (found === null) throw problem;
      return found;
    },
    load(url, type) {
      if (isOurs(url)) return loadUrl(job, url);
      if (url.startsWith('file:')) noteOutside(job, fileURLToPath(url));
      return loadJson(url, type);
    },
  };
}

function byTsconfig(specifier: string, parentUrl: string | undefined, isMissing: boolean): Resolved | null {
  if (!parentUrl?.startsWith('file:')) return null;
  const file = resolveByTsconfig(specifier, fileURLToPath(parentUrl), isMissing);
  return file === null ? null : inVariantOf(parentUrl, pathToFileURL(file).href);
}

function inVariantOf(parentUrl: string | undefined, url: string): Resolved {
  return { url: inVariant(url, variantOf(parentUrl)), shortCircuit: true };
}

let logic: HookLogic;

export const initialize: InitializeHook<HookSettings> = async (settings) => {
  if (!canRequireModules()) await preloadCompiler();
  logic = hookLogic(settings);
};

type Answer = Awaited<ReturnType<ResolveHook>>;

export const resolve: ResolveHook = async (requested, context, next) => {
  const { specifier, parentUrl } = logic.request(requested, context.parentURL);
  const preferred = logic.preferred(specifier, parentUrl);
  if (preferred !== null) return preferred as Answer;
  try {
    return logic.found(await next(specifier, { ...context, parentURL: parentUrl }), parentUrl);
  } catch (problem) {
    return logic.missing(specifier, parentUrl, problem) as Answer;
  }
};

export const load: LoadHook = async (url, context, next) =>
  logic.load(url, context.importAttributes.type) ?? next(url, context);
