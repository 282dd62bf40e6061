const perPiece = 10_000;

/**
 * JSON piece by piece, to stand in a script block of an HTML page: no "<" that could end it, and nothing that older
 * parsers take for the end of a line.
 */
export function* embeddedJson(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* arrayJson(value);
  else if (typeof value === 'object' && value !== null) yield* objectJson(value);
  else yield escaped(JSON.stringify(value));
}

function* arrayJson(values: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < values.length; from += perPiece) {
    const piece = escaped(JSON.stringify(values.slice(from, from + perPiece)));
    yield (from === 0 ? '' : ',') + piece.slice(1, -1);
  }
  yield ']';
}

function* objectJson(value: object): Generator<string> {
  let before = '{';
  for (const [key, member] of Object.entries(value)) {
    yield `${before}${escaped(JSON.stringify(key))}:`;
    yield* embeddedJson(member);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function escaped(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
