import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { boxTable, percent } from 'hotpath/cli';

/**
 * By how much recording slows an HTTP server under autocannon. A server is recorded and not recorded by turns, in random
 * order, under load all the time: two servers of the same program differ by more than what is asked for. Compared are its time
 * and its processor time a request, the profiler's thread included. Not recorded has two turns a round, which say what the
 * procedure makes of no difference.
 */
const servers = Number(process.argv[2] ?? 4);
const rates = (process.argv[3] ?? '0,100,1000').split(',').map(Number);
const rounds = 14;
/** Behind a change, until the profiler has seen what code there is. */
const settlingMs = 1500;
const countedMs = 700;
const warmUpMs = 4000;

const program = fileURLToPath(new URL('./http-server.js', import.meta.url));

/** What the server tells of itself since it started. */
interface Used {
  readonly ms: number;
  readonly processorMs: number;
  readonly requests: number;
}

/** A turn's time a request, ms. */
interface Turn {
  readonly time: number;
  readonly processor: number;
}

async function start(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('a server ended before it listened')));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

async function ask(url: string): Promise<Used> {
  return (await (await fetch(url)).json()) as Used;
}

async function turn(url: string, rate: number): Promise<Turn> {
  if (rate > 0) await ask(`${url}/record?rate=${rate}`);
  await setTimeout(settlingMs);
  const from = await ask(`${url}/used`);
  await setTimeout(countedMs);
  const to = await ask(`${url}/used`);
  if (rate > 0) await ask(`${url}/record?rate=0`);
  const requests = to.requests - from.requests;
  return { time: (to.ms - from.ms) / requests, processor: (to.processorMs - from.processorMs) / requests };
}

/** Changes from not recorded to each rate, round by round. */
type Changes = readonly { readonly time: number[]; readonly processor: number[] }[];

async function measureServer(changes: Changes): Promise<void> {
  const { child, url } = await start();
  const load = autocannon({ url: `${url}/?id=5`, connections: 10, duration: 3600 }, () => {});
  await setTimeout(warmUpMs);
  for (let round = 0; round < rounds; round++) {
    const turns = new Map<number, Turn>();
    for (const index of shuffled([-1, ...rates.keys()])) turns.set(index, await turn(url, rates[index] ?? 0));
    const plain = turns.get(-1) as Turn;
    for (const [index, change] of changes.entries()) {
      const { time, processor } = turns.get(index) as Turn;
      change.time.push(time / plain.time - 1);
      change.processor.push(processor / plain.processor - 1);
    }
  }
  load.stop();
  child.kill();
}

/** Fisher and Yates; a sort by chance would leave the first the first too often. */
function shuffled(items: readonly number[]): number[] {
  const left = [...items];
  const taken: number[] = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  return taken;
}

/** The median and its 95 % interval by order statistics. */
function summary(changes: readonly number[]): string[] {
  const sorted = [...changes].sort((a, b) => a - b);
  const at = (rank: number): string =>
    percent(sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank)))] as number);
  const half = 0.98 * Math.sqrt(sorted.length);
  return [
    at((sorted.length - 1) / 2),
    `${at(sorted.length / 2 - half - 1)} to ${at(sorted.length / 2 + half)}`,
  ];
}

const changes: Changes = rates.map(() => ({ time: [], processor: [] }));
for (let server = 0; server < servers; server++) await measureServer(changes);
const titles = ['Time a request', '95% interval', 'Processor time', '95% interval'];
const columns = [
  { title: 'More than not recorded', align: 'left' as const },
  ...titles.map((title) => ({ title, align: 'right' as const })),
];
const rows = changes.map(({ time, processor }, index) => [
  rates[index] === 0 ? 'not recorded, again' : `${rates[index]} samples a second`,
  ...summary(time),
  ...summary(processor),
]);
process.stdout.write(`${boxTable(columns, [rows], 120)}\n`);
process.stdout.write(`${servers} servers, ${rounds} rounds each, ${countedMs} ms a turn\n`);
process.exit(0);
