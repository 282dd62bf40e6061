import { createRequire } from 'node:module';
import type { Resolved } from './hooks.js';
import type { Attributes, JobMaker, RequireLoader } from './node-20-require.js';

/** The used parts of the loader, which are in no type definition. */
export interface Loader extends RequireLoader {
  defaultResolve(specifier: string, parentUrl: string | undefined, attributes: Attributes): Resolved;
  setCustomizations(hooks: Customizations | undefined): void;
  register(...parameters: unknown[]): unknown;
  forceLoadHooks(): void;
}

export interface LoadContext {
  readonly importAttributes?: Attributes;
}

export interface Customizations {
  readonly allowImportMetaResolve: boolean;
  resolve(specifier: string, parentUrl: string | undefined, attributes: Attributes): Resolved;
  resolveSync(specifier: string, parentUrl: string | undefined, attributes: Attributes): Resolved;
  load(url: string, context: LoadContext): Promise<object>;
  loadSync(url: string, context: LoadContext): object;
  importMetaInitialize(meta: object, context: object, loader: Loader): object;
  register(...parameters: unknown[]): unknown;
  forceLoadHooks(): void;
}

export interface Internals {
  readonly loader: Loader;
  readonly jobs: JobMaker;
  readonly load: Customizations['load'];
  readonly loadSync: Customizations['loadSync'];
  readonly importMetaInitialize: Customizations['importMetaInitialize'];
}

/** Parts of Node's loader; null where Node does not show them, or where a program has registered hooks. */
export function findInternals(): Internals | null {
  const require = createRequire(import.meta.url);
  try {
    const { defaultLoad, defaultLoadSync } = require('internal/modules/esm/load');
    const internals: Internals = {
      loader: require('internal/modules/esm/loader').getOrInitializeCascadedLoader(),
      jobs: {
        compileSourceTextModule: require('internal/modules/esm/utils').compileSourceTextModule,
        ModuleJobSync: require('internal/modules/esm/module_job').ModuleJobSync,
      },
      load: defaultLoad,
      loadSync: defaultLoadSync,
      importMetaInitialize: require('internal/modules/esm/initialize_import_meta').initializeImportMeta,
    };
    const { loader, jobs, ...functions } = internals;
    const { defaultResolve, setCustomizations, getModuleJobForRequire } = loader;
    const used = [
      ...[...Object.values(functions), ...Object.values(jobs)],
      ...[defaultResolve, setCustomizations, getModuleJobForRequire],
    ];
    if (used.some((value) => typeof value !== 'function')) return null;
    return hasHooks(loader, require('internal/modules/esm/hooks').HooksProxy.prototype) ? null : internals;
  } catch {
    // Started without the flag, such as by a program that starts processes with its own flags.
    return null;
  }
}

/** Whether a program has registered hooks before, such as by NODE_OPTIONS: ours would replace them. Only such a loader waits for its thread. */
function hasHooks(loader: Loader, proxy: { waitForWorker: () => void }): boolean {
  const { waitForWorker } = proxy;
  let waits = false;
  proxy.waitForWorker = () => {
    waits = true;
  };
  loader.forceLoadHooks();
  proxy.waitForWorker = waitForWorker;
  return waits;
}
