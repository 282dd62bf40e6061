import type { Command } from 'commander';

/**
 * Ends the command with an error when the value of one option is the name of another: `--json --quick` does not mean a
 * file named "--quick". Call it before the command's action.
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
