import type MagicString from 'magic-string';
import { afterLineBreak } from '../../model/text/lines.js';
import { assignedOutside, carriedThrough } from '../places/assigned-outside.js';
import { declarations } from '../places/declarations.js';
import { functionAt } from '../places/find-functions.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { bodyText } from '../syntax/function-body.js';
import { createInsertions, type Insertions } from '../syntax/insertions.js';
import { createExits, type Exits, jumpsIn } from '../syntax/jumps.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';
import { insertProlog } from '../syntax/prolog.js';
import {
  closeSkip,
  enterFunction,
  type LeftVariables,
  openSkip,
  recordReturn,
  type Skip,
  skipProlog,
} from './skip-code.js';

/**
 * Makes places skippable. No line moves. A skipped execution assigns the values that an earlier execution recorded, or
 * returns what that returned. A primitive that the region computes from its own previous value is left unchanged. A
 * recorded constant would break the data dependency, and the CPU could then overlap code that really has to wait.
 */
export function insertSkips(source: ParsedSource, skips: readonly Skip[], runtime: string): MagicString {
  const insertions = createInsertions(source);
  const regions = skips.some(({ place }) => place === 'region') ? findRegions(source) : [];
  const exits = createExits(insertions);
  for (const skip of skips) {
    if (skip.place === 'region') skipRegion(insertions, exits, skip, regionAt(source, regions, skip.start));
    else skipFunction(insertions, exits, skip, functionAt(source, skip.start));
  }
  exits.close();
  insertProlog(insertions, skips.map((skip) => skipProlog(skip, runtime)).join(' '));
  return insertions.write();
}

function skipRegion(insertions: Insertions, exits: Exits, skip: Skip, region: Region): void {
  const declared = declarations(region);
  const assigned = assignedOutside(region);
  const left: LeftVariables = {
    declared: declared.flatMap(({ names }) => names),
    assigned,
    carried: carriedThrough(region, assigned),
  };
  const stretch = { from: region.bodyStart, to: region.bodyEnd };
  for (const jump of jumpsIn(region.owner.body as Node))
    if (jump.leaves(stretch)) putReturn(exits, skip, jump.node);
  const again = declared.map(
    ({ kind, names }) =>
      `${kind} ${names.map((name) => `${name} = $hpOut${skip.index}_${name}`).join(', ')};`,
  );
  // On the next line, because text at the end of a line comment would become part of the comment.
  const from = afterLineBreak(insertions.source.text, region.bodyStart);
  insertions.around(from, region.bodyEnd, `${openSkip(skip, left)} `, `; ${closeSkip(skip, left, again)} `);
}

function putReturn(exits: Exits, skip: Skip, jump: Node): void {
  const hasValue = jump.type === 'ReturnStatement' && jump.argument;
  exits.put(jump, recordReturn(skip, hasValue ? '$hpValue' : 'undefined'));
}

function skipFunction(insertions: Insertions, exits: Exits, skip: Skip, owner: FunctionNode): void {
  const { from, to, isExpression } = bodyText(insertions.source, owner);
  if (isExpression) {
    const end = `); ${recordReturn(skip, '$hpValue')} return $hpValue; }`;
    insertions.around(from, to, ` { ${enterFunction(skip)} const $hpValue = (0, `, end);
    return;
  }
  for (const jump of jumpsIn(owner.body as Node))
    if (jump.node.type === 'ReturnStatement') putReturn(exits, skip, jump.node);
  insertions.around(from, to, `; ${enterFunction(skip)}`, '');
}
