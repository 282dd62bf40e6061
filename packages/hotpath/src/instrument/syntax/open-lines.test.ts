import { expect, it } from 'vitest';
import { isDense, openLines } from './open-lines.js';

it.each([
  [
    'function f(a){let x=1;if(a){return x}x++;return x}',
    'function f(a){\nlet x=1;\nif(a){\nreturn x}\nx++;\nreturn x}',
  ],
  ['switch(a){case 1:f();break;default:g()}', 'switch(a){case 1:\nf();\nbreak;default:\ng()}'],
  ['const f=()=>{return[()=>{return 1}]}', 'const f=()=>{\nreturn[()=>{\nreturn 1}]}'],
  ['for(;;)for(;;)f()', 'for(;;)for(;;)f()'],
])('%s', (text, opened) => {
  expect(openLines('/f.cjs', text)).toBe(opened);
});

it('leaves lines that are open, and texts that are none', () => {
  const open = 'function f() {\n  let x = 1;\n  return x;\n}\n';
  expect(openLines('/f.cjs', open)).toBe(open);
  expect(openLines('/f.cjs', 'function {')).toBe('function {');
});

it('calls a text dense by its longest line', () => {
  expect(isDense('x\n'.repeat(200))).toBe(false);
  expect(isDense(`x;${'y'.repeat(200)}`)).toBe(true);
});
