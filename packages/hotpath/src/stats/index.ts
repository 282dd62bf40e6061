export { seededRandom, shuffled } from './random.js';
export { type Interval, meanInterval } from './student-t.js';
export { mean, quantile } from './summary.js';
