import { describe, expect, it } from 'vitest';
import { findingsDocument } from './document.js';
import { evidenceJson, savedEvidence } from './saved-evidence.js';
import { madeUpEvidence } from './test/made-up-evidence.js';

describe('saved evidence', () => {
  it('makes the same document, with its unknown numbers', () => {
    const { figures, ...evidence } = madeUpEvidence(590);
    const subjects = { subject: evidence.subject, waitingSubject: evidence.waitingSubject };
    const read = { ...savedEvidence(evidenceJson(evidence)), ...subjects, figures };
    expect(findingsDocument(read)).toBe(findingsDocument({ ...evidence, figures }));
    expect(findingsDocument(read)).toContain('40.0% ±?');
  });
});
