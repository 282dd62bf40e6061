import { fileURLToPath } from 'node:url';
import { checkLayers } from './check-layers.js';
import { areas } from './layers.js';

const problems = await checkLayers(fileURLToPath(new URL('../../..', import.meta.url)), areas);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
