import { fileURLToPath } from 'node:url';
import type { UserError } from '../../errors.js';
import { isPathRefusal } from '../../errors.js';
import { syntaxPlace } from './watch-scripts.js';

/** What failed, and what to do about it; null where only the phase says that. */
export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

/** Hotpath's own files, which are in the stacks of errors that its loader throws. */
const ownFolder = fileURLToPath(new URL('../../', import.meta.url));

/** One line: what was thrown, and the first place in its stack that is in a file. */
export async function describeProblem(problem: unknown): Promise<Problem> {
  if (!(problem instanceof Error)) return { message: `threw ${String(problem)}`, hint: null };
  if (isPathRefusal(problem)) return { message: problem.message, hint: problem.hint };
  // The compiler's message has its place.
  if (problem.name === 'UserError')
    return { message: problem.message, hint: (problem as Partial<UserError>).hint ?? null };
  const first = `${problem.name}: ${problem.message}`.split('\n', 1)[0] ?? '';
  const refused = problem instanceof SyntaxError && (await refusedSyntax(problem, first));
  if (refused) return refused;
  const place = placeInStack(problem);
  return { message: place ? `${first} (${place})` : first, hint: null };
}

/** An error of syntax in a script that V8 refused; null where it was found in another way, such as by JSON.parse. */
async function refusedSyntax(problem: SyntaxError, first: string): Promise<Problem | null> {
  const place = syntaxPlace(problem);
  if (!place) return null;
  const { explainSyntax } = await import('./explain-syntax.js');
  const { line, syntax } = explainSyntax(place);
  if (syntax === null) return { message: `${first} (${place.file}:${line})`, hint: null };
  return {
    message: `${place.file}:${line}: Node ${process.version} cannot run ${syntax}: ${first}`,
    hint: 'Compile the file to older JavaScript first, such as with esbuild or tsc, and measure the result.',
  };
}

function placeInStack(problem: Error): string | null {
  const stack = String(problem.stack ?? '');
  const inSyntax =
    problem instanceof SyntaxError ? /^(?:file:\/\/)?(\/[^\n]*:\d+)$/m.exec(stack)?.[1] : undefined;
  const calls = [...stack.matchAll(/(?:\(|at )(?:file:\/\/)?(\/[^()\n]*?:\d+):\d+\)?$/gm)];
  const place = inSyntax ?? calls.find(([, call]) => !call?.startsWith(ownFolder))?.[1];
  return place?.replace(/\?[^:]*/, '') ?? null;
}
