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
it.each([
  ['zod', 0.9],
  ['ajv', 0.9],
  // A good part of it is Node's own code, which callbacks and promises run without a file of the path.
  ['fastify', 0.5],
  ['marked', 0.9],
  ['kysely', 0.9],
  ['pino', 0.9],
] as const)('the rows that are chosen for %s explain its path', { retry: 2 }, async (name, least) => {
  const words = ['run', `${name}.hot.ts`, '--quick', '--json', '-'];
  const { code, out } = await hotpathInProcess(folder, words);
  expect(code).toBe(0);
  const { ledger, findings } = JSON.parse(out);
  const chosen = findings.find(({ id }: { id: string }) => id === 'chosen-rows');
  expect(ledger.explained).toBeGreaterThan(least);
  const rows: readonly LedgerRow[] = ledger.rows;
  for (const { id, kind, share } of rows)
    if (kind === 'path' && share > large) expect(chosen.message).toContain(`${id} keeps`);
});
