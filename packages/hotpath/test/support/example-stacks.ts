import { driverName, type Frame, type StackSample } from '../../src/model/profiles/stack-sample.js';

/** The frame of the measuring loop. */
export const driverFrame: Frame = { name: driverName, file: '', line: 3 };

/** A frame on a line of the sample path's source, or of another file. */
export function frameAt(line: number, file = '/project/logger.ts'): Frame {
  return { name: 'f', file, line };
}

/** A stack that the measuring loop called, innermost frame first. */
export function stackOf(count: number, ...frames: readonly Frame[]): StackSample {
  return { frames: [...frames, driverFrame], count };
}
