/** Names are cut to this many UTF-16 units before they are measured. */
const mostLetters = 400;

/** Cuts texts to a width. Each text is measured once. */
export interface Labels {
  /** Empty if `room` (px) is less than three ellipses wide. */
  fitted(text: string, room: number): string;
}

export function createLabels(widthOf: (text: string) => number): Labels {
  const widths = new Map<string, number>();
  const ellipsis = widthOf('…');
  const measured = (text: string): number => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = widthOf(text);
    widths.set(text, width);
    return width;
  };
  return {
    fitted(text, room) {
      if (room < 3 * ellipsis) return '';
      const start = text.slice(0, mostLetters);
      const width = measured(start);
      if (width <= room && start.length === text.length) return text;
      // Starts from an estimate by the mean letter width, which is rarely far off.
      let letters = Math.min(start.length, Math.ceil((start.length * (room - ellipsis)) / width) + 1);
      while (letters > 1 && widthOf(start.slice(0, letters)) > room - ellipsis) letters--;
      return letters < 2 ? '' : `${wholeLetters(start, letters)}…`;
    },
  };
}

/** The first letters of a text. Does not split a surrogate pair. */
function wholeLetters(text: string, letters: number): string {
  const last = text.charCodeAt(letters - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? letters - 1 : letters);
}
