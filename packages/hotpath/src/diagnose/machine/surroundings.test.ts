import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';

describe('the environment', () => {
  it('is no finding while others hardly use the machine', async () => {
    const machine = { othersProcessors: 0.1, stolenProcessors: 0 };
    expect(findingOf(await exampleReport({ machine }), 'surroundings')).toBeUndefined();
  });

  it('is a note if others use the machine', async () => {
    const machine = { othersProcessors: 0.8, stolenProcessors: 0.1 };
    const report = await exampleReport({ machine }, {}, 1, { load: 4.14 });
    expect(findingOf(report, 'surroundings')).toMatchObject({
      severity: 'note',
      message:
        'other processes kept 0.80 of 2 processors busy; the hypervisor gave 0.10 processors to other guests; the load was 4.1 on 2 processors at the start',
    });
  });

  it('is a warning if Node runs under an inspector or with flags', async () => {
    const environment = { inspector: true, nodeOptions: ['--inspect=0'], governor: 'powersave' };
    const report = await exampleReport({}, {}, 1, environment);
    expect(findingOf(report, 'surroundings')).toMatchObject({
      severity: 'warning',
      message:
        'an inspector is attached, which keeps V8 from its best code; Node runs with --inspect=0; the clock rate follows the load (governor powersave)',
    });
  });
});
