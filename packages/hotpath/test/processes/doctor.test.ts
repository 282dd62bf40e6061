import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/doctor/examination.js';
import { hotpathBriefly } from '../support/briefly.js';

describe('hotpath doctor', () => {
  it('examines the machine in any folder, and its exit code says whether a check is poor', async () => {
    const { code, out, err } = await hotpathBriefly('/', ['doctor', '--json', '-']);
    const { checks, abilities } = JSON.parse(out) as Examination;
    expect(err).toBe('');
    expect(checks.map(({ name }) => name)).toEqual([
      ...['Processor', 'Clock', 'Node', 'Others', 'Waking', 'Thread clock'],
      ...['Clock pair', 'Hidden part', 'Twin gap', 'Calm', 'Six loops', 'Samples'],
    ]);
    expect(checks.filter(({ found }) => /NaN|undefined|null/.test(found))).toEqual([]);
    expect(abilities).toHaveLength(2);
    expect(code).toBe(checks.some(({ verdict }) => verdict === 'poor') ? 4 : 0);
  });
});
