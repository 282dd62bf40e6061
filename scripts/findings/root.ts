import { fileURLToPath } from 'node:url';

/** The repository, seen from the compiled file. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
