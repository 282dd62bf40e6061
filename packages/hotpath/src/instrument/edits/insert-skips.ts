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
 * Lets places be left out of executions, on the lines that are there: no line moves. An execution that is left out takes
 * the values that an earlier one gave its variables, or returns what that returned. A number or text that the region
 * makes from its own old value stays as it is, as if the code were deleted: a value from elsewhere would free the code
 * behind it from waiting for the code before it.
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
  // On the next line: text at a line comment's end would become part of the comment.
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
