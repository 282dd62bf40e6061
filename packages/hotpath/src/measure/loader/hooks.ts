import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { isOurs, type LoadedSource, loadUrl, readJob } from './load.js';
import { inVariant, resolveAsTypeScript, variantOf } from './resolve.js';

/** Settings of the loader, in whatever thread it runs. */
export interface HookSettings {
  readonly jobFile: string;
  /** URL of hotpath itself, for specifications in folders without it. */
  readonly ownUrl: string;
}

interface Resolved {
  readonly url: string;
  readonly shortCircuit: true;
}

/** The loader's decisions, independent of whether Node calls its hooks in place (registerHooks) or in a thread (register). */
export interface HookLogic {
  /** The URL of a found module in its parent's variant. */
  found(url: string, parentUrl: string | undefined): string;
  /** Finds a module that Node did not find. Throws Node's error where there is none. */
  missing(specifier: string, parentUrl: string | undefined, problem: unknown): Resolved;
  /** Compiled source; null where Node loads the module itself. */
  load(url: string): LoadedSource | null;
}

export function hookLogic(settings: HookSettings): HookLogic {
  const job = readJob(settings.jobFile);
  return {
    found: (url, parentUrl) => inVariant(url, variantOf(parentUrl)),
    missing(specifier, parentUrl, problem) {
      const url = specifier === 'hotpath' ? settings.ownUrl : resolveAsTypeScript(specifier, parentUrl);
      if (!url) throw problem;
      return { url: inVariant(url, variantOf(parentUrl)), shortCircuit: true };
    },
    load: (url) => (isOurs(url) ? loadUrl(job, url) : null),
  };
}

let logic: HookLogic;

export const initialize: InitializeHook<HookSettings> = (settings) => {
  logic = hookLogic(settings);
};

export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    const found = await next(specifier, context);
    return { ...found, url: logic.found(found.url, context.parentURL) };
  } catch (problem) {
    return logic.missing(specifier, context.parentURL, problem);
  }
};

export const load: LoadHook = async (url, context, next) => logic.load(url) ?? next(url, context);
