import { codeLogMarks } from '../../../v8/code-log-line.js';

/** A script that V8 compiles, and so logs, at this moment. */
export function markCodeLog(mark: keyof typeof codeLogMarks): void {
  new Function(`// ${codeLogMarks[mark]}`);
}
