import { pathToFileURL } from 'node:url';
import { type CommonJsModule, internals } from './module-internals.js';
import { inVariant } from './variant-url.js';

/** Whether this Node can `require` an ES module at all. */
export function canRequireModules(): boolean {
  return (process.features as { require_module?: boolean }).require_module === true;
}

/**
 * What `require` gives for an ES module, from the variant's own instance. Node requires an ES module under the URL of its
 * file, without a query. So a module is required that imports the instance and that no other module imports.
 * Throws Node's errors: a cycle, `await` at the top level, and what the module itself throws.
 */
export function requireModule(file: string, variant: string, parent: CommonJsModule): unknown {
  const url = JSON.stringify(inVariant(pathToFileURL(file).href, variant));
  const importer = `${file}?${variant}`;
  const namespace = required(
    `import * as instance from ${url}; export { instance as 'module.exports' };`,
    importer,
    parent,
  ) as object;
  if (Object.hasOwn(namespace, 'module.exports'))
    return (namespace as Record<string, unknown>)['module.exports'];
  if (!Object.hasOwn(namespace, 'default') || Object.hasOwn(namespace, '__esModule')) return namespace;
  // As Node does it, so that compiled modules find the default export.
  return required(
    `export * from ${url}; export { default } from ${url}; export const __esModule = true;`,
    `${importer}&default`,
    parent,
  );
}

/** Runs the text of an ES module as if it were required from a file of that name. */
function required(text: string, name: string, parent: CommonJsModule): unknown {
  const module = new internals(name, parent);
  module.filename = name;
  module._compile(text, name, 'module');
  return module.exports;
}
