import type { Rule } from './diagnose.js';
import { percent } from './words.js';

const limit = 0.25;

export const interference: Rule = ({ environment }, ledger) => {
  const share = ledger.interference.mean / ledger.total.mean;
  if (share <= limit) return null;
  return {
    id: 'interference',
    severity: 'warning',
    message: `the slower half of the time the machine added ${percent(share)} to the path; the ledger leaves that out`,
    evidence: { share, interferenceNs: ledger.interference.mean, load: environment.load },
    advice: 'Other processes or virtual machines share this processor; compare only numbers of one run.',
  };
};
