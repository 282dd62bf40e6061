import { plainText } from '../../theme/plain-text.js';

/** The package that a file belongs to, the innermost where they nest; empty where it is in none. */
export function packageOf(file: string): string {
  const [, path] = /.*[\\/]node_modules[\\/](.*)$/s.exec(file) ?? [];
  if (path === undefined) return '';
  const [first = '', second = ''] = path.split(/[\\/]/);
  return plainText(first.startsWith('@') ? `${first}/${second}` : first);
}
