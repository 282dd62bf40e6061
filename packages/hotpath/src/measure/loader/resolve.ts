import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { moduleCandidates } from '../../source/module-candidates.js';
import { variantQuery } from './addresses.js';

/** The variant of a module URL; null without one. */
export function variantOf(url: string | undefined): string | null {
  return url?.startsWith('file:') && url.includes('?') ? new URL(url).searchParams.get(variantQuery) : null;
}

/** The URL of a module in a variant; URLs of files that cannot have several instances stay as they are. */
export function inVariant(url: string, variant: string | null): string {
  if (variant === null || !url.startsWith('file:') || /\.(node|json|wasm)$/.test(new URL(url).pathname))
    return url;
  if (variantOf(url) !== null) return url;
  const result = new URL(url);
  result.searchParams.set(variantQuery, variant);
  return result.href;
}

/**
 * Finds a module as TypeScript does where Node does not: `./x.js` for `./x.ts`, a specifier without extension, a folder with
 * an index. Null where there is none.
 */
export function resolveAsTypeScript(specifier: string, parentUrl: string | undefined): string | null {
  const relative = /^\.{0,2}\//.test(specifier);
  if (!relative && !specifier.startsWith('file:')) return null;
  const target = fileURLToPath(new URL(specifier, parentUrl));
  const found = moduleCandidates(target).find(isFile);
  return found ? pathToFileURL(found).href : null;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
