import { workerData } from 'node:worker_threads';
import { answered, asked, restingNs, type WakingSlots } from './waking-slots.js';

const slots = workerData as WakingSlots;

for (let last = 0; ; ) {
  Atomics.wait(slots, asked, last);
  last = Atomics.load(slots, asked);
  rest();
  Atomics.store(slots, answered, last);
  Atomics.notify(slots, answered);
}

function rest(): void {
  const start = process.hrtime();
  for (;;) {
    const [seconds, ns] = process.hrtime(start);
    if (seconds > 0 || ns >= restingNs) return;
  }
}
