import stringWidth from 'string-width';

/** Breaks a text at spaces, into lines of at most `width` terminal cells; lines after the first begin with `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/**
 * Breaks a name into lines of at most `width` terminal cells, `first` in the first one: after spaces and slashes and before
 * the function of a place (file:line(function)) where it can, else inside a word. Nothing is lost but spaces at the ends of lines.
 */
export function wrapName(name: string, width: number, first = width): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => (lines.length === 0 ? first : width);
  const finish = (): void => {
    lines.push(line.trimEnd());
    line = '';
  };
  for (const part of name.split(/(?<=[\s/\\])|(?<=\d)(?=\()/)) {
    if (stringWidth((line + part).trimEnd()) <= room()) {
      line += part;
      continue;
    }
    if (line !== '') finish();
    for (const { segment } of new Intl.Segmenter().segment(part)) {
      if (line !== '' && stringWidth(line + segment) > room()) finish();
      line += segment;
    }
  }
  finish();
  return lines;
}
