/**
 * Occupies a processor until the process whose id is its argument, and which started it, has ended. It may have ended before
 * this process first runs at idle priority, and the parent is then another. Started by `keep-awake.ts`.
 */
const starter = Number(process.argv[2]);
/** Time between two looks at the parent, ms. */
const breathMs = 20;

while (process.ppid === starter) {
  const end = performance.now() + breathMs;
  while (performance.now() < end);
}
