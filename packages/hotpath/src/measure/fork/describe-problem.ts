/** One line: what was thrown, and the first place in its stack that is in a file. */
export function describeProblem(problem: unknown): string {
  if (!(problem instanceof Error)) return `threw ${String(problem)}`;
  const stack = String(problem.stack ?? '');
  const first = `${problem.name}: ${problem.message}`.split('\n', 1)[0] ?? '';
  const inSyntax =
    problem instanceof SyntaxError ? /^(?:file:\/\/)?(\/[^\n]*:\d+)$/m.exec(stack)?.[1] : undefined;
  const place = inSyntax ?? /(?:\(|at )(?:file:\/\/)?(\/[^()\n]*?:\d+):\d+\)?$/m.exec(stack)?.[1];
  return place ? `${first} (${place.replace(/\?[^:]*/, '')})` : first;
}
