const perPiece = 10_000;

/**
 * JSON piece by piece, for a script block of an HTML page: without "<", which could end the block, and without characters
 * that older parsers take for line ends.
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
