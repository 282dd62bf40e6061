import { describe, expect, it } from 'vitest';
import { untilOccupied } from './trace.js';

describe('whether a path waits', () => {
  const pass = (occupied: number | null) => ({
    operations: 64,
    nsPerOperation: 50_000,
    occupied,
    async: false,
  });
  const tell = async (...shares: (number | null)[]) => {
    const left = shares.map(pass);
    const { occupied, operations } = await untilOccupied(async () => left.shift() ?? pass(0));
    return { occupied, operations };
  };

  it('is decided by one pass if that was on the processor, or if the system does not report it', async () => {
    expect(await tell(0.97)).toEqual({ occupied: 0.97, operations: 64 });
    expect(await tell(null)).toEqual({ occupied: null, operations: 64 });
  });

  it('takes several passes to find that it does: another virtual machine may have taken the processor', async () => {
    expect(await tell(0.6, 0.95)).toEqual({ occupied: 0.95, operations: 128 });
  });

  it('is certain when no pass was on the processor', async () => {
    expect(await tell(0.2, 0.3, 0.25, 0.9)).toEqual({ occupied: 0.3, operations: 192 });
  });
});
