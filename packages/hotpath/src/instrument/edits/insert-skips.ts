import MagicString from 'magic-string';
import { assignedOutside, carriedThrough } from '../places/assigned-outside.js';
import { declarations } from '../places/declarations.js';
import { functionAt } from '../places/find-functions.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { afterArrow, bodyStart } from '../syntax/function-body.js';
import { jumpsIn, putBefore } from '../syntax/jumps.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';
import { afterLineBreak, insertProlog } from '../syntax/prolog.js';
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
  const text = new MagicString(source.text, { filename: source.file });
  const regions = skips.some(({ place }) => place === 'region') ? findRegions(source) : [];
  for (const skip of skips) {
    if (skip.place === 'region') skipRegion(text, source, skip, regionAt(source, regions, skip.start));
    else skipFunction(text, skip, functionAt(source, skip.start));
  }
  insertProlog(text, source, skips.map((skip) => skipProlog(skip, runtime)).join(' '));
  return text;
}

function skipRegion(text: MagicString, source: ParsedSource, skip: Skip, region: Region): void {
  const declared = declarations(region);
  const assigned = assignedOutside(region);
  const left: LeftVariables = {
    declared: declared.flatMap(({ names }) => names),
    assigned,
    carried: carriedThrough(region, assigned),
  };
  const stretch = { from: region.bodyStart, to: region.bodyEnd };
  for (const jump of jumpsIn(region.owner.body as Node))
    if (jump.leaves(stretch)) putReturn(text, skip, jump.node);
  const again = declared.map(
    ({ kind, names }) =>
      `${kind} ${names.map((name) => `${name} = $hpOut${skip.index}_${name}`).join(', ')};`,
  );
  // On the next line, because text at the end of a line comment would become part of the comment.
  text.appendLeft(afterLineBreak(source.text, region.bodyStart), `${openSkip(skip, left)} `);
  text.prependRight(region.bodyEnd, `; ${closeSkip(skip, left, again)} `);
}

function putReturn(text: MagicString, skip: Skip, jump: Node): void {
  const hasValue = jump.type === 'ReturnStatement' && jump.argument;
  putBefore(text, jump, recordReturn(skip, hasValue ? '$hpValue' : 'undefined'));
}

function skipFunction(text: MagicString, skip: Skip, owner: FunctionNode): void {
  const body = owner.body as Node;
  if (body.type !== 'BlockStatement') {
    text.appendLeft(afterArrow(text.original, owner, body), ` { ${enterFunction(skip)} const $hpValue = (`);
    text.prependRight(owner.end, `); ${recordReturn(skip, '$hpValue')} return $hpValue; }`);
    return;
  }
  for (const jump of jumpsIn(body))
    if (jump.node.type === 'ReturnStatement') putReturn(text, skip, jump.node);
  text.appendLeft(bodyStart(text.original, body), `; ${enterFunction(skip)}`);
}
