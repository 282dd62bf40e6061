import { codeLogMarks } from '../../../v8/read-code-log.js';

/** A script that V8 compiles, and so logs, at this moment. */
export function markCodeLog(mark: keyof typeof codeLogMarks): void {
  new Function(`// ${codeLogMarks[mark]}`);
}
