import { requireExpression } from './addresses.js';

/** The URL of `node:module` for modules of a variant: all of it, with the variant's `createRequire`. */
export function nodeModuleUrl(variant: string): string {
  const text = [
    `const own = ${requireExpression}.nodeModule(${JSON.stringify(variant)});`,
    "export * from 'node:module';",
    'export default own;',
    'export const { createRequire } = own;',
  ].join(' ');
  return `data:text/javascript,${encodeURIComponent(text)}`;
}
