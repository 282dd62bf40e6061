import type { FlamePayload } from '../../hotpath/src/model/profiles/flame-payload.js';
import { showPage } from './flame/page.js';
import { readProfile } from './flame/state/profile.js';

const block = document.getElementById('profile') as HTMLElement;
const payload = JSON.parse(block.textContent ?? '') as FlamePayload;
// Frees the text, which takes as much memory as the parsed payload.
block.remove();
showPage(readProfile(payload), payload.icicle);
