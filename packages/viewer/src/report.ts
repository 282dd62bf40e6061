import { showReports } from './report/page.js';
import { readPayload } from './report/read-payload.js';

const block = document.getElementById('reports') as HTMLElement;
const payload = readPayload(block.textContent ?? '');
// Frees the text, which takes as much memory as the parsed payload.
block.remove();
showReports(payload);
