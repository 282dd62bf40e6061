import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Envelope } from '../src/build-envelope.js';
import type { Sink } from '../src/sink.js';

/** A path in a new directory, which is removed when the test ends. */
export function temporaryFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'fapilog-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'app.log');
}

export function readLines(path: string): Envelope[] {
  return parseLines(readFileSync(path, 'utf8'));
}

export function parseLines(text: string): Envelope[] {
  const rows = text.split('\n');
  // The last row is empty only if the last line is complete.
  if (rows.pop() !== '') throw new Error('the text does not end in a line feed');
  return rows.map((row) => JSON.parse(row) as Envelope);
}

export interface MemorySink extends Sink {
  text: string;
  flushes: number;
  closes: number;
}

export function memorySink(): MemorySink {
  return {
    text: '',
    flushes: 0,
    closes: 0,
    write(lines) {
      this.text += lines;
    },
    async flush() {
      this.flushes += 1;
    },
    async close() {
      this.closes += 1;
    },
  };
}

/** The numbers 0 to count - 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
