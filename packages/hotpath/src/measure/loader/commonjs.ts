import { isBuiltin } from 'node:module';
import { installExtensions } from './extensions.js';
import { markedImport } from './import-marks.js';
import { type InstanceMaker, instanceOf, variantOfModule } from './instances.js';
import { installCaches } from './module-caches.js';
import { internals } from './module-internals.js';
import { nodeModuleIn } from './node-module.js';
import { ownMeta } from './own-meta.js';
import { installTypeScript } from './require-typescript.js';
import { standIn } from './stand-in-libraries.js';

const registry = Symbol.for('hotpath.require');

/** What code of variants finds by `requireExpression`. */
interface VariantRequire {
  /** Requires a CommonJS file as the variant's own instance, including what it requires in turn. */
  load(file: string, variant: string | null): unknown;
  readonly nodeModule: typeof nodeModuleIn;
  readonly markedImport: typeof markedImport;
  readonly ownMeta: typeof ownMeta;
}

/** Gives every variant its own instances of CommonJS modules, and lets `require` load TypeScript. */
export function installCommonJs(maker: InstanceMaker, compiled: (file: string) => string): void {
  const value: VariantRequire = {
    load: (file, variant) =>
      variant === null ? internals._load(file, undefined, false) : importedInstance(file, variant, maker),
    nodeModule: nodeModuleIn,
    markedImport,
    ownMeta,
  };
  Object.defineProperty(globalThis, registry, { value });
  installCaches();
  installLoad(maker);
  watchOutside(maker);
  installExtensions(compiled);
  installTypeScript();
}

function installLoad(maker: InstanceMaker): void {
  const load = internals._load;
  internals._load = function (request, parent, isMain) {
    const variant = variantOfModule(parent);
    if (variant === undefined) return load.call(this, request, parent, isMain);
    if (/^(node:)?module$/.test(request)) return nodeModuleIn(variant);
    if (isBuiltin(request)) return load.call(this, request, parent, isMain);
    if (maker.standsIn(request)) return standIn(request);
    const file = internals._resolveFilename(request, parent, isMain);
    if (isBuiltin(file) || file.endsWith('.node')) return load.call(this, request, parent, isMain);
    return instanceOf(file, variant, parent, maker).exports;
  };
}

function watchOutside({ outside }: InstanceMaker): void {
  const load = internals.prototype.load;
  internals.prototype.load = function (file) {
    if (variantOfModule(this) === undefined) outside(file);
    load.call(this, file);
  };
}

/** An instance that an ES module imports. Throws, as Node does, if it is still being loaded: it requires the importing module. */
function importedInstance(file: string, variant: string, maker: InstanceMaker): unknown {
  const { loaded, exports } = instanceOf(file, variant, undefined, maker);
  if (loaded) return exports;
  const problem = new Error(`Cannot import CommonJS Module ${file} in a cycle.`);
  throw Object.assign(problem, { code: 'ERR_REQUIRE_CYCLE_MODULE' });
}
