import { requireExpression, variantQuery } from './addresses.js';

const pattern = new RegExp(`([?&])${variantQuery}=([^&#]*)(&?)`);

/** The variant of a module URL; null without one. */
export function variantOf(url: string | undefined): string | null {
  const found = url?.startsWith('file:') ? pattern.exec(url)?.[2] : undefined;
  return found === undefined ? null : decodeURIComponent(found);
}

/** The URL of a module in a variant, with its own query; URLs of files that cannot have several instances stay as they are. */
export function inVariant(url: string, variant: string | null): string {
  if (variant === null || !url.startsWith('file:') || variantOf(url) !== null) return url;
  if (new URL(url).pathname.endsWith('.node')) return url;
  const [plain, ...fragment] = url.split('#');
  const query = `${plain?.includes('?') ? '&' : '?'}${variantQuery}=${encodeURIComponent(variant)}`;
  return [`${plain}${query}`, ...fragment].join('#');
}

/** The URL as the program knows it. */
export function withoutVariant(url: string): string {
  if (url.startsWith(nodeModulePrefix)) return 'node:module';
  if (!url.startsWith('file:')) return url;
  return url.replace(pattern, (_, before: string, _variant, after: string) => (after ? before : ''));
}

const nodeModulePrefix = 'data:text/javascript;hotpath,';

/** The URL of `node:module` for modules of a variant: all of it, with the variant's `createRequire`. */
export function nodeModuleUrl(variant: string): string {
  const text = [
    `const own = ${requireExpression}.nodeModule(${JSON.stringify(variant)});`,
    "export * from 'node:module';",
    'export default own;',
    'export const { createRequire } = own;',
  ].join(' ');
  return `${nodeModulePrefix}${encodeURIComponent(text)}`;
}
