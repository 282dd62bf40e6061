/** Whether an input's name is that of a specification. */
export function isSpec(name: string): boolean {
  return /\.hot\.[cm]?[jt]s$/.test(name);
}
