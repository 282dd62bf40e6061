import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Shares of the whole by row name, as a tool reports them. */
export type Shares = ReadonlyMap<string, number>;

const drive = fileURLToPath(new URL('./drive.js', import.meta.url));

/** A region's name and lines in a script's text. */
interface Lines {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `node --cpu-prof`: the share of samples on a region's lines, without those in the driver. */
export function cpuProfile(script: string): Shares {
  const folder = mkdtempSync(join(tmpdir(), 'truth-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval', '200'];
    execFileSync(process.execPath, [...flags, drive, script], { stdio: 'ignore' });
    const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile')) as string;
    return sharesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile, script);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface CpuProfile {
  readonly nodes: readonly {
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[];
  }[];
}

function sharesOf({ nodes }: CpuProfile, script: string): Shares {
  const lines = regionsIn(readFileSync(script, 'utf8'));
  const ticks = new Map<string, number>(lines.map(({ name }) => [name, 0]));
  let all = 0;
  for (const { callFrame, positionTicks = [] } of nodes) {
    // Idle samples are waits of the path. Others without a script (program, garbage collector) belong to no row.
    if (callFrame.url === '' && callFrame.functionName !== '(idle)') continue;
    for (const { line, ticks: count } of positionTicks) {
      all += count;
      if (callFrame.url !== pathToFileURL(script).href) continue;
      for (const { name, from, to } of lines)
        if (from <= line && line <= to) ticks.set(name, (ticks.get(name) ?? 0) + count);
    }
  }
  return new Map([...ticks].map(([name, count]) => [name, count / all]));
}

function regionsIn(text: string): Lines[] {
  const found: Lines[] = [];
  const open: { name: string; from: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^\s*\/\/ #region (.*)$/.exec(line)?.[1];
    if (name !== undefined) open.push({ name, from: index + 1 });
    else if (/^\s*\/\/ #endregion/.test(line)) {
      const last = open.pop();
      if (last) found.push({ ...last, to: index + 1 });
    }
  }
  return found;
}

/**
 * One always-on span for each region, as people write them by hand: performance.now() at both edges of all regions,
 * summed, as a share of the whole that includes all these clock reads.
 */
export function alwaysOnSpans(script: string): Shares {
  const text = readFileSync(script, 'utf8');
  const folder = join(script, '..');
  const copy = join(folder, `always-on-${basename(script)}`);
  writeFileSync(copy, withSpans(text));
  try {
    const out = execFileSync(process.execPath, [drive, copy], { encoding: 'utf8' });
    const { wholeMs, spans } = JSON.parse(out) as { wholeMs: number; spans: Record<string, number> };
    return new Map(regionsIn(text).map(({ name }) => [name, (spans[name] ?? 0) / wholeMs]));
  } finally {
    rmSync(copy);
  }
}

function withSpans(text: string): string {
  const open: { name: string; began: string }[] = [];
  let count = 0;
  const lines = text.split('\n').map((line) => {
    const name = /^\s*\/\/ #region (.*)$/.exec(line)?.[1];
    if (name !== undefined) {
      const began = `began${count++}`;
      open.push({ name, began });
      return `const ${began} = performance.now();`;
    }
    const closed = /^\s*\/\/ #endregion/.test(line) ? open.pop() : undefined;
    if (!closed) return line;
    const sum = `spans[${JSON.stringify(closed.name)}]`;
    return `${sum} = (${sum} ?? 0) + performance.now() - ${closed.began};`;
  });
  return `const spans = (globalThis.truthSpans = {});\n${lines.join('\n')}`;
}
