import { describe, expect, it } from 'vitest';
import { isLoopback, readListeningSockets, readLsof, readProcStatus } from './proc-text.js';

describe('text about a process', () => {
  it('readProcStatus reads state, parent, namespace pid and handled signals', () => {
    const text =
      'Name:\tnode\nState:\tS (sleeping)\nPid:\t812\nPPid:\t33\nNSpid:\t812\t7\nSigIgn:\t0000000001001000\nSigCgt:\t0000000100004602\n';
    expect(readProcStatus(text)).toEqual({ state: 'S', parent: 33, ownPid: 7, caught: 0x100004602n });
    expect(readProcStatus('State:\tZ (zombie)\nPid:\t5\nPPid:\t1\n')).toEqual({
      state: 'Z',
      parent: 1,
      ownPid: 5,
      caught: 0n,
    });
  });

  it('readListeningSockets maps inodes to addresses and ports', () => {
    const four = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:240D 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 9548 1 0 100 0 0 10 0
   1: 0100007F:240D 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 9549 1 0 20 4 30 10 -1
   2: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1161 1 0 100 0 0 10 0\n`;
    expect([...readListeningSockets(four)]).toEqual([
      ['9548', { address: '127.0.0.1', port: 9229 }],
      ['1161', { address: '0.0.0.0', port: 2024 }],
    ]);
    const six = (address: string): string =>
      [...readListeningSockets(`\n 0: ${address}:0050 0:0 0A 0:0 0:0 0 0 0 1`).values()][0]?.address ?? '';
    expect(six('00000000000000000000000001000000')).toBe('::1');
    expect(six('00000000000000000000000000000000')).toBe('::');
    expect(six('0000000000000000FFFF00000100007F')).toBe('127.0.0.1');
    expect(six('B80D0120000000000000000001000000')).toBe('2001:db8:0:0:0:0:0:1');
  });

  it('readLsof reads addresses, and isLoopback recognises loopback ones', () => {
    expect(readLsof('p4711\nf21\nn127.0.0.1:9229\nf22\nn[::1]:80\nf23\nn*:3000\n')).toEqual([
      { address: '127.0.0.1', port: 9229 },
      { address: '::1', port: 80 },
      { address: '0.0.0.0', port: 3000 },
    ]);
    expect(['127.0.0.1', '127.3.2.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '1.127.0.0'].some(isLoopback)).toBe(false);
  });
});
