import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { boxTable, percent } from 'hotpath/cli';

/**
 * By how much `hotpath record` slows an HTTP server: two plain servers and a recorded one in turns, in random order, each
 * under autocannon for a second, so that the machine is in the same state for all of a round. Compared are requests a second
 * and the servers' processor time a request, the profiler's own thread included. The two plain ones say what the procedure
 * makes of no difference.
 */
const rounds = Number(process.argv[2] ?? 60);
const warmUps = 3;
const burstSeconds = 1;

const hotpath = fileURLToPath(import.meta.resolve('hotpath/cli')).replace(/dist.*$/, 'bin/hotpath.js');
const program = [process.execPath, fileURLToPath(new URL('./http-server.js', import.meta.url))] as const;

/** What one second of load found. */
interface Burst {
  readonly requestsPerSecond: number;
  /** Of the server, ms. */
  readonly processorPerRequest: number;
}

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  readonly bursts: Burst[];
}

async function start(words: readonly string[]): Promise<Server> {
  const [command, ...rest] = words as [string, ...string[]];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('a server ended before it listened')));
  });
  return { process: child, port, bursts: [] };
}

async function burst({ port }: Server): Promise<Burst> {
  const url = `http://127.0.0.1:${port}`;
  const before = await used(url);
  const { errors, requests, duration } = await autocannon({
    url: `${url}/?id=5`,
    connections: 10,
    duration: burstSeconds,
  });
  if (errors > 0) throw new Error(`${errors} requests failed`);
  const processorMs = (await used(url)) - before;
  return { requestsPerSecond: requests.total / duration, processorPerRequest: processorMs / requests.total };
}

async function used(url: string): Promise<number> {
  return Number(await (await fetch(`${url}/used`)).text());
}

async function compare(servers: readonly Server[]): Promise<void> {
  for (let round = 0; round < warmUps; round++) for (const server of servers) await burst(server);
  for (let round = 0; round < rounds; round++) {
    const order = [...servers].sort(() => Math.random() - 0.5);
    for (const server of order) server.bursts.push(await burst(server));
  }
}

/** The median of the rounds' ratios less one, and its 95 % interval by order statistics. */
function change(plain: Server, other: Server, of: (burst: Burst) => number): string[] {
  const shares = plain.bursts
    .map((one, round) => of(other.bursts[round] as Burst) / of(one) - 1)
    .sort((a, b) => a - b);
  const at = (rank: number): string =>
    percent(shares[Math.min(rounds - 1, Math.max(0, Math.round(rank)))] as number);
  const half = 0.98 * Math.sqrt(rounds);
  return [at((rounds - 1) / 2), `${at(rounds / 2 - half - 1)} to ${at(rounds / 2 + half)}`];
}

function row(name: string, plain: Server, other: Server): string[] {
  const speed = change(plain, other, (one) => 1 / one.requestsPerSecond);
  return [name, ...speed, ...change(plain, other, (one) => one.processorPerRequest)];
}

const folder = mkdtempSync(join(tmpdir(), 'hotpath-benchmark-'));
const out = join(folder, 'server.cpuprofile');
const recording = [
  process.execPath,
  hotpath,
  'record',
  ...process.argv.slice(3),
  '--out',
  out,
  '--',
  ...program,
];
const servers: Server[] = [];
try {
  for (const words of [program, program, recording]) servers.push(await start(words));
  const [plain, twin, recorded] = servers as [Server, Server, Server];
  await compare(servers);
  const rows = [row('another plain server', plain, twin), row('hotpath record', plain, recorded)];
  const titles = ['Time a request', '95% interval', 'Processor time', '95% interval'];
  const columns = [
    { title: 'More than a plain server', align: 'left' as const },
    ...titles.map((title) => ({ title, align: 'right' as const })),
  ];
  process.stdout.write(`${boxTable(columns, [rows], 120)}\n${rounds} rounds of ${burstSeconds} s each\n`);
} finally {
  const ended = servers.map(({ process: child }) => new Promise((resolve) => child.once('exit', resolve)));
  for (const { process: child } of servers) child.kill('SIGINT');
  await Promise.all(ended);
  process.stdout.write(`recorded: ${readdirSync(folder).join() || 'nothing'}\n`);
  rmSync(folder, { recursive: true });
}
