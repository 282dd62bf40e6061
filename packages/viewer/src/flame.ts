import type { FlamePayload } from '../../hotpath/src/model/profiles/flame-payload.js';
import { showPage } from './flame/page.js';
import { readProfile } from './flame/state/profile.js';

const block = document.getElementById('profile') as HTMLElement;
const payload = JSON.parse(block.textContent ?? '') as FlamePayload;
// The text is as large as what was made of it.
block.remove();
showPage(readProfile(payload), payload.icicle);
