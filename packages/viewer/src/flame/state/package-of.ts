import { plainText } from '../../theme/plain-text.js';

/** The package of a file, the innermost one if they are nested; empty for files outside node_modules. */
export function packageOf(file: string): string {
  const [, path] = /.*[\\/]node_modules[\\/](.*)$/s.exec(file) ?? [];
  if (path === undefined) return '';
  const [first = '', second = ''] = path.split(/[\\/]/);
  return plainText(first.startsWith('@') ? `${first}/${second}` : first);
}
