import { describe, expect, it } from 'vitest';
import { inspectorPlace } from './inspector-place.js';

describe('inspectorPlace', () => {
  it('reads arguments and NODE_OPTIONS, and lets the last option win', () => {
    const place = (words: string, nodeOptions = ''): string => {
      const { host, port } = inspectorPlace(words.split(' '), nodeOptions);
      return `${host} ${port}`;
    };
    expect(place('server.js')).toBe('127.0.0.1 9229');
    expect(place('--inspect server.js')).toBe('127.0.0.1 9229');
    expect(place('--inspect=9300 server.js')).toBe('127.0.0.1 9300');
    expect(place('--inspect-brk=0.0.0.0 server.js')).toBe('0.0.0.0 9229');
    expect(place('--inspect-port 0.0.0.0:9400 server.js')).toBe('0.0.0.0 9400');
    expect(place('--inspect-port=[::1]:9400 server.js')).toBe('::1 9400');
    expect(place('--debug-port=0 server.js', '--max-old-space-size=99 --inspect-port=1234')).toBe(
      '127.0.0.1 0',
    );
    expect(place('server.js', '--inspect-port=1234')).toBe('127.0.0.1 1234');
  });
});
