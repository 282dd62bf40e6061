import { pathToFileURL } from 'node:url';
import { readImportFrom } from '../../model/path/import-from.js';
import { inVariant, variantOf } from './variant-url.js';

/*
 * Node does not say which instance of a CommonJS file calls `import()`. So the specifiers there are marked with the variant
 * while the code runs, and the hooks take the mark off.
 */
const scheme = 'hotpath-import:';

/** Stands for the variant in code that all variants share, as the text of a string. */
export const variantPlaceholder = '$hpVariant';

/** The specifier of an `import()`, marked with the variant that runs it; as it is in code that belongs to none. */
export function markedImport(variant: string, specifier: unknown): unknown {
  if (variant === variantPlaceholder) return specifier;
  try {
    return `${scheme}${encodeURIComponent(variant)}:${specifier}`;
  } catch {
    // Node rejects it as it is.
    return specifier;
  }
}

export interface ImportRequest {
  readonly specifier: string;
  readonly parentUrl: string | undefined;
}

/** A request as the program makes it, with the variant in its parent's URL. */
export function withoutMark(specifier: string, parentUrl: string | undefined): ImportRequest {
  const stated = readImportFrom(specifier);
  if (stated !== null) {
    const url = pathToFileURL(stated.file).href;
    return { specifier: stated.specifier, parentUrl: inVariant(url, variantOf(parentUrl)) };
  }
  if (!specifier.startsWith(scheme)) return { specifier, parentUrl: asUrl(parentUrl) };
  const end = specifier.indexOf(':', scheme.length);
  const variant = decodeURIComponent(specifier.slice(scheme.length, end));
  return {
    specifier: specifier.slice(end + 1),
    parentUrl: parentUrl && inVariant(parentUrl, variant),
  };
}

/** Node takes the parent from a stack to explain why an export is missing, and stacks have paths. */
function asUrl(parent: string | undefined): string | undefined {
  return parent?.startsWith('/') ? pathToFileURL(parent).href : parent;
}
