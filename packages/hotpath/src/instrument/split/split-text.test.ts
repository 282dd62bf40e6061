import { encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { describe, expect, it } from 'vitest';
import { brokenEverywhere } from '../../../test/support/broken-everywhere.js';
import { lineIndex, lineStarts } from '../../model/text/lines.js';
import { splitText } from './split-text.js';

/** A piece of a line of generated text, and its original line, from 1; null: of no source. */
type Piece = readonly [text: string, line: number | null];

const address = 'code.js.map';

/** Generated lines with a map that has a segment for each piece, at column 4 of its original line. */
function generated(...lines: readonly (readonly Piece[])[]): { text: string; mappings: string } {
  const segments = lines.map((pieces) => {
    let column = 0;
    return pieces.flatMap(([text, line]): SourceMapSegment[] => {
      const at = column;
      column += text.length;
      return line === null ? [] : [[at, 0, line - 1, 4]];
    });
  });
  const text = lines.map((pieces) => pieces.map(([piece]) => piece).join('')).join('\n');
  return { text: `${text}\n//# sourceMappingURL=${address}`, mappings: encode(segments) };
}

const split = ({ text, mappings }: { text: string; mappings: string }) =>
  splitText(text, ['commonjs', 'module'], (asked) => (asked === address ? { mappings } : null));

/** The lines of a split text, without the comment that names the map. */
const linesOf = (found: ReturnType<typeof split>) => found?.text.split('\n').slice(0, -1);

/** The original place of each character, from a map in the text. */
function places(text: string, map: { mappings: string }): unknown[] {
  const traced = new TraceMap({ version: 3, sources: ['a.ts'], names: [], ...map });
  const [lineOf, starts] = [lineIndex(text), lineStarts(text)];
  return [...text].flatMap((character, offset) => {
    if (character === '\n') return [];
    const line = lineOf(offset);
    const found = originalPositionFor(traced, { line, column: offset - (starts[line - 1] as number) });
    return [[character, found.line, found.column]];
  });
}

const oneLine = generated([
  ['var helper;', null],
  ['function spin(n){', 3],
  ['let x=n;', 4],
  ['if(x)', 5],
  ['return ', 6],
  ['x+', 6],
  ['1;', 7],
  ['return x', 8],
  ['}', 9],
]);

describe('splitText', () => {
  it('gives each original line a line of its own, and never the operand of a return', () => {
    expect(linesOf(split(oneLine))).toEqual([
      'var helper;',
      'function spin(n){',
      'let x=n;',
      'if(x)',
      'return x+',
      '1;',
      'return x',
      '}',
    ]);
    const late = generated([
      ['f();', 1],
      ['return ', 2],
      ['x.', 3],
      ['y', 4],
    ]);
    expect(linesOf(split(late))).toEqual(['f();', 'return x', '.', 'y']);
  });

  it('leaves each character its original place', () => {
    const found = split(oneLine)?.text ?? '';
    const data = /base64,(\S+)/.exec(found)?.[1] ?? '';
    const map = JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as { mappings: string };
    const code = (text: string): string => text.replace(/\n\/\/# source.*$/, '');
    expect(places(code(found), map)).toEqual(places(code(oneLine.text), oneLine));
  });

  it('knows where each line was before', () => {
    const before = split(
      generated(
        [['a;', 1]],
        [
          ['b();', 2],
          ['c()', 3],
        ],
      ),
    )?.before;
    expect(before?.slice(0, 3)).toEqual([
      { line: 0, column: 0 },
      { line: 1, column: 0 },
      { line: 1, column: 4 },
    ]);
  });

  it('breaks only lines on which statements or functions of several original lines begin', () => {
    const whole = [
      ['f(', 1],
      ['a,', 2],
      ['b);', 3],
    ] as const;
    expect(split(generated(whole))).toBeNull();
    expect(
      linesOf(
        split(
          generated(whole, [
            ['if(a)', 4],
            ['b()', 5],
          ]),
        ),
      ),
    ).toEqual(['f(a,b);', 'if(a)', 'b()']);
    const functions = generated([
      ['x.map(', 1],
      ['a=>', 2],
      ['a+1', 2],
      [').map(', 2],
      ['b=>', 3],
      ['b)', 3],
    ]);
    expect(linesOf(split(functions))).toEqual(['x.map(', 'a=>a+1).map(', 'b=>b)']);
  });

  it.each([
    ['without a map', { ...oneLine, text: oneLine.text.replace(address, 'other.map') }],
    [
      'whose only comment is in a string',
      { ...oneLine, text: `a();b();\`\n//# sourceMappingURL=${address}\`` },
    ],
    [
      'in another language',
      generated([
        ['let a: number;', 1],
        ['b();', 2],
      ]),
    ],
    [
      'of one original line',
      generated([
        ['a();', 1],
        ['b()', 1],
      ]),
    ],
  ])('leaves a text %s as it is', (_, made) => {
    expect(split(made)).toBeNull();
  });
});

describe('mayBreak', () => {
  it.each([
    'a=b;c++;--d;e=f++ + ++g;label:for(;;){break label}',
    'function f(){if(a)return;else return-1;throw{a}}function*g(){yield*h();yield/re/g;yield[1]}',
    'async function f(){await using x=y;for await(const a of b)await c;async()=>1;const d=async x=>x,e=async(x)=>{}}',
    'class A{static async*a(){}get b(){return 1}set b(c){}static{d()}#e=1;get;set;async;static f=2;["g"]=3;static get h(){}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a text with templates
    'x=`a${b}c${`d${e}`}\n${f}`;tag`g${h}`;y=/[/]}{/.test(i)?a/b/c:d?.e?.[f]??g',
    'var let_,async,get,of;async=get;of(async);async(of);get:while(x-->0);do x();while(y)z()',
    'import a,{b as c}from"d";import*as e from"f"with{type:"json"};export default async function(){}export{c as"g"};export*from"h"',
    'x=a\n++b;c=d\n/e/g;if(a)b;else if(c)d;else{e}try{f}catch{g}finally{h}new.target',
  ])('keeps the meaning of %s', (text) => {
    const found = brokenEverywhere(text);
    expect(found?.isSame).toBe(true);
    expect(found?.breaks).toBeGreaterThan(10);
  });
});
