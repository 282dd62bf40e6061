import { describe, expect, it } from 'vitest';
import { withStandIns } from './stand-ins.js';

/** The code without the functions at its end. */
function body(code: string, format: 'module' | 'commonjs'): string {
  return withStandIns('/x.js', code, format).slice(0, code.length);
}

describe('stand-ins', () => {
  it('of import.meta are as long as it is, so that what follows keeps its offset and line', () => {
    expect(body('const a = import.meta.url; after()', 'module')).toBe('const a = $hpMeta()  .url; after()');
    const broken = 'const a = import\n.meta\n.url; after()';
    const replaced = body(broken, 'module');
    expect(replaced.indexOf('after')).toBe(broken.indexOf('after'));
    expect(replaced.split('\n').length).toBe(broken.split('\n').length);
  });

  it('of import() are as long as it is, in CommonJS alone', () => {
    const code = "import('a'); import /* b */ (b, { with: {} }); async () => import(import('c'))";
    expect(body(code, 'commonjs')).toBe(
      "$hpImp('a'); $hpImp /* b */ (b, { with: {} }); async () => $hpImp($hpImp('c'))",
    );
    expect(withStandIns('/x.js', code, 'module')).toBe(code);
  });

  it('leave words in texts and comments, and code without such syntax, as they are', () => {
    const code = "// import.meta and import('a')\nconst s = 'import.meta import(';";
    expect(withStandIns('/x.js', code, 'module')).toBe(code);
    expect(withStandIns('/x.js', code, 'commonjs')).toBe(code);
  });

  it('are defined after a comment at the end', () => {
    const code = withStandIns('/x.js', 'import.meta; // end', 'module');
    expect(code.split('\n')[1]).toContain('function $hpMeta()');
  });
});
