import { expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import { reportOn } from '../../sessions/report-on.js';

it('a session that was stopped is the first finding', async () => {
  const measurement = await measureExample();
  const stopped = { ...measurement, forks: measurement.forks.slice(0, 3) };
  expect(reportOn(stopped).findings[0]).toMatchObject({
    id: 'incomplete',
    evidence: { measured: 3, planned: 5 },
  });
});
