import type { Category } from '../../profiles/tree/category.js';

/** The meaning of each colour. */
export const categoryNames: Readonly<Record<Category, string>> = {
  row: 'row of the ledger',
  own: 'own code',
  package: 'packages',
  node: 'Node',
  v8: 'V8 and system',
  collection: 'garbage collection',
};

/** Hue in degrees and saturation in percent. Dark text is readable on the lighter shades of each, also when printed in grey. */
export const categoryColours: Readonly<Record<Category, readonly [hue: number, saturation: number]>> = {
  row: [268, 62],
  own: [24, 88],
  package: [48, 82],
  node: [128, 42],
  v8: [205, 16],
  collection: [350, 70],
};
