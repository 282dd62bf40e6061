/** Text below a title that unfolds it: Git hosts show the title alone at first. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
