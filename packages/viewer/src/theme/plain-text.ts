/**
 * Text from outside as it can be shown: control characters as their pictures (U+2400 on); halves of letters, and what
 * turns the direction of the text after it, as U+FFFD, so that no name can look like another.
 */
export function plainText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/[\u0000-\u001f]/g, (letter) => String.fromCharCode(0x2400 + letter.charCodeAt(0)))
      .replace(/\u007f/g, '\u2421')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  );
}
