/** File names have at most 255 bytes on most file systems; the rest is for a start, a number and an ending. */
const mostBytes = 150;

/** Names of devices on Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A part of a file name for something with a free name, such as a path: letters and digits of all languages, `_`, `.` and
 * `-`; other characters become hyphens. It names no folder, no hidden file and no option. Different names can give the
 * same text.
 */
export function safeStem(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
    .replace(/^[-.]+/, '');
  const stem = shortened(plain).replace(/[-.]+$/, '');
  if (stem === '') return 'path';
  return device.test(stem) ? `path-${stem}` : stem;
}

/** Cuts between characters. */
function shortened(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}
