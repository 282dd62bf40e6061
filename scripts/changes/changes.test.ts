import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { carryOut } from './carry-out.js';
import { type Change, changes } from './fapilog-changes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const place = join(root, '.hotpath');
mkdirSync(place, { recursive: true });
const folder = mkdtempSync(join(place, 'test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const thrown = new Error('why');

/** The lines that a copy of fapilog writes with a clock that stands still. */
async function linesOf(
  change: Pick<Change, 'name' | 'edits'>,
  name: string,
): Promise<Record<string, unknown>[]> {
  const copy = carryOut(change, root, join(folder, name));
  const { createLogger } = await import(pathToFileURL(join(copy, 'packages/fapilog/src/index.ts')).href);
  const lines: string[] = [];
  const sink = { write: (text: string) => void lines.push(text), flush: () => {}, close: () => {} };
  const logger = createLogger({ mode: 'loop', sink, clock: () => 1_700_000_000_123 });
  logger.info('first', { user: 'u1', tenant_id: 't' });
  logger.error('second', { error: thrown });
  logger.withCorrelationId('given', () => logger.warning('third', { big: 1n }));
  await logger.close();
  return lines
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Without the random digits of correlation ids. */
function comparable(lines: readonly Record<string, unknown>[]): unknown {
  const text = JSON.stringify(lines, (key, value) =>
    key === 'correlation_id' && value !== 'given' ? String(value).replace(/[0-9a-f]/g, 'x') : value,
  );
  return JSON.parse(text);
}

describe('a recommendation carried out on a copy of fapilog', () => {
  it.each(changes.map((change, index) => [change.name, change, index] as const))(
    '%s: writes the same lines',
    async (_, change, index) => {
      const before = await linesOf({ name: 'none', edits: [] }, `original-${index}`);
      const after = await linesOf(change, `change-${index}`);
      expect(before).toHaveLength(3);
      expect(comparable(after)).toEqual(comparable(before));
    },
  );

  it('is refused where the sources have changed', () => {
    const lost = { name: 'lost', edits: [{ file: 'queue.ts', from: 'nowhere', to: '' }] };
    expect(() => carryOut(lost, root, join(folder, 'lost'))).toThrow(
      'the change "lost" expects this text once in queue.ts, which holds it 0 times: nowhere',
    );
  });
});
