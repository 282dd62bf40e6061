import { bunyanCandidate } from './bunyan.js';
import { consoleCandidate } from './console.js';
import { fapilogCandidates } from './fapilog.js';
import type { Candidate } from './logger.js';
import { logtapeCandidate } from './logtape.js';
import { pinoCandidates } from './pino.js';
import { roarrCandidate } from './roarr.js';
import { winstonCandidate } from './winston.js';

/** All loggers of the comparison. The first is the base unless another is chosen. */
export const candidates: readonly Candidate[] = [
  ...fapilogCandidates,
  ...pinoCandidates,
  winstonCandidate,
  bunyanCandidate,
  logtapeCandidate,
  roarrCandidate,
  consoleCandidate,
];
