import { type CopyLibraries, copyLibraries } from '../../costs/copy-methods.js';
import type { TriedMethod } from '../../costs/try-methods.js';
import { operationCosts } from '../../estimate/ledger/operation-costs.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { CopiedPayload, CopyCost } from '../../model/report/costs.js';
import type { OperationGroup } from '../../plan/forks/plan-operations.js';
import { pathOf, writeSpecification } from './cost-specification.js';

/** A payload: where forks find it, and which methods can copy it. */
export interface CopySubject {
  readonly name: string;
  readonly title: string;
  readonly from: { readonly shape: string } | { readonly url: string };
  readonly tried: readonly TriedMethod[];
}

/** Copies slower than this have forks of their own: batches that suit them would be too short for shallow copies. */
const slowMs = 1;

/** After this many copies V8 has compiled all that it compiles of any method. */
const warmUpOperations = 4096;

export function groupsOf(
  { name, from, tried }: CopySubject,
  libraries: CopyLibraries,
  folder: string,
): OperationGroup[] {
  // The reference is the path itself, which every fork measures.
  const measured = tried.filter(({ method, refusal }) => refusal === null && method.kind !== 'reference');
  const slow = measured.filter(({ ms }) => ms > slowMs);
  const others = measured.filter(({ ms }) => ms <= slowMs);
  return [others, slow]
    .filter((group, index) => index === 0 || group.length > 0)
    .map((group, index) => {
      const methods = group.map(({ method }) => method.name);
      const fileName = `${name.replace(/[^\w-]+/g, '-')}-${index}`;
      const settings = { payload: from, libraries, methods };
      const file = writeSpecification(folder, fileName, { module: 'copies', make: 'copiesOf', settings });
      return { path: pathOf(file, name, methods), async: false, warmUpOperations };
    });
}

/** What the methods cost. Every group measures the reference; its number comes from the group of the quick methods. */
export function costsOf(
  { name, title, tried }: CopySubject,
  measurements: readonly Measurement[],
): CopiedPayload {
  const costs = measurements.flatMap(operationCosts);
  const measured = tried.map(({ method, refusal }): CopyCost => {
    const id = method.kind === 'reference' ? '' : `operation/${method.name}`;
    const cost = costs.find((one) => one.id === id) ?? null;
    return { method: method.name, kind: method.kind, cost, refusal };
  });
  const missing = copyLibraries.filter((library) => !tried.some(({ method }) => method.name === library));
  const absent = missing.map(
    (method): CopyCost => ({ method, kind: 'deep', cost: null, refusal: 'not installed' }),
  );
  return { name, title, methods: [...measured, ...absent] };
}
