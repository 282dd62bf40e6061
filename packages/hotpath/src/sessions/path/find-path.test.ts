import { expect, it } from 'vitest';
import { examplePath, examplePlaces, rowlessPath } from '../../../test/support/example-path.js';
import { createFakeMeasurer } from '../../../test/support/fake-measurer.js';
import { UserError } from '../../errors.js';
import type { Measurer } from '../../measure/measurer.js';
import type { CallTree } from '../../model/path/call-tree.js';
import { withoutRows } from '../rows/wanted-rows.js';
import { findPath } from './find-path.js';

const chosen = { functions: 9, samples: 100, withoutFile: 0, undivided: ['it is one loop'], made: [] };
const choosePlaces = async () => ({ places: examplePlaces.slice(0, 1), chosen });
const wanted = { findPlaces: withoutRows, choosePlaces };

/** A path that has rows once places are chosen, or cannot be traced with them. */
function measurer(traceWithPlaces: () => CallTree): Measurer {
  const fake = createFakeMeasurer(rowlessPath);
  return {
    ...fake,
    trace: (path, places) =>
      places.length === 0 ? fake.trace(path, places) : Promise.resolve().then(traceWithPlaces),
  };
}

it('traces a path again with the places that were chosen', async () => {
  const found = await findPath(
    '/p.hot.ts',
    measurer(() => examplePath.tree),
    wanted,
  );
  expect([found.places.length, found.tree]).toEqual([1, examplePath.tree]);
});

it('keeps a path without rows that does not run with the chosen places, and says why', async () => {
  const refuse = (): never => {
    throw new UserError('a.js:3: cannot be probed', 'Leave it out.');
  };
  const found = await findPath('/p.hot.ts', measurer(refuse), wanted);
  expect(found.places).toEqual([]);
  expect(found.chosen).toMatchObject({ refused: 'a.js:3: cannot be probed', undivided: [] });
});

it('does not hide a fault of hotpath', async () => {
  const fail = (): never => {
    throw new Error('a fault');
  };
  await expect(findPath('/p.hot.ts', measurer(fail), wanted)).rejects.toThrow('a fault');
});
