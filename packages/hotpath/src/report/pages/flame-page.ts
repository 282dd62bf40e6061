import type { Profile } from '../../model/profiles/profile.js';
import { flamePayload } from '../flame/flame-payload.js';
import type { FlameDrawing } from '../flame/flame-svg.js';
import { type Viewer, writeStandalonePage } from './standalone-page.js';

/** A flame graph as a page that stands alone. */
export function writeFlamePage(
  profile: Profile,
  drawing: Omit<FlameDrawing, 'width'>,
  viewer: Viewer,
): Generator<string> {
  const { title, said } = drawing;
  return writeStandalonePage(
    {
      title,
      withoutScript: `${title}: ${said}. To see the flame graph, allow this page its script; it loads nothing.`,
      block: 'profile',
      payload: flamePayload(profile, drawing),
    },
    viewer,
  );
}
