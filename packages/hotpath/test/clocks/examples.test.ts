import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { LedgerRow } from '../../src/model/report/ledger.js';
import { hotpathBriefly } from '../support/briefly.js';

const folder = fileURLToPath(new URL('../../../../examples/packages', import.meta.url));

/** A row may keep more of the path for itself if the note on chosen rows says why. */
const large = 0.25;

/*
 * A path of a published package each, without marks, by two processes each. A neighbour that takes the processor during one of them
 * moves the explained share by a tenth, so a path gets three tries.
 */
it.each([
  ['zod', 0.8],
  ['ajv', 0.8],
  // A good part of it is Node's own code, which callbacks and promises run without a file of the path.
  ['fastify', 0.4],
  ['marked', 0.8],
  ['kysely', 0.8],
  ['pino', 0.8],
] as const)('the rows that are chosen for %s explain its path', { retry: 2 }, async (name, least) => {
  const words = ['run', `${name}.hot.ts`, '--quick', '--json', '-'];
  const { code, out } = await hotpathBriefly(folder, words);
  expect(code).toBe(0);
  const { ledger, findings } = JSON.parse(out);
  const chosen = findings.find(({ id }: { id: string }) => id === 'chosen-rows');
  expect(ledger.explained).toBeGreaterThan(least);
  const rows: readonly LedgerRow[] = ledger.rows;
  for (const { id, kind, share } of rows)
    if (kind === 'path' && share > large) expect(chosen.message).toContain(`${id} keeps`);
});
