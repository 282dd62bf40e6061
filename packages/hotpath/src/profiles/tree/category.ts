import type { ProfiledFunction } from '../../model/profiles/profile.js';

/** The category of a function by the origin of its code. */
export type Category = 'row' | 'own' | 'package' | 'node' | 'collection' | 'v8';

/** The file of frames that represent rows of a ledger, in all formats. */
export const rowFile = 'hotpath:row';

export function categoryOf({ name, file }: ProfiledFunction): Category {
  if (file === rowFile) return 'row';
  if (file === '') return name === '(garbage collector)' ? 'collection' : 'v8';
  if (file.startsWith('node:') || file.startsWith('internal/')) return 'node';
  return /[\\/]node_modules[\\/]/.test(file) ? 'package' : 'own';
}
