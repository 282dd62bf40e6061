/** Calls `prepare` before the page is printed, and the functions that it returned afterwards. */
export function whilePrinting(prepare: () => (() => void)[]): void {
  let ends: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    ends = prepare();
  });
  addEventListener('afterprint', () => {
    for (const end of ends.splice(0)) end();
  });
}
