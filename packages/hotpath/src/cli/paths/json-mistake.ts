/** A mistake in a text that should be JSON. */
export interface JsonMistake {
  /** UTF-16 offset. */
  readonly at: number;
  readonly expected: string;
}

const space = /[ \t\n\r]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const string = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;

/** Where a text stops to be JSON: messages of JSON.parse often lack the place. Null for JSON. */
export function jsonMistake(text: string): JsonMistake | null {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const takes = (character: string): boolean => {
    skip(space);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const expect = (expected: string): JsonMistake => ({ at, expected });
  const members = (close: string, member: () => JsonMistake | null): JsonMistake | null => {
    if (takes(close)) return null;
    for (;;) {
      const mistake = member();
      if (mistake) return mistake;
      if (takes(close)) return null;
      if (!takes(',')) return expect(`"," or "${close}"`);
    }
  };
  const property = (): JsonMistake | null => {
    skip(space);
    if (!skip(string)) return expect('a name in double quotes');
    return takes(':') ? value() : expect('":"');
  };
  const value = (): JsonMistake | null => {
    if (takes('[')) return members(']', value);
    if (takes('{')) return members('}', property);
    return skip(string) || skip(scalar) ? null : expect('a value');
  };
  const mistake = value();
  if (mistake) return mistake;
  skip(space);
  return at === text.length ? null : expect('the end');
}
