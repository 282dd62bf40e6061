import type { Command } from 'commander';

/**
 * Ends the command with a sentence where a value that an option must have is another option of the command: `--json --quick`
 * means no file named "--quick". To be run before the command's action.
 */
export function refuseSwallowedOption(command: Command): void {
  const flags = new Set(command.options.flatMap(({ short, long }) => [short, long]));
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    const words = Array.isArray(value) ? value : [value];
    const swallowed = words.find((word) => typeof word === 'string' && flags.has(word));
    if (option.required && swallowed !== undefined)
      command.error(`error: option '${option.flags}' argument missing: '${swallowed}' is an option`);
  }
}
