import { candidates } from '../candidates/candidates.js';
import type { Job } from './job.js';
import { measure } from './measure.js';

/*
 * One measurement of one logger in its own process. The argument is the job; the outcome is a line on standard output.
 */

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const candidate = candidates.find(({ name }) => name === job.logger);
if (candidate === undefined) throw new Error(`no logger is called "${job.logger}"`);
const outcome = await measure(candidate, job);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
