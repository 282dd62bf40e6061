import { parseSync } from 'oxc-parser';
import { requireExpression } from './addresses.js';
import { variantPlaceholder } from './import-marks.js';

/** CommonJS code whose `import()` calls say in which variant they are. Lines stay in place. */
export function markImports(file: string, code: string): string {
  if (!/\bimport\b/.test(code)) return code;
  const { module, errors } = parseSync(file, code, { lang: 'js', sourceType: 'commonjs' });
  if (errors.length > 0) return code;
  const mark = `${requireExpression}.markedImport("${variantPlaceholder}", `;
  return module.dynamicImports
    .map(({ moduleRequest }) => moduleRequest)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end }) => `${text.slice(0, start)}${mark}${text.slice(start, end)})${text.slice(end)}`,
      code,
    );
}
