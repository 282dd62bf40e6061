import { internals, type ModuleCache } from './module-internals.js';

const caches = new Map<string, ModuleCache>();

/** A variant's CommonJS modules by file; its `require.cache`. */
export function cacheOf(variant: string): ModuleCache {
  const cache = caches.get(variant) ?? (Object.create(null) as ModuleCache);
  caches.set(variant, cache);
  return cache;
}

let sharedCache = internals._cache;
let nextCache: ModuleCache | null = null;

/** Lets Node give a module's `require` another cache: it reads `_cache` once, when it makes the function. */
export function installCaches(): void {
  Object.defineProperty(internals, '_cache', {
    get: () => {
      const cache = nextCache ?? sharedCache;
      nextCache = null;
      return cache;
    },
    set: (cache: ModuleCache) => {
      sharedCache = cache;
    },
  });
}

/** Compiles a module whose `require.cache` is to be this. */
export function withCache<T>(cache: ModuleCache, compile: () => T): T {
  nextCache = cache;
  try {
    return compile();
  } finally {
    nextCache = null;
  }
}
