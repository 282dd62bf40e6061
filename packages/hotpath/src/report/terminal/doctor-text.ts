import { type Examination, isUnfit } from '../../doctor/examination.js';
import { wrap } from '../text/wrap.js';

const marks = { good: 'ok', poor: 'POOR', note: '' } as const;

/** What the doctor found, one screen: a line for each check, then what the machine can resolve. */
export function doctorText(examination: Examination, width: number): string {
  const { checks, abilities } = examination;
  const label = Math.max(...checks.map(({ name }) => name.length)) + 2;
  const indent = ' '.repeat(label + 6);
  const lines = checks.map(({ name, found, verdict }) =>
    wrap(`${name.padEnd(label)}${marks[verdict].padEnd(6)}${found}`, width, indent),
  );
  return `${[...lines, '', ...abilities.map((text) => wrap(text, width, '  ')), conclusion(examination, width)].join('\n')}\n`;
}

function conclusion(examination: Examination, width: number): string {
  const poor = examination.checks.filter(({ verdict }) => verdict === 'poor').map(({ name }) => name);
  const text = isUnfit(examination)
    ? `Numbers measured here now cannot be trusted. Poor: ${poor.join(', ')}.`
    : 'This machine can measure.';
  return wrap(text, width, '  ');
}
