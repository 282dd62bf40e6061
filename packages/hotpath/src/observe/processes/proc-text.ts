/** Fields of /proc/PID/status. */
export interface ProcStatus {
  /** A letter: R, S, D, T (stopped), Z (zombie) and others. */
  readonly state: string;
  readonly parent: number;
  /** Its pid in its own namespace, which differs in a container. */
  readonly ownPid: number;
  /** Handled signals: bit n - 1 is signal n. */
  readonly caught: bigint;
}

/** Reads /proc/PID/status: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export function readProcStatus(text: string): ProcStatus {
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    state: field('State').slice(0, 1),
    parent: Number(field('PPid')),
    // The last number belongs to the innermost namespace.
    ownPid: Number((field('NSpid') || field('Pid')).split(/\s+/).at(-1)),
    caught: BigInt(`0x${field('SigCgt') || '0'}`),
  };
}

export interface ListeningSocket {
  readonly address: string;
  readonly port: number;
}

/** Listening sockets by inode, from /proc/PID/net/tcp or tcp6. The file lists all sockets of the network of the process. */
export function readListeningSockets(text: string): ReadonlyMap<string, ListeningSocket> {
  const sockets = new Map<string, ListeningSocket>();
  for (const line of text.split('\n').slice(1)) {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    if (state === listening && inode !== undefined)
      sockets.set(inode, { address: addressText(address), port: Number.parseInt(port, 16) });
  }
  return sockets;
}

/** TCP_LISTEN of Linux's tcp_states.h. */
const listening = '0A';

/** The kernel prints addresses as 32-bit words in the byte order of the machine, here little-endian. */
function addressText(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16)),
  );
  if (bytes.length === 4) return bytes.join('.');
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (isMapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, group) =>
    (256 * (bytes[2 * group] as number) + (bytes[2 * group + 1] as number)).toString(16),
  );
  return shortest(groups.join(':'));
}

/** Shortens the two IPv6 addresses that matter here: any and loopback. */
function shortest(address: string): string {
  if (address === '0:0:0:0:0:0:0:0') return '::';
  return address === '0:0:0:0:0:0:0:1' ? '::1' : address;
}

/** Listening sockets as `lsof -F n` prints them, in lines such as n127.0.0.1:9229, n[::1]:80 and n*:80. */
export function readLsof(text: string): ListeningSocket[] {
  return [...text.matchAll(/^n(?:\[(.+)\]|(.+)):(\d+)$/gm)].map(([, six, four, port]) => ({
    address: six ?? (four === '*' ? '0.0.0.0' : (four as string)),
    port: Number(port),
  }));
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}

/** Whether a socket at this address accepts connections on all interfaces. */
export function isAnyAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}
