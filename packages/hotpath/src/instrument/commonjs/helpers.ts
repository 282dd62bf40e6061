/*
 * What compiled modules call. The functions are at the end of a module's text, where they are hoisted. They do what those of
 * the TypeScript compiler do with `esModuleInterop`, which it has where .cts files are.
 */

/** A module whose exports were no ES module's is its own default export. */
const defaultOf = 'function $hpDefaultOf(m) { return m && m.__esModule ? m : { default: m }; }';

/** The namespace of a required module: its exports, and itself as the default export. */
const spaceOf =
  'function $hpSpaceOf(m) { if (m && m.__esModule) return m; const space = Object.create(null, { default: { value: m, enumerable: true } }); if (m != null) for (const key of Object.getOwnPropertyNames(m)) if (key !== "default") Object.defineProperty(space, key, { enumerable: true, get: () => m[key] }); return space; }';

/** Adds exports, by functions that read them. An export of the module itself hides those of `export *`. */
const add =
  'function $hpExport(getters) { Object.defineProperty(exports, "__esModule", { value: true, configurable: true }); for (const key of Object.keys(getters)) Object.defineProperty(exports, key, { enumerable: true, configurable: true, get: getters[key] }); }';

const addAll =
  'function $hpExportAll(m) { for (const key of Object.getOwnPropertyNames(m)) if (key !== "default" && key !== "__esModule" && !Object.hasOwn(exports, key)) Object.defineProperty(exports, key, { enumerable: true, get: () => m[key] }); }';

const helpers = { $hpDefaultOf: defaultOf, $hpSpaceOf: spaceOf, $hpExport: add, $hpExportAll: addAll };

/** The helpers that some code calls, in one line. */
export function helpersFor(code: string): string {
  return Object.entries(helpers)
    .filter(([name]) => code.includes(`${name}(`))
    .map(([, text]) => text)
    .join(' ');
}
