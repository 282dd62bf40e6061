import type { CopySafety } from '../../model/report/costs.js';
import { boxTable } from './layout/box-table.js';

/** Titles of the changes, after the call, from which a copy may protect. */
const changes: Readonly<Record<string, string>> = {
  top: 'of payload',
  nested: 'of what is in it',
  holder: 'of the copy',
};

/** What each method keeps of what a payload holds, and from which later changes it protects. */
export function safetyTables(safety: readonly CopySafety[], width: number): string {
  const kept = Object.keys(safety[0]?.keeps ?? {});
  const protectedFrom = Object.keys(safety[0]?.protects ?? {});
  return [
    answerTable(
      'Keeps',
      kept,
      safety.map(({ method, keeps }) => [method, ...kept.map((name) => keeps[name] ?? '')]),
      width,
    ),
    '"shared": the copy refers to the same object and sees its later changes',
    answerTable(
      'Protects from change',
      protectedFrom.map((name) => changes[name] ?? name),
      safety.map(({ method, protects }) => [
        method,
        ...protectedFrom.map((name) => (protects[name] ? 'yes' : 'no')),
      ]),
      width,
    ),
  ].join('\n');
}

function answerTable(
  title: string,
  questions: readonly string[],
  lines: readonly (readonly string[])[],
  width: number,
): string {
  const titles = [title, ...questions];
  return boxTable(
    titles.map((name) => ({ title: name, align: 'left' })),
    [lines],
    width,
  );
}
