import type { NamedOperation } from '../../model/path/operation.js';
import type { Replacement } from '../../model/path/replacement.js';
import type { ForkJob, ForkMessage, InspectJob } from '../job.js';
import { readJob } from '../loader/load.js';
import { inPhase, loadVariant, PhaseError } from './load-variant.js';
import { publish } from './probes/variant-runtime.js';
import { count } from './tasks/count.js';
import { measure } from './tasks/measure.js';
import { pilot } from './tasks/pilot.js';
import { sample } from './tasks/sample.js';
import { trace } from './tasks/trace.js';
import { verify } from './tasks/verify.js';

/** What an inspected specification says of itself. */
export interface Inspected {
  readonly name: string;
  readonly sources: readonly string[] | null;
  readonly functions: readonly string[];
  readonly repeatable: readonly string[];
  readonly operations: readonly NamedOperation[];
  readonly replacements: readonly Replacement[];
}

const progressMs = 200;

async function main(jobFile: string): Promise<void> {
  try {
    const value = await perform(readJob(jobFile));
    await send({ type: 'result', value });
    process.exit(0);
  } catch (problem) {
    if (!(problem instanceof PhaseError)) throw problem;
    await send({ type: 'failed', phase: problem.phase, message: problem.message });
    process.exit(1);
  }
}

function perform(job: ForkJob): Promise<unknown> {
  const alive = limited((done) => void send({ type: 'alive', done }));
  switch (job.task) {
    case 'inspect':
      return inspect(job);
    case 'trace':
      return trace(job, () => alive(0));
    case 'pilot':
      return pilot(job, () => alive(0));
    case 'measure':
      return measure(job, alive);
    case 'sample':
      return sample(job, alive);
    case 'count':
      return count(job, () => alive(0));
    case 'verify':
      return verify(job, alive);
  }
}

async function inspect(job: InspectJob): Promise<Inspected> {
  const variant = job.variants[0];
  if (!variant) throw new Error('an inspection needs a variant');
  publish(variant.id, {});
  const spec = await loadVariant(job.spec, variant);
  const context = await inPhase('setup', () => spec.setup());
  await inPhase('teardown', () => spec.teardown(context));
  const { name, sources, functions, repeatable, named: operations, replacements } = spec;
  return { name, sources, functions, repeatable, operations, replacements };
}

/** Lets a call through at most every fifth of a second: messages would disturb the measurement. */
function limited(action: (done: number) => void): (done: number) => void {
  let last = 0;
  return (done) => {
    const time = performance.now();
    if (time - last < progressMs) return;
    last = time;
    action(done);
  };
}

function send(message: ForkMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (problem) => (problem ? reject(problem) : resolve()));
  });
}

process.on('unhandledRejection', (problem) => {
  void send({ type: 'failed', phase: 'run', message: `unhandled rejection: ${String(problem)}` }).then(() =>
    process.exit(1),
  );
});

// An interrupt from the keyboard reaches all processes of the terminal; the parent decides what it means.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(1));

await main(process.argv[2] ?? '');
