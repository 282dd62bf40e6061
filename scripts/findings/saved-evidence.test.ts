import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findingsDocument } from './document.js';
import { drawnFigures } from './figures.js';
import { documentName } from './file-names.js';
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

  it('makes the committed document from the committed data', () => {
    const folder = fileURLToPath(new URL('../../docs/architecture', import.meta.url));
    const read = (ending: string): string => readFileSync(`${folder}/${documentName}.${ending}`, 'utf8');
    const saved = savedEvidence(read('json'));
    const document = findingsDocument({ ...saved, figures: drawnFigures(saved.reports, folder) });
    const remedy = `npm run profile -- --from docs/architecture/${documentName}.json`;
    expect(document, `the document is out of date: ${remedy}`).toBe(read('md'));
  });
});
