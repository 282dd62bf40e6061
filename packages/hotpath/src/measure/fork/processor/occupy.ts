/**
 * Occupies a processor for as long as the process that started it lives, whose number is its argument: by the time that
 * this runs at idle priority, it may have ended, and the parent be another. Started by `keep-awake.ts`.
 */
const starter = Number(process.argv[2]);
const breathMs = 20;

while (process.ppid === starter) {
  const end = performance.now() + breathMs;
  while (performance.now() < end);
}
