import { relative } from 'node:path';
import { type CommandContext, runSpecs } from 'hotpath/cli';

/** How a path of known truth is measured. */
export interface MeasureOptions {
  readonly quick?: boolean;
}

/** Measures one specification and prints nothing. `save`: where the raw measurement is kept; null: nowhere. */
export function measureSpec(
  file: string,
  { quick }: MeasureOptions,
  save: string | null,
  { output, folder, signal, freshSeed }: CommandContext,
): ReturnType<typeof runSpecs> {
  return runSpecs(
    [relative(folder, file)],
    {
      effort: quick ? 'quick' : 'default',
      seed: freshSeed(),
      silenceMs: 30_000,
      routes: false,
      folder,
      save,
      signal,
    },
    { ...output, out: () => {} },
  );
}
