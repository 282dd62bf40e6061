import { main } from '../../dist/cli/main.js';
import { inProcess } from './in-process.js';

/** Runs a command line in the test's process from the compiled code, which can start forks and reads the viewer's bundle. */
export const hotpathInProcess = inProcess(main);
