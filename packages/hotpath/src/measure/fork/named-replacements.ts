import type { Replacement } from '../../model/path/replacement.js';

/** The replacement code that a specification proposes as `replacements`. `wrong` throws. */
export function namedReplacements(value: unknown, wrong: (what: string) => never): readonly Replacement[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong('has `replacements` that are not an object');
  return Object.entries(value).map(([name, one]) => {
    const { row, code } = (one ?? {}) as { readonly row?: unknown; readonly code?: unknown };
    if (typeof row !== 'string' || typeof code !== 'string')
      return wrong(`has a replacement \`${name}\` without the texts \`row\` and \`code\``);
    return { name, row, code };
  });
}
