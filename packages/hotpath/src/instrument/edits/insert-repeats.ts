import type MagicString from 'magic-string';
import { afterLineBreak } from '../../model/text/lines.js';
import { declarations } from '../places/declarations.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { createInsertions, type Insertions } from '../syntax/insertions.js';
import { createExits, type Exits, jumpsIn } from '../syntax/jumps.js';
import type { Node, ParsedSource } from '../syntax/parse.js';
import { insertProlog } from '../syntax/prolog.js';
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
  const insertions = createInsertions(source);
  const regions = findRegions(source);
  const exits = createExits(insertions);
  // A jump out of several regions starts the next turn of the innermost one first.
  for (const repeat of [...repeats].sort((a, b) => b.start - a.start))
    repeatRegion(insertions, exits, repeat, regionAt(source, regions, repeat.start));
  exits.close();
  insertProlog(insertions, repeats.map((repeat) => repeatProlog(repeat, runtime)).join(' '));
  return insertions.write();
}

function repeatRegion(insertions: Insertions, exits: Exits, repeat: Repeat, region: Region): void {
  const declared = declarations(region);
  const names = declared.flatMap((declaration) => declaration.names);
  for (const jump of jumpsIn(region.owner.body as Node)) {
    if (!jump.leaves({ from: region.bodyStart, to: region.bodyEnd })) continue;
    const returns = jump.node.type === 'ReturnStatement' && jump.node.argument;
    exits.put(jump.node, returns ? nextTurnKeeping(repeat, '$hpValue') : nextTurn(repeat));
  }
  // On the next line, because text at the end of a line comment would become part of the comment.
  const from = afterLineBreak(insertions.source.text, region.bodyStart);
  const [open, close] = [openTurns(repeat, names), closeTurns(repeat, declared)];
  insertions.around(from, region.bodyEnd, `${open} `, `; ${close} `);
}
