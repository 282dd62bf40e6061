import { heavy, light } from 'counted-work';
import type { Truth } from './truth.js';

/** Functions of a CommonJS package below node_modules, by name. */
export const truth: Truth = { whole: 2400, rows: { light: 600, heavy: 1800 } };

let x = 1;

function run(): void {
  x = light(x);
  x = heavy(x);
}

export default {
  name: 'foreign code',
  functions: ['counted-work/index.js#light', 'counted-work/index.js#heavy'],
  run,
};
