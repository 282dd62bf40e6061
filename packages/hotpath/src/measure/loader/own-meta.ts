import { withoutVariant } from './variant-url.js';

type Meta = Pick<ImportMeta, 'url' | 'resolve'>;

/** Takes the variant out of what a module's `import.meta` says. What is imported by such URLs belongs to the variant all the same. */
export function ownMeta(meta: Meta): Meta {
  const { url, resolve } = meta;
  meta.url = withoutVariant(url);
  // Node may be started without it.
  if (resolve) meta.resolve = (...request) => withoutVariant(resolve(...request));
  return meta;
}
