/** Makes the page ready for paper; the functions that are returned put it back afterwards. */
export function whilePrinting(prepare: () => (() => void)[]): void {
  let ends: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    ends = prepare();
  });
  addEventListener('afterprint', () => {
    for (const end of ends.splice(0)) end();
  });
}
