import type { HookLogic, Resolved } from './hooks.js';
import { type Customizations, findInternals, type LoadContext, type Loader } from './node-20-internals.js';
import { type Attributes, installRequire } from './node-20-require.js';
import { withoutVariant } from './variant-url.js';

/*
 * Node 20 has no hooks that run in place: each import of each variant costs a request to a hooks thread. Its internal loader
 * accepts hooks that run in place (lib/internal/modules/esm/loader.js, `setCustomizations`): docs/adr/0019.
 */

/** Lets `require` load the internal loader of Node 20; other versions need no flag. */
export const loaderFlags: readonly string[] = process.versions.node.startsWith('20.')
  ? ['--expose-internals']
  : [];

/**
 * Registers hooks in the internal loader of Node 20; false where that is not available. `registerThread` is called when the
 * program registers its own hooks: these run in the thread, and ours must then run there before them.
 */
export function registerInLoader(logic: HookLogic, registerThread: () => void): boolean {
  const internals = findInternals();
  if (internals === null) return false;
  const { loader, jobs, load, loadSync, importMetaInitialize } = internals;
  const resolve = cachedResolve(loader, logic);
  const ours = (url: string, { importAttributes }: LoadContext): object | null => {
    const loaded = logic.load(url, importAttributes?.type);
    return loaded && { ...loaded, responseURL: url };
  };
  loader.setCustomizations({
    allowImportMetaResolve: true,
    resolve,
    resolveSync: resolve,
    load: async (url, context) => ours(url, context) ?? load(url, context),
    loadSync: (url, context) => ours(url, context) ?? loadSync(url, context),
    importMetaInitialize,
    register(...parameters) {
      loader.setCustomizations(undefined);
      registerThread();
      return loader.register(...parameters);
    },
    forceLoadHooks() {},
  });
  installRequire(loader, jobs, resolve, logic.load);
  return true;
}

/** A specifier in a file resolves to the same file in all variants, so Node resolves it once. */
function cachedResolve(loader: Loader, logic: HookLogic): Customizations['resolve'] {
  const known = new Map<string, Resolved>();
  return (requested, importer, attributes) => {
    const { specifier, parentUrl } = logic.request(requested, importer);
    const parent = parentUrl && withoutVariant(parentUrl);
    const key = JSON.stringify([specifier, parent]);
    const found = known.get(key) ?? find(loader, logic, specifier, parent, attributes);
    known.set(key, found);
    return logic.found(found, parentUrl);
  };
}

function find(
  loader: Loader,
  logic: HookLogic,
  specifier: string,
  parent: string | undefined,
  attributes: Attributes,
): Resolved {
  const preferred = logic.preferred(specifier, parent);
  if (preferred !== null) return preferred;
  try {
    return loader.defaultResolve(specifier, parent, attributes);
  } catch (problem) {
    return logic.missing(specifier, parent, problem);
  }
}
