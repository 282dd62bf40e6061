import type { Actions } from './actions.js';
import type { ShownProfile } from './profile.js';
import type { Scene } from './scene.js';
import type { FlameState } from './state.js';
import type { Store } from './store.js';

/** What the parts of the page are made with. */
export interface Parts {
  readonly profile: ShownProfile;
  readonly scene: Scene;
  readonly store: Store<FlameState>;
  readonly actions: Actions;
  /** Stands before the ids of elements; no other graph on the page has it. */
  readonly prefix: string;
}
