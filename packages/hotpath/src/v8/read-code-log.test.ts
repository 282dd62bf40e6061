import { describe, expect, it } from 'vitest';
import { readCodeLog } from './read-code-log.js';

/** Lines as Node 20 and 24 write them. */
const log = [
  'code-creation,Builtin,2,1000,0x1,8,ArrayMap',
  'code-creation,JS,10,83242,0xa1,33,run file:///p/a.ts:5:13,0xf1,~',
  'code-creation,JS,10,83250,0xa2,33,run file:///p/a.ts:5:13,0xf2,~',
  'code-creation,JS,10,83271,0xb1,5,get file:///p/a.ts:3:13,0xf3,~',
  'code-creation,JS,10,83271,0xe1,5,other file:///elsewhere.ts:3:13,0xf9,~',
  "code-creation,JS,11,83869,0xa3,312,run file:///p/a.ts:5:13,0xf1,+'",
  'code-creation,JS,13,87427,0xa4,708,run file:///p/a.ts:5:13,0xf1,*',
  'code-source-info,0xa4,99,0,178,C0O0C57O88C89O62I0,F0O118,S0xf3',
  'code-creation,JS,13,87430,0xa5,708,run file:///p/a.ts:5:13,0xf2,*',
  'code-source-info,0xa5,99,0,178,C0O0C57O88C89O62I0,F0O118F1O119,S0xf9S0xf3',
  'code-creation,JS,13,87431,0xa6,708,run file:///p/a.ts:5:13,0xf2,o*',
  'code-source-info,0xa6,99,0,178,C0O0C57O88C89O62,,',
  'code-deopt,88000,1152,0xzz,-1,346,deopt-eager,<file:///p/a.ts:8:1>,prepare for on stack replacement (OSR)',
  'code-creation,Eval,10,95000,0x1f46,6, :1:1,0x1e00,~',
  'script-source,99,<unknown>,(function anonymous(\\n) {\\nhotpath mark: begin\\n})',
  'code-deopt,95562,768,0xa4,0,230,deopt-eager,<file:///p/a.ts:3:27> inlined at <file:///p/a.ts:5:41>,wrong map',
  'code-creation,JS,10,96000,0xc1,56,lazy file:///p/a.ts:9:1,0xf7,~',
  'code-creation,JS,11,97000,0xb2,56,get file:///p/a.ts:3:13,0xf3,^',
  'code-creation,JS,13,97500,0xd1,56,other file:///elsewhere.ts:3:13,0xf9,*',
  'code-creation,JS,13,98000,0xd2,56,hotpathDriver :6:25,0xfa,o*',
  'script-source,101,<unknown>,(function anonymous(\\n) {\\nhotpath mark: end\\n})',
  'code-creation,JS,13,99000,0xa9,736,run file:///p/a.ts:5:13,0xf1,*',
  'code-deopt,99500,768,0xa5,0,230,deopt-eager,<file:///p/a.ts:3:27>,wrong map',
].join('\n');

describe("V8's log of compiled code", () => {
  it('gives the tiers of the path before and after the batches, and the deoptimisations during them with place and reason', () => {
    expect(readCodeLog(log, new Set(['/p/a.ts']))).toEqual({
      functions: [
        {
          name: 'run',
          file: '/p/a.ts',
          line: 5,
          before: { turbofan: 2 },
          after: { interpreted: 1, turbofan: 1 },
          changed: 1,
          inlinedInto: [],
        },
        {
          name: 'get',
          file: '/p/a.ts',
          line: 3,
          before: { interpreted: 1 },
          after: { baseline: 1 },
          changed: 1,
          // Into one instance of run; the code of the other was discarded.
          inlinedInto: ['run'],
        },
        {
          name: 'lazy',
          file: '/p/a.ts',
          line: 9,
          before: {},
          after: { interpreted: 1 },
          changed: 1,
          inlinedInto: [],
        },
      ],
      deoptimisations: [
        { at: '/p/a.ts:3', inlinedAt: '/p/a.ts:5', reason: 'wrong map', whileMeasured: true },
      ],
      eventsMs: [0.562, 2, 2.5, 3],
      pathEventsMs: [0.562, 2, 3],
    });
  });

  it('forgets that a function was inlined when the code that held it was discarded', () => {
    const both = log.replace(
      'code-creation,JS,11,97000',
      'code-deopt,96500,768,0xa5,0,230,deopt-eager,<file:///p/a.ts:3:27> inlined at <file:///p/a.ts:5:41>,wrong map\ncode-creation,JS,11,97000',
    );
    const get = readCodeLog(both, new Set(['/p/a.ts']))?.functions.find(({ name }) => name === 'get');
    expect(get?.inlinedInto).toEqual([]);
  });

  it('gives nothing where it lacks the end of the batches', () => {
    expect(readCodeLog(log.split('\n').slice(0, 17).join('\n'), new Set(['/p/a.ts']))).toBeNull();
  });
});
