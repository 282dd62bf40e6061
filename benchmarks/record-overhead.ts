import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { boxTable, percent } from 'hotpath/cli';

/**
 * By how much `hotpath record` slows an HTTP server: two plain servers and a recorded one in turns, in random order, under
 * autocannon, in bursts so short that the machine is in the same state for all of a round. Compared is the servers'
 * processor time, the profiler's own thread included. The two plain ones say what the procedure makes of no difference.
 */
const rounds = Number(process.argv[2] ?? 40);
const burst = 8000;

const hotpath = fileURLToPath(import.meta.resolve('hotpath/cli')).replace(/dist.*$/, 'bin/hotpath.js');
const program = [process.execPath, fileURLToPath(new URL('./http-server.js', import.meta.url))] as const;

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  /** Of each burst, ms. */
  readonly times: number[];
}

async function start(words: readonly string[]): Promise<Server> {
  const [command, ...rest] = words as [string, ...string[]];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('a server ended before it listened')));
  });
  return { process: child, port, times: [] };
}

/** Processor time of the server for a burst, ms, all its threads; autocannon itself ends at whole seconds. */
async function timeBurst({ port }: Server): Promise<number> {
  const url = `http://127.0.0.1:${port}`;
  const before = await used(url);
  const { errors } = await autocannon({ url: `${url}/?id=5`, connections: 10, amount: burst });
  if (errors > 0) throw new Error(`${errors} requests failed`);
  return (await used(url)) - before;
}

async function used(url: string): Promise<number> {
  return Number(await (await fetch(`${url}/used`)).text());
}

const warmUps = 2;

async function compare(servers: readonly Server[]): Promise<void> {
  for (let round = 0; round < warmUps; round++) for (const server of servers) await timeBurst(server);
  for (let round = 0; round < rounds; round++) {
    const order = [...servers].sort(() => Math.random() - 0.5);
    for (const server of order) server.times.push(await timeBurst(server));
  }
}

/** The median of the rounds' ratios, and its 95 % interval by order statistics. */
function slower(name: string, plain: Server, other: Server): string[] {
  const shares = plain.times
    .map((ms, round) => (other.times[round] as number) / ms - 1)
    .sort((a, b) => a - b);
  const at = (rank: number): string => percent(shares[Math.round(rank)] as number);
  const half = 0.98 * Math.sqrt(rounds);
  return [name, at((rounds - 1) / 2), `${at(rounds / 2 - half - 1)} to ${at(rounds / 2 + half)}`];
}

const folder = mkdtempSync(join(tmpdir(), 'hotpath-benchmark-'));
const out = join(folder, 'server.cpuprofile');
const servers: Server[] = [];
try {
  for (const words of [
    program,
    program,
    [process.execPath, hotpath, 'record', '--out', out, '--', ...program],
  ])
    servers.push(await start(words));
  const [plain, twin, recorded] = servers as [Server, Server, Server];
  await compare(servers);
  const rows = [slower('another plain server', plain, twin), slower('hotpath record', plain, recorded)];
  const columns = ['More processor time than a plain server', 'Median', '95% interval'].map(
    (title, index) => ({
      title,
      align: index === 0 ? ('left' as const) : ('right' as const),
    }),
  );
  process.stdout.write(`${boxTable(columns, [rows], 100)}\n${rounds} rounds of ${burst} requests each\n`);
} finally {
  const ended = servers.map(({ process: child }) => new Promise((resolve) => child.once('exit', resolve)));
  for (const { process: child } of servers) child.kill('SIGINT');
  await Promise.all(ended);
  process.stdout.write(`recorded: ${readdirSync(folder).join() || 'nothing'}\n`);
  rmSync(folder, { recursive: true });
}
