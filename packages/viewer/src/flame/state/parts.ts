import type { Actions } from './actions.js';
import type { ShownProfile } from './profile.js';
import type { Scene } from './scene.js';
import type { FlameState } from './state.js';
import type { Store } from './store.js';

/** What the parts of a flame graph share. */
export interface Parts {
  readonly profile: ShownProfile;
  readonly scene: Scene;
  readonly store: Store<FlameState>;
  readonly actions: Actions;
  /** Prefix of element ids, unique among the graphs of a page. */
  readonly prefix: string;
}
