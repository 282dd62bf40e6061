import { describe, expect, it } from 'vitest';
import { benchmarkLibraries } from '../../model/path/benchmark-libraries.js';
import { benchNodeStandIn } from './bench-node.js';
import { benchmarkJsStandIn } from './benchmark-js.js';
import { caseAt, openCase } from './case-path.js';
import { type Collector, createCollector } from './collector.js';
import { mitataStandIn } from './mitata.js';
import { tinybenchStandIn } from './tinybench.js';
import { vitestStandIn } from './vitest.js';

// Stand-ins have the untyped interface of what they stand in for.
// biome-ignore lint/suspicious/noExplicitAny: a file that is loaded uses them without types
type Library = any;

const makers: Readonly<Record<string, (collector: Collector) => Library>> = {
  tinybench: tinybenchStandIn,
  mitata: mitataStandIn,
  vitest: vitestStandIn,
  benchmark: benchmarkJsStandIn,
  'bench-node': benchNodeStandIn,
};

function made(library: string): { collector: Collector; own: Library } {
  const collector = createCollector();
  return { collector, own: makers[library]?.(collector) };
}

const names = ({ cases }: Collector): string[] => cases.map((one) => one.names.join(' > '));

/** Opens a case, runs it some times with its hooks as a specification does, and closes it. */
async function ran({ cases }: Collector, index = 0, times = 1): Promise<unknown> {
  const own = cases[index];
  if (!own) throw new Error('there is no such case');
  const { before, run, after, close } = await openCase(own);
  let result: unknown;
  for (let n = 0; n < times; n++) {
    await before?.();
    result = await run();
    await after?.();
  }
  await close();
  return result;
}

describe('each stand-in', () => {
  it.each(Object.keys(benchmarkLibraries))('of %s has what files import by name', (library) => {
    const { own } = made(library);
    for (const name of benchmarkLibraries[library] ?? []) expect(own[name], name).toBeDefined();
  });
});

describe('tinybench', () => {
  it('registers tasks and calls their hooks in the order of the library', async () => {
    const { collector, own } = made('tinybench');
    const log: string[] = [];
    const note = (text: string) => (): number => log.push(text);
    const bench = new own.Bench({ name: 'b', setup: note('setup'), teardown: note('teardown') });
    const hooks = Object.fromEntries(
      ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'].map((name) => [name, note(name)]),
    );
    bench.add('one', note('run'), hooks).add('two', async () => 2);
    expect(names(collector)).toEqual(['b > one', 'b > two']);
    expect(collector.cases.map(({ hooks }) => hooks)).toEqual([
      { before: true, after: true, isAsync: false },
      { before: false, after: false, isAsync: true },
    ]);
    await ran(collector, 0, 2);
    const operation = ['beforeEach', 'run', 'afterEach'];
    expect(log).toEqual(['setup', 'beforeAll', ...operation, ...operation, 'afterAll', 'teardown']);
  });

  it('runs nothing, and gives results that can be printed', async () => {
    const { collector, own } = made('tinybench');
    const bench = new own.Bench();
    bench.add('one', () => {
      throw new Error('it ran');
    });
    const [task] = await bench.run();
    expect(task.result.latency.mean.toFixed(2)).toBe('0.00');
    expect(bench.table()).toEqual([]);
    expect(collector.hasRun).toBe(true);
  });
});

describe('vitest', () => {
  it('runs the hooks of the suites around a case, and leaves skipped cases out', async () => {
    const { collector, own } = made('vitest');
    const log: string[] = [];
    own.beforeAll(() => log.push('outer'));
    own.describe('a', () => {
      own.beforeAll(async () => log.push('inner'));
      own.bench('one', () => log.push('one'), { setup: () => log.push('setup') });
      own.bench.skip('no', () => log.push('no'));
      own.bench.todo('later');
      own.afterAll(() => log.push('end'));
    });
    own.describe.each([1, 2])('n', (n: number) =>
      own.bench.only(
        function named() {},
        () => n,
      ),
    );
    expect(names(collector)).toEqual(['a > one', 'n 1 > named', 'n 2 > named']);
    await ran(collector);
    expect(log).toEqual(['outer', 'inner', 'setup', 'one', 'end']);
    expect(await ran(collector, 2)).toBe(2);
  });

  it('refuses what exists only in its runner when it is used', () => {
    const { own } = made('vitest');
    expect(() => own.expect(1)).toThrow('uses `expect` of vitest');
    expect(() => own.vi.fn()).toThrow('uses `vi` of vitest');
  });
});

describe('mitata', () => {
  it('registers a case for each value of its parameters', async () => {
    const { collector, own } = made('mitata');
    own.bench('plain', () => 1);
    own.boxplot(() => {
      own
        .bench('size $n', function* (state: { get(name: string): number }) {
          const n = state.get('n');
          yield () => n;
        })
        .range('n', 1, 64)
        .gc('inner');
    });
    own.group('g', () => own.bench('two', () => 2).args({ a: ['x'], b: [1, 2] }));
    await own.run();
    expect(names(collector)).toEqual([
      ...['plain', 'size 1', 'size 8', 'size 64'],
      ...['g > two (a: x, b: 1)', 'g > two (a: x, b: 2)'],
    ]);
    expect(await ran(collector, 3)).toBe(64);
  });

  it('makes parameters anew before each operation', async () => {
    const { collector, own } = made('mitata');
    own.bench('sort', function* () {
      yield { 0: () => [3, 1, 2], bench: (list: number[]) => [list.join(), list.sort()] };
    });
    own.settle();
    expect(collector.cases[0]?.hooks.before).toBe(true);
    expect(await ran(collector, 0, 2)).toEqual(['3,1,2', [1, 2, 3]]);
  });
});

describe('benchmark.js', () => {
  it('joins set-up and case where they share variables, and calls them where they use those of the file', async () => {
    const { collector, own } = made('benchmark');
    const outside = 7;
    const suite = own.Suite('s');
    suite
      .add('joined', { setup: 'var list = [1, 2];', fn: 'return list.length;' })
      .add('called', {
        setup(this: { x: number }) {
          this.x = outside;
        },
        fn(this: { x: number }) {
          return this.x;
        },
      })
      .add('deferred', { defer: true, fn: (d: { resolve(): void }) => setImmediate(() => d.resolve()) })
      .on('complete', () => {
        throw new Error('it ran');
      })
      .run({ async: true });
    new own('alone', () => 'alone').run();
    expect(names(collector)).toEqual(['s > joined', 's > called', 's > deferred', 'alone']);
    expect(await ran(collector, 0)).toBe(2);
    expect(await ran(collector, 1)).toBe(7);
    expect(await ran(collector, 2)).toBeUndefined();
    expect(await ran(collector, 3)).toBe('alone');
    expect(suite.filter('fastest').map('name')).toEqual([]);
  });
});

describe('bench-node', () => {
  it('registers cases, and says which time themselves', async () => {
    const { collector, own } = made('bench-node');
    new own.Suite({}).add('plain', { repeatSuite: 2 }, () => 1).add('managed', (timer: unknown) => timer);
    expect(await ran(collector)).toBe(1);
    expect(collector.cases.map(({ refused }) => refused !== null)).toEqual([false, true]);
  });
});

describe('caseAt', () => {
  it('refuses a file that registers other cases when it is loaded again', () => {
    const { collector, own } = made('bench-node');
    new own.Suite().add('a', () => 1);
    expect(caseAt(collector.cases, 0, ['a'], 'x.js').names).toEqual(['a']);
    expect(() => caseAt(collector.cases, 0, ['b'], 'x.js')).toThrow(
      'x.js: has other cases each time it is loaded',
    );
    expect(() => caseAt(collector.cases, 1, ['b'], 'x.js')).toThrow('case 2 was b');
  });
});
