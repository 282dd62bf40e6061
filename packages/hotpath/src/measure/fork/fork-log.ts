import type { ForkLog, ForkStep, StepName } from '../fork-message.js';
import { platform } from './platform.js';

/** What a task reports while it runs. */
export interface TaskReport {
  /** The share of its work that is done, 0 to 1. Messages are rare, whatever the number of calls. */
  alive(done: number): void;
  reached(step: StepName): void;
  /** V8 flags that it set for this fork. */
  setFlags(flags: readonly string[]): void;
}

/** Notes how a fork spends its time. It is sent with the result, because messages would disturb the measurement. */
export function createForkLog(): Pick<TaskReport, 'reached' | 'setFlags'> & { read(): ForkLog } {
  const beganMs = platform.now();
  const steps: ForkStep[] = [];
  const v8Flags: string[] = [];
  return {
    reached(name) {
      steps.push({ name, atMs: platform.now() });
    },
    setFlags(flags) {
      v8Flags.push(...flags);
    },
    read: () => ({ beganMs, steps, v8Flags }),
  };
}
