/**
 * Makes text from outside safe to show, so that no name can pass for another. Control characters become their pictures
 * (from U+2400 on). Lone surrogates, C1 controls and bidirectional overrides become U+FFFD.
 */
export function plainText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the ones to replace.
      .replace(/[\u0000-\u001f]/g, (letter) => String.fromCharCode(0x2400 + letter.charCodeAt(0)))
      .replace(/\u007f/g, '\u2421')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  );
}
