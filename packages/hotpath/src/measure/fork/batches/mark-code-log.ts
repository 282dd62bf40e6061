import { codeLogMarks } from '../../../v8/code-log-line.js';

/** Makes V8 compile, and therefore log, a script now. */
export function markCodeLog(mark: keyof typeof codeLogMarks): void {
  new Function(`// ${codeLogMarks[mark]}`);
}
