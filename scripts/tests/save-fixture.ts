import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefPolicy, main } from 'hotpath/cli';

/*
 * `npm run fixture`: measures the path of loops of known length once, briefly and with samples, and keeps the raw
 * measurement, from which tests make reports without measuring. Needed when the policy or the form of a measurement changes.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = join(root, 'packages/hotpath/test/fixtures');
const spec = 'loops.hot.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hotpath-fixture-')));
try {
  copyFileSync(join(fixtures, spec), join(folder, spec));
  const saved = join(folder, 'saved.json');
  process.exitCode = await main(['run', spec, '--quick', '--seed', '1', '--save', saved], {
    folder,
    output: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      status: () => {},
      width: 100,
    },
    signal: new AbortController().signal,
    freshSeed: () => 1,
    terminal: null,
    adjustPolicy: (policy) => ({ ...briefPolicy(policy), sampledForks: 1, sampleMs: 100 }),
  });
  // Paths of the machine do not belong in the repository.
  const text = readFileSync(saved, 'utf8').replaceAll(folder, '/project').replaceAll(root, '/project/');
  writeFileSync(join(fixtures, 'loops.saved.json'), `${text}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
