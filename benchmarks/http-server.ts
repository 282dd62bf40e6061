import { createServer } from 'node:http';
import { Session } from 'node:inspector';
import type { AddressInfo } from 'node:net';

/**
 * A small service: it parses a request, looks up a user and answers with JSON. It prints its port.
 *
 * - /used: the requests so far, elapsed time and processor time, ms
 * - /record?rate=N: records this thread N times a second as `hotpath record` does; 0 stops it
 */
const users = new Map(
  Array.from({ length: 1000 }, (_, id) => [id, { id, name: `user ${id}`, tags: ['a', 'b', 'c'] }]),
);

const session = new Session();
session.connect();
session.post('Profiler.enable');
let requests = 0;

function record(rate: number): void {
  if (rate === 0) session.post('Profiler.stop');
  else {
    session.post('Profiler.setSamplingInterval', { interval: Math.round(1e6 / rate) });
    session.post('Profiler.start');
  }
}

function used(): string {
  const cpu = process.cpuUsage();
  return JSON.stringify({ ms: performance.now(), processorMs: (cpu.user + cpu.system) / 1000, requests });
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/record') record(Number(url.searchParams.get('rate')));
  if (url.pathname !== '/') {
    response.end(used());
    return;
  }
  requests++;
  const user = users.get(Number(url.searchParams.get('id') ?? 7));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ user, at: new Date().toISOString() }));
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
