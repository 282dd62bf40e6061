import { showReports } from './report/page.js';
import { readPayload } from './report/read-payload.js';

const block = document.getElementById('reports') as HTMLElement;
const payload = readPayload(block.textContent ?? '');
// The text is as large as what was made of it.
block.remove();
showReports(payload);
