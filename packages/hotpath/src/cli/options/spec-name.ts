/** Whether an input is a specification, by its name. */
export function isSpec(name: string): boolean {
  return /\.hot\.[cm]?[jt]s$/.test(name);
}
