import MagicString from 'magic-string';
import { declarations } from '../places/declarations.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { jumpsIn, putBefore } from '../syntax/jumps.js';
import type { Node, ParsedSource } from '../syntax/parse.js';
import { afterLineBreak, insertProlog } from '../syntax/prolog.js';
import {
  closeTurns,
  nextTurn,
  nextTurnKeeping,
  openTurns,
  type Repeat,
  repeatProlog,
} from './repeat-code.js';

/**
 * Puts loops around regions. No line moves. The number of turns is read at run time, so the same machine code runs the
 * region once or several times, and the growth of the whole is the cost of the region. Variables that the region declares
 * are declared again after the loop, with the values of the last turn.
 */
export function insertRepeats(
  source: ParsedSource,
  repeats: readonly Repeat[],
  runtime: string,
): MagicString {
  const text = new MagicString(source.text, { filename: source.file });
  const regions = findRegions(source);
  for (const repeat of repeats) repeatRegion(text, source, repeat, regionAt(source, regions, repeat.start));
  insertProlog(text, source, repeats.map((repeat) => repeatProlog(repeat, runtime)).join(' '));
  return text;
}

function repeatRegion(text: MagicString, source: ParsedSource, repeat: Repeat, region: Region): void {
  const declared = declarations(region);
  const names = declared.flatMap((declaration) => declaration.names);
  for (const jump of jumpsIn(region.owner.body as Node)) {
    if (!jump.leaves({ from: region.bodyStart, to: region.bodyEnd })) continue;
    const returns = jump.node.type === 'ReturnStatement' && jump.node.argument;
    putBefore(text, jump.node, returns ? nextTurnKeeping(repeat, '$hpValue') : nextTurn(repeat));
  }
  // On the next line, because text at the end of a line comment would become part of the comment.
  text.appendLeft(afterLineBreak(source.text, region.bodyStart), `${openTurns(repeat, names)} `);
  text.prependRight(region.bodyEnd, `; ${closeTurns(repeat, declared)} `);
}
