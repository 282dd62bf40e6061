import { type LoadedModule, splitModule } from './loaded-module.js';

/* Hooks for Node's thread of loader hooks, into which `module.register` loads them. The build bundles this file. */

let folder = '';

export function initialize(data: { readonly folder: string }): void {
  folder = data.folder;
}

export async function load<Context>(
  url: string,
  context: Context,
  nextLoad: (url: string, context: Context) => Promise<LoadedModule>,
): Promise<LoadedModule> {
  const found = await nextLoad(url, context);
  const split = splitModule(folder, url, found);
  return split ? { ...found, source: split.text } : found;
}
