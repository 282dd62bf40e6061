/** Text that a reader opens who wants it: Git hosts show the title alone. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
