import Module, { createRequire } from 'node:module';
import { dirname, isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinVariant } from './instances.js';
import { cacheOf } from './module-caches.js';
import { internals } from './module-internals.js';

const views = new Map<string, typeof Module>();

/** `node:module` for code of a variant: what it requires by `createRequire` belongs to the variant too. */
export function nodeModuleIn(variant: string): typeof Module {
  const view = views.get(variant) ?? viewFor(variant);
  views.set(variant, view);
  return view;
}

function viewFor(variant: string): typeof Module {
  const own: Readonly<Record<PropertyKey, unknown>> = {
    createRequire: (from: string | URL) => createRequireIn(variant, from),
    _cache: cacheOf(variant),
  };
  const view: typeof Module = new Proxy(Module, {
    get(target, key) {
      if (key === 'Module') return view;
      return Object.hasOwn(own, key) ? own[key] : Reflect.get(target, key);
    },
  });
  return view;
}

function createRequireIn(variant: string, from: string | URL): NodeJS.Require {
  const shared = createRequire(from);
  const path = typeof from === 'string' && isAbsolute(from) ? from : fileURLToPath(from);
  // Node takes a path with a slash at its end for a folder.
  const file = path.endsWith('/') ? `${path}noop.js` : path;
  const parent = new internals(file, undefined);
  parent.filename = file;
  parent.paths = internals._nodeModulePaths(dirname(file));
  joinVariant(parent, variant);
  const own = (request: string): unknown => parent.require(request);
  return Object.assign(own, shared, { cache: cacheOf(variant) }) as NodeJS.Require;
}
