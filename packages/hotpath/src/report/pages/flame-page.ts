import type { Profile } from '../../model/profiles/profile.js';
import { flamePayload } from '../flame/flame-payload.js';
import type { FlameDrawing } from '../flame/flame-svg.js';
import { type Viewer, writeStandalonePage } from './standalone-page.js';

/** A flame graph as a self-contained page. */
export function writeFlamePage(
  profile: Profile,
  drawing: Omit<FlameDrawing, 'width'>,
  viewer: Viewer,
): Generator<string> {
  const { title, said } = drawing;
  return writeStandalonePage(
    {
      title,
      withoutScript: `${title}: ${said}. To see the flame graph, allow scripts for this page; it loads nothing from the network.`,
      block: 'profile',
      payload: flamePayload(profile, drawing),
    },
    viewer,
  );
}
