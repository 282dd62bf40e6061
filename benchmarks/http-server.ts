import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a small service does for a request: parses, looks something up, answers with JSON; /used tells its processor time, ms. Prints its port. */
const users = new Map(
  Array.from({ length: 1000 }, (_, id) => [id, { id, name: `user ${id}`, tags: ['a', 'b', 'c'] }]),
);

const server = createServer((request, response) => {
  if (request.url === '/used') {
    const cpu = process.cpuUsage();
    response.end(String((cpu.user + cpu.system) / 1000));
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const user = users.get(Number(url.searchParams.get('id') ?? 7));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ user, at: new Date().toISOString() }));
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
