import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boxTable } from 'hotpath/cli';
import { type GeneratedSize, generateProfile } from './generate-profile.js';

/** Time and memory to turn large profiles into flame graphs, compared with JSON.parse of the same file. */
const sizes: readonly GeneratedSize[] = [
  { samples: 1_000_000, nodes: 20_000 },
  { samples: 10_000_000, nodes: 20_000 },
  { samples: 10_000_000, nodes: 3_500_000 },
];

const hotpath = fileURLToPath(import.meta.resolve('hotpath/cli')).replace(/dist.*$/, 'bin/hotpath.js');
const wholeFile = 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))';

/** Peak memory of the process, on the last line of stderr. */
const reportMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

function measured(words: readonly string[]): readonly [time: string, memory: string] {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', reportMemory, ...words], {
    encoding: 'utf8',
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const kilobytes = Number(stderr.trimEnd().split('\n').at(-1));
  if (status === 0) return [`${seconds} s`, `${Math.round(kilobytes / 1024)} MiB`];
  return [/RangeError|heap out of memory|longer than/.test(stderr) ? 'too large' : 'failed', '·'];
}

const folder = mkdtempSync(join(tmpdir(), 'hotpath-benchmark-'));
try {
  const rows = sizes.map((size) => {
    const file = join(folder, 'generated.cpuprofile');
    generateProfile(file, size);
    const bytes = `${Math.round(statSync(file).size / 2 ** 20)} MiB`;
    const counts = [size.samples, size.nodes].map((count) => count.toLocaleString('en'));
    const flame = measured([hotpath, 'flame', file, '--svg', join(folder, 'generated.svg')]);
    return [bytes, ...counts, ...flame, ...measured(['-e', wholeFile, file])];
  });
  const titles = ['File', 'Samples', 'Nodes', 'hotpath flame', 'Memory', 'JSON.parse', 'Memory'];
  const columns = titles.map((title) => ({ title, align: 'right' as const }));
  process.stdout.write(`${boxTable(columns, [rows], process.stdout.columns || 100)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
