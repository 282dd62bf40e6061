const mostNames = 6;

/** The names that are most like a wanted one, best first; all of them where they are few. */
export function nearestNames(wanted: string, names: readonly string[]): string[] {
  const distances = names.map((name) => ({ name, distance: distanceOf(wanted, name) }));
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostNames)
    .map(({ name }) => name);
}

/** Number of letters to insert, remove or replace; a name that contains the other is near. */
function distanceOf(wanted: string, name: string): number {
  const [a, b] = [wanted.toLowerCase(), name.toLowerCase()];
  return edits(a, b) - (a.includes(b) || b.includes(a) ? Math.min(a.length, b.length) : 0);
}

function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, replaced));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
