import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { boxTable, percent } from 'hotpath/cli';

/**
 * How much recording slows an HTTP server under autocannon, in time and in processor time for each request. Processor time
 * includes the profiler's thread.
 *
 * - A server under constant load is recorded and not recorded in random order, because two servers of the same program
 *   differ by more than recording costs.
 * - Lower quartiles are compared: load of other programs comes in modes, and the lower quartile repeats where means and
 *   medians do not.
 * - Each round has two turns without recording. Their difference shows what the procedure reports for no difference.
 */
const servers = Number(process.argv[2] ?? 3);
const rates = (process.argv[3] ?? '0,100').split(',').map(Number);
const rounds = 35;
/** After each change, until the profiler has seen all code. */
const settlingMs = 250;
const countedMs = 250;
const warmUpMs = 4000;

const program = fileURLToPath(new URL('./http-server.js', import.meta.url));

/** What the server reports since it started. */
interface Used {
  readonly ms: number;
  readonly processorMs: number;
  readonly requests: number;
}

/** Times of a turn for each request, ms. */
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

/** A server's turns: those not recorded, then those of each rate. */
type Turns = readonly (readonly Turn[])[];

async function measureServer(): Promise<Turns> {
  const { child, url } = await start();
  const load = autocannon({ url: `${url}/?id=5`, connections: 10, duration: 3600 }, () => {});
  await setTimeout(warmUpMs);
  const turns: Turn[][] = [[], ...rates.map(() => [])];
  for (let round = 0; round < rounds; round++)
    for (const kind of shuffled([...turns.keys()])) turns[kind]?.push(await turn(url, rates[kind - 1] ?? 0));
  load.stop();
  child.kill();
  return turns;
}

/** Fisher-Yates shuffle; sorting by random numbers would keep the first item first too often. */
function shuffled(items: readonly number[]): number[] {
  const left = [...items];
  const taken: number[] = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  return taken;
}

function lowerQuartile(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 2] as number;
}

const resamples = 2000;

/** The mean over servers of the change of the lower quartile, and its 95 % interval by a bootstrap of the turns. */
function summary(measured: readonly Turns[], kind: number, of: (turn: Turn) => number): string[] {
  const change = (pick: (turns: readonly Turn[]) => readonly Turn[]): number => {
    const changes = measured.map((turns) => {
      const [plain, recorded] = [turns[0], turns[kind]].map((own) => lowerQuartile(pick(own ?? []).map(of)));
      return (recorded as number) / (plain as number) - 1;
    });
    return changes.reduce((sum, one) => sum + one, 0) / changes.length;
  };
  const again = (turns: readonly Turn[]): Turn[] =>
    turns.map(() => turns[Math.floor(Math.random() * turns.length)] as Turn);
  const drawn = Array.from({ length: resamples }, () => change(again)).sort((a, b) => a - b);
  const at = (share: number): string => percent(drawn[Math.floor(share * resamples)] as number);
  return [percent(change((turns) => turns)), `${at(0.025)} to ${at(0.975)}`];
}

const measured: Turns[] = [];
for (let server = 0; server < servers; server++) measured.push(await measureServer());
const titles = ['Time per request', '95% interval', 'Processor time', '95% interval'];
const columns = [
  { title: 'Compared with no recording', align: 'left' as const },
  ...titles.map((title) => ({ title, align: 'right' as const })),
];
const rows = rates.map((rate, index) => [
  rate === 0 ? 'no recording, again' : `${rate} samples per second`,
  ...summary(measured, index + 1, ({ time }) => time),
  ...summary(measured, index + 1, ({ processor }) => processor),
]);
process.stdout.write(`${boxTable(columns, [rows], 120)}\n`);
process.stdout.write(`${servers} servers, ${rounds} rounds each, ${countedMs} ms per turn\n`);
process.exit(0);
