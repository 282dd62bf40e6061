import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTypeScript } from '../../instrument/syntax/parse.js';

export type ModuleFormat = 'module' | 'commonjs';

/**
 * The format of a script by its extension, then its package's `type`, then its syntax.
 * TypeScript with `import` or `export` is a module whatever its package says, as for the TypeScript compiler.
 */
export function moduleFormat(file: string, hasModuleSyntax: () => boolean): ModuleFormat {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  const type = packageType(dirname(file));
  if (type === 'module' || (type === 'commonjs' && !isTypeScript(file))) return type;
  return hasModuleSyntax() ? 'module' : 'commonjs';
}

const packageTypes = new Map<string, ModuleFormat | null>();

/** The `type` field of the nearest package.json; null without one. */
function packageType(folder: string): ModuleFormat | null {
  const known = packageTypes.get(folder);
  if (known !== undefined) return known;
  const own = readType(join(folder, 'package.json'));
  const above = dirname(folder);
  const type = own.found || above === folder ? own.type : packageType(above);
  packageTypes.set(folder, type);
  return type;
}

function readType(file: string): { found: boolean; type: ModuleFormat | null } {
  try {
    const { type } = JSON.parse(readFileSync(file, 'utf8')) as { type?: unknown };
    return { found: true, type: type === 'module' || type === 'commonjs' ? type : null };
  } catch {
    return { found: false, type: null };
  }
}
