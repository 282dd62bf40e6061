import { parseSync } from 'oxc-parser';
import { requireExpression } from './addresses.js';
import { variantPlaceholder } from './import-marks.js';
import type { ModuleFormat } from './module-format.js';

/*
 * Some syntax tells code which variant it is in, or does not tell the loader. It is replaced by calls of the same length, and
 * their functions are at the end, where they are hoisted: hits are counted at the offsets of the file's own text.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Compiled code in which `import.meta` has no variant, or, in CommonJS, `import()` has one. */
export function withStandIns(file: string, code: string, format: ModuleFormat): string {
  if (!/\bimport\b/.test(code)) return code;
  return format === 'module' ? metaReplaced(file, code) : importsReplaced(file, code);
}

function metaReplaced(file: string, code: string): string {
  if (!/\bmeta\b/.test(code)) return code;
  const { module } = parseSync(file, code, { lang: 'js', sourceType: 'module' });
  const definition = `var $hpOwn; function $hpMeta() { return $hpOwn ??= ${requireExpression}.ownMeta(import.meta); }`;
  return replaced(code, module.importMetas, '$hpMeta()', definition);
}

function importsReplaced(file: string, code: string): string {
  if (!/\bimport\s*[(/]/.test(code)) return code;
  const { module } = parseSync(file, code, { lang: 'js', sourceType: 'commonjs' });
  const words = module.dynamicImports.map(({ start }) => ({ start, end: start + 'import'.length }));
  const plain = words.filter(({ end }) => /^\s*[(/]/.test(code.slice(end)));
  const definition = `function $hpImp(from, options) { return import(${requireExpression}.markedImport("${variantPlaceholder}", from), options); }`;
  return replaced(code, plain, '$hpImp', definition);
}

function replaced(code: string, spans: readonly Span[], call: string, definition: string): string {
  if (spans.length === 0) return code;
  let text = code;
  for (const { start, end } of spans) {
    const written = text.slice(start, end);
    const lineBreaks = written.replace(/[^\n]/g, '');
    text = text.slice(0, start) + (call + lineBreaks).padEnd(written.length) + text.slice(end);
  }
  return `${text}\n${definition}`;
}
