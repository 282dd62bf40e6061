import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { LedgerRow } from '../../src/model/report/ledger.js';
import { hotpathInProcess } from '../support/in-process-built.js';

const folder = fileURLToPath(new URL('../../../../examples/packages', import.meta.url));

/** A row may keep more of the path for itself if the note on chosen rows says why. */
const large = 0.25;

/*
 * A path of a published package each, without marks. A neighbour that takes the processor during one fork of five moves the explained
 * share by some hundredths, so a path gets three tries.
 */
it.each(['zod', 'ajv', 'fastify', 'marked', 'kysely', 'pino'])(
  'the rows that are chosen for %s explain its path',
  { retry: 2 },
  async (name) => {
    const words = ['run', `${name}.hot.ts`, '--quick', '--json', '-'];
    const { code, out } = await hotpathInProcess(folder, words);
    expect(code).toBe(0);
    const { ledger, findings } = JSON.parse(out);
    expect(ledger.explained).toBeGreaterThan(0.9);
    const chosen = findings.find(({ id }: { id: string }) => id === 'chosen-rows');
    const rows: readonly LedgerRow[] = ledger.rows;
    for (const { id, kind, share } of rows)
      if (kind === 'path' && share > large) expect(chosen.message).toContain(`${id} keeps`);
  },
);
