import type { InspectJob } from '../../job.js';
import type { InspectedSpec } from '../../task-results.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase, loadVariant } from '../load-variant.js';
import { publish } from '../probes/published.js';
import { watchScripts } from '../watch-scripts.js';

/** Loads the specification, sets it up and takes it down, and gives its description of itself. */
export async function inspect(
  { spec: file, variants: [variant] }: InspectJob,
  { reached }: TaskReport,
): Promise<InspectedSpec> {
  publish(variant.id, {});
  watchScripts();
  const spec = await loadVariant(file, variant);
  const context = await inPhase('setup', () => spec.setup());
  reached('loaded');
  await inPhase('teardown', () => spec.teardown(context));
  const { name, sources, functions, repeatable, named: operations, replacements } = spec;
  return { name, sources, functions, repeatable, operations, replacements };
}
