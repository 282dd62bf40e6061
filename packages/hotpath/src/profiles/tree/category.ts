import type { ProfiledFunction } from '../../model/profiles/profile.js';

/** Whose code a function is. */
export type Category = 'row' | 'own' | 'package' | 'node' | 'collection' | 'v8';

/** The file of a frame that stands for a row of a ledger, in every format. */
export const rowFile = 'hotpath:row';

export function categoryOf({ name, file }: ProfiledFunction): Category {
  if (file === rowFile) return 'row';
  if (file === '') return name === '(garbage collector)' ? 'collection' : 'v8';
  if (file.startsWith('node:') || file.startsWith('internal/')) return 'node';
  return /[\\/]node_modules[\\/]/.test(file) ? 'package' : 'own';
}
