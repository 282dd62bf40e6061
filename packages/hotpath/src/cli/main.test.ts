import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../../test/support/in-process.js';
import { createWorkspace } from '../../test/support/workspace.js';
import { commands } from './commands/index.js';
import type { CommandContext } from './context.js';

const made = createWorkspace({
  'fine.hot.mjs': "export default { name: 'p', run() {} };\n",
  'no-measurement.json': '{}',
  'no-json.json': '{',
  'old.json': JSON.stringify({
    schema: 'hotpath/measurement@1',
    plan: { policy: { version: 1 } },
    forks: [],
  }),
  'a.folded': 'main;work 10\n',
  'store.jsonl': 'not JSON\n',
});
afterAll(() => made.remove());

type Refusal = readonly [words: string, ...said: string[]];

const refusals: readonly Refusal[] = [
  ['walk', "unknown command 'walk'"],
  ['run', 'no path named', 'or --eval'],
  ['run nowhere.hot.ts', 'nowhere.hot.ts: no such file'],
  ['run --seed x fine.hot.mjs', 'a whole number'],
  ['run --timeout 0 fine.hot.mjs', 'above 0'],
  ['run --target 200 fine.hot.mjs', 'a percentage above 0 and below 100'],
  ['run --nothing fine.hot.mjs', "unknown option '--nothing'"],
  ['run fine.hot.mjs --json --quick', "missing: '--quick' is an option"],
  ['run --from no-json.json fine.hot.mjs', 'takes no path', 'Leave out --from'],
  ['run --from nowhere.json', 'nowhere.json: cannot be read'],
  ['run --from no-json.json', 'no-json.json: is not JSON'],
  ['run --from no-measurement.json', 'is not a saved measurement'],
  ['run --from old.json', 'was measured under policy 1', 'Measure again'],
  ['run fine.hot.mjs --html nowhere/page.html', 'nowhere/page.html: cannot be written (no such folder)'],
  ['verify', 'no path named', 'or --eval'],
  ['flame a.folded --svg --quick', "missing: '--quick' is an option"],
  ['flame a.folded --out a.xyz', 'a.xyz: no format has this extension', 'Use .html'],
  ['flame fine.hot.mjs a.folded', 'a path cannot be combined with other inputs'],
  ['functions --filter ( a.folded', 'a regular expression'],
  ['copies --shape square', 'there is no shape "square"', 'flat-50'],
  ['errors --depth 0', 'numbers from 1 to 1000'],
  ['attach abc', 'a process id'],
  ['what-if fine.hot.mjs --replace data', 'the name of a region, "=", and the code that replaces it'],
  ['score', 'score: there are no scores yet'],
  ['score fine.hot.mjs', 'score: no projection named', '`hotpath what-if SPEC` makes projections'],
  ['score fine.hot.mjs --store store.jsonl', 'store.jsonl:1: is not JSON', 'Fix or remove the line'],
];

describe('a wrong command line', () => {
  it.each(refusals)('is refused in one sentence with a way out: %s', async (words, ...said) => {
    const { code, out, err } = await hotpathInProcess(made.folder, words.split(' '));
    for (const text of said) expect(err).toContain(text);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

describe('the command line in-process', () => {
  it('prints help to the given output and ends with 0', async () => {
    const { code, out, err } = await hotpathInProcess(made.folder, ['run', '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Usage: hotpath run [options] [path...]');
    for (const option of ['--quick', '--seed <number>', '--timeout <seconds>', '--from <file>'])
      expect(out).toContain(option);
  });

  it('prints the version', async () => {
    expect((await hotpathInProcess(made.folder, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('writes files relative to the given folder', async () => {
    const { code, out } = await hotpathInProcess(made.folder, [
      'flame',
      'a.folded',
      '--out',
      'b.speedscope.json',
    ]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^b\.speedscope\.json: /) });
    expect(existsSync(made.path('b.speedscope.json'))).toBe(true);
  });
});

describe('the list of commands', () => {
  const context: CommandContext = {
    output: { width: 80, out: () => {}, err: () => {}, status: () => {} },
    folder: '.',
    signal: new AbortController().signal,
    freshSeed: () => 1,
    terminal: null,
  };

  it.each(commands.map((listed) => [listed.name, listed] as const))(
    'says of %s what the command says of itself',
    async (_, { name, parameters, description, load }) => {
      const command = (await load())(context, () => {});
      const own = command.registeredArguments.map((one) => {
        const word = one.variadic ? `${one.name()}...` : one.name();
        return one.required ? `<${word}>` : `[${word}]`;
      });
      expect([command.name(), own.join(' '), command.description()]).toEqual([name, parameters, description]);
    },
  );
});
