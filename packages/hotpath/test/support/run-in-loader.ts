import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { ForkJob } from '../../src/measure/job.js';
import { jobVariable } from '../../src/measure/loader/addresses.js';
import { loaderFlags } from '../../src/measure/loader/node-20-loader.js';
import type { Workspace } from './workspace.js';

const register = new URL('../../dist/measure/loader/register.js', import.meta.url).href;

/** Flags for hooks in place, and for hooks in a thread where Node does not offer the former without a flag. */
export const inPlace: readonly string[] = [...loaderFlags, '--import', register];
export const inThread: readonly string[] = ['--import', register];

/** The JSON that a program wrote to its standard output, null without any, and the text on its standard error. */
export interface Said {
  readonly out: unknown;
  readonly err: string;
}

/** Returns a function that runs a workspace's programs with flags of Node. Its job changes nothing in the `edited` files. */
export function loaderRunner(
  workspace: Workspace,
  edited: readonly string[] = [],
): (program: string, flags: readonly string[]) => Promise<Said> {
  const jobFile = workspace.path('job.json');
  const edits = Object.fromEntries(edited.map((file) => [file, []]));
  const job: ForkJob = {
    task: 'trace',
    spec: workspace.path('spec.js'),
    cache: workspace.path('compiled'),
    made: workspace.path('made'),
    variants: [{ id: 'trace', kind: 'trace', edits, places: [], turns: 0 }],
    operations: 1,
    budgetMs: 1,
  };
  writeFileSync(jobFile, JSON.stringify(job));
  return (program, flags) => {
    const child = spawn(process.execPath, [...flags, workspace.path(program)], {
      env: { ...process.env, [jobVariable]: jobFile, NODE_NO_WARNINGS: '1' },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    return new Promise((resolve) =>
      child.on('close', () => resolve({ out: out === '' ? null : JSON.parse(out), err })),
    );
  };
}
