import type { RoundRule } from '../../model/measurement/plan.js';

/**
 * Two control batches per round: all other variants are compared with the untouched path, and a control deserves more
 * observations (Dunnett, A multiple comparison procedure for comparing several treatments with a control, 1955).
 */
export const roundRule: RoundRule = { fewest: 10, calmBatches: 12, controlBatches: 2 };
