import { seededRandom } from '../../src/stats/random.js';

/**
 * A program as text: a function `main(log)` of random statements, of which some are marked as regions. It ends after some hundred steps,
 * whatever it does. The same seed gives the same program.
 */
export function randomProgram(seed: number): string {
  return new Writer(seed).program();
}

/** Names of variables that every scope may use; all are declared in `main`. */
const variables = ['a', 'b', 'c', 'd'];

interface Around {
  readonly loops: readonly string[];
  readonly inLoop: boolean;
  readonly inSwitch: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Levels of statements that may still be nested. */
  readonly depth: number;
}

class Writer {
  readonly #random: () => number;
  #names = 0;
  #regions = 0;
  /** Statements that may still be written. */
  #left = 18;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  program(): string {
    const isAsync = this.#chance(0.3);
    const around = { loops: [], inLoop: false, inSwitch: false, isAsync, isGenerator: false, depth: 4 };
    return [
      `${isAsync ? 'async ' : ''}function main(log) {`,
      this.#chance(0.2) ? "'use strict'" : '',
      'let a = 1, b = 2, c = 3, d = 4; let fuel = 300; const kept = [];',
      'const nameOf = (value) => typeof value === "function" ? value.name + "()" : String(value);',
      'const step = (n) => { if (--fuel < 0) throw new Error("no fuel"); return n; };',
      this.#list(around),
      'return [a, b, c, d, kept.map((f) => typeof f === "function" ? f() : f)];',
      '}',
    ].join('\n');
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #one<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)] as T;
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  /** Statements on lines of their own, a stretch of which may be a region. */
  #list(around: Around): string {
    const count = 1 + Math.floor(this.#random() * 4);
    const statements: string[] = [];
    for (let n = 0; n < count && this.#left > 0; n++) statements.push(this.#statement(around));
    if (!this.#chance(0.5)) return statements.join(this.#chance(0.8) ? '\n' : ' ');
    const from = Math.floor(this.#random() * (statements.length + 1));
    const to = from + Math.floor(this.#random() * (statements.length + 1 - from));
    this.#leaveSemicolons(statements, to - 1);
    const mark = `// #region r${this.#regions++}`;
    return [
      ...statements.slice(0, from),
      mark,
      ...statements.slice(from, to),
      '// #endregion',
      // A mark at the end of a switch case would lie outside of it.
      ';',
      ...statements.slice(to),
    ].join('\n');
  }

  /** Where a line follows that a statement cannot continue on, its semicolon may be missing; not that of the statement `kept`. */
  #leaveSemicolons(statements: string[], kept: number): void {
    for (const [index, statement] of statements.entries()) {
      const next = index === kept ? '' : (statements[index + 1] ?? '');
      if (/[\w)\]];$/.test(statement) && /^[\w{]/.test(next) && this.#chance(0.5))
        statements[index] = statement.slice(0, -1);
    }
  }

  #block(around: Around): string {
    return `{\n${this.#list(around)}\n}`;
  }

  /** A statement where only one may stand. */
  #body(around: Around): string {
    return this.#chance(0.6) ? this.#block(around) : this.#simple(around);
  }

  #statement(around: Around): string {
    this.#left--;
    if (around.depth === 0 || this.#left <= 0) return this.#simple(around);
    const inner = { ...around, depth: around.depth - 1 };
    const writers = [
      () => this.#simple(around),
      () => this.#simple(around),
      () => this.#declaration(around),
      () => this.#branch(inner),
      () => this.#loop(inner),
      () => this.#switch(inner),
      () => this.#try(inner),
      () => this.#function(inner),
      () => this.#class(inner),
      () => this.#jump(around),
    ];
    return this.#one(writers)();
  }

  #simple(around: Around): string {
    const variable = this.#one(variables);
    return this.#one([
      () => `${variable} = ${this.#expression(around)};`,
      () => `${variable} ${this.#one(['+=', '-=', '^='])} ${this.#expression(around)};`,
      () => `log(${this.#expression(around)})${this.#one([';', '; // done\n', '\n;'])}`,
      () => `${variable}++`.concat(';'),
      () => `kept.push(() => ${this.#one(variables)});`,
      () => `[${variable}, ${this.#one(variables)}] = [${this.#expression(around)}, 7];`,
      () => `({ x: ${variable} = 5 } = { x: ${this.#expression(around)} });`,
    ])();
  }

  #declaration(around: Around): string {
    const name = this.#name('v');
    const use = `log(${name});`;
    return this.#one([
      () => `const ${name} = ${this.#expression(around)}; ${use}`,
      () => `let ${name} = ${this.#expression(around)}; ${name} += 1; ${use}`,
      () => `var ${name} = ${this.#expression(around)}; ${use}`,
      () =>
        `const { ${name} = 3, ...rest${name} } = { y: ${this.#expression(around)} }; log(Object.keys(rest${name}).length + ${name});`,
      () => `const [, ${name} = a] = [1]; ${use}`,
    ])();
  }

  #expression(around: Around, depth = 2): string {
    const leaf = (): string => this.#one([...variables, '1', '2', 'step(3)', '"s".length']);
    if (depth === 0) return leaf();
    const sub = (): string => this.#expression(around, depth - 1);
    return this.#one([
      leaf,
      () => `(${sub()} + ${sub()}) % 1000`,
      () => `(${sub()}, ${sub()})`,
      () => `(${sub()} > ${sub()} ? ${sub()} : ${sub()})`,
      () => `(${sub()} && ${sub()})`,
      () => `((x) => /* => */ x + 1)(${sub()})`,
      () => {
        const own = { ...around, isAsync: false, isGenerator: false };
        return `(function () { return arguments.length, ${this.#expression(own, depth - 1)}; })(1, 2)`;
      },
      () => (around.isAsync ? `(await ${leaf()})` : leaf()),
      () => (around.isGenerator ? `(yield ${leaf()})` : leaf()),
      () => `[${sub()}].map((n = 2) => n).length`,
    ])();
  }

  #branch(around: Around): string {
    const otherwise = this.#chance(0.5) ? ` else ${this.#body(around)}` : '';
    return `if (${this.#expression(around)} > 3) ${this.#body(around)}${otherwise}`;
  }

  #loop(around: Around): string {
    const label = this.#chance(0.4) ? this.#name('l') : '';
    const inside = {
      ...around,
      inLoop: true,
      inSwitch: false,
      loops: label === '' ? around.loops : [...around.loops, label],
    };
    const name = this.#name('i');
    const head = label === '' ? '' : `${label}: `;
    return this.#one([
      () =>
        `${head}for (let ${name} = 0; ${name} < 3; ${name}++) {\nstep(0); kept.push(() => ${name});\n${this.#list(inside)}\n}`,
      () => `let ${name} = 3;\n${head}while (${name}-- > 0) {\nstep(0);\n${this.#list(inside)}\n}`,
      () =>
        `let ${name} = 2;\n${head}do {\nstep(0);\n${this.#list(inside)}\n} while (--${name} > 0)`.concat(';'),
      () => `${head}for (const ${name} of [1, 2]) ${this.#body(inside)}`,
      () => `${head}for (const ${name} in { x: 1, y: 2 }) ${this.#body(inside)}`,
      () =>
        around.isAsync
          ? `${head}for await (const ${name} of [1, Promise.resolve(2)]) ${this.#body(inside)}`
          : ';',
    ])();
  }

  #switch(around: Around): string {
    const inside = { ...around, inSwitch: true };
    const end = (): string => this.#one(['break;', '', '']);
    return `switch (${this.#expression(around)} % 3) {\ncase 0: ${this.#list(inside)}\n${end()}\ncase 1: {\n${this.#list(inside)}\n${end()}\n}\ndefault: ${this.#list(inside)}\n}`;
  }

  #try(around: Around): string {
    const handler = this.#one([
      () => ` catch (e) {\nlog(e.message);\n${this.#list(around)}\n}`,
      () => ` catch ${this.#block(around)}`,
      () => ` finally ${this.#block(around)}`,
      () => ` catch (e) ${this.#block(around)} finally ${this.#block(around)}`,
    ])();
    return `try {\n${this.#list(around)}\nif (a % 2) throw new Error("t" + a);\n}${handler}`;
  }

  #function(around: Around): string {
    const name = this.#name('f');
    const own = { ...around, loops: [], inLoop: false, inSwitch: false, isAsync: false, isGenerator: false };
    const body = (): string => this.#list(own);
    const value = (): string =>
      this.#one([
        '',
        '\nreturn a, b',
        '\nreturn b++, a;',
        '\nreturn () => a;',
        '\nreturn this === undefined;',
      ]);
    const say = (call: string): string => `log(nameOf(${call}));`;
    return this.#one([
      () => `function ${name}(x, y = a) {\n${body()}${value()}\n}\n${say(`${name}(1)`)}`,
      () =>
        `const ${name} = (x) => ${this.#expression(own)};\n${say(`${name}(1)`)} log(${name}.name + ${name}.length);`,
      () => `const ${name} = (x) => { ${body()}${value()}\n};\n${say(`${name}(1)`)}`,
      () => {
        const generator = { ...own, isGenerator: true };
        const left = this.#one([
          `for (const x of ${name}()) { log(x); if (x === 2) break; }`,
          `log([...${name}()].length);`,
          `{ const it = ${name}(); it.next(); it.return(1); log(it.next().done); }`,
        ]);
        return `function* ${name}() {\n${this.#list(generator)}\nyield* [a, 2];\n${this.#list(generator)}\n}\n${left}`;
      },
      () => {
        if (!around.isAsync) return ';';
        const asynchronous = { ...own, isAsync: true };
        return `async function ${name}(x) {\n${this.#list(asynchronous)}${value()}\n}\nlog(nameOf(await ${name}(1)));`;
      },
      () => {
        if (!around.isAsync) return ';';
        const both = { ...own, isAsync: true, isGenerator: true };
        return `async function* ${name}() {\n${this.#list(both)}\nyield* [1, Promise.resolve(2)];\nreturn Promise.resolve(3)\n}\nfor await (const x of ${name}()) { log(x); if (x === a) break }`;
      },
    ])();
  }

  #class(around: Around): string {
    const name = this.#name('C');
    const own = { ...around, loops: [], inLoop: false, inSwitch: false, isAsync: false, isGenerator: false };
    return [
      `class ${name} extends Array {`,
      `#hidden = ${this.#expression(own)}; static made = 0;`,
      `static { ${name}.made++; }`,
      `constructor() { super(); this.push(1); ${this.#list(own)}\n}`,
      `get hidden() { return this.#hidden }`,
      `set hidden(n) { ${this.#list(own)}\nthis.#hidden = n; }`,
      `static of(...n) { return super.of(...n) }`,
      `'quoted name'(x = this.length) { ${this.#list(own)}\nreturn x, this.hidden }`,
      `}`,
      `{ const o = new ${name}(); o.hidden = 4; log(o['quoted name']() + ${name}.made + ${name}.of(1, 2).length); }`,
    ].join('\n');
  }

  #jump(around: Around): string {
    const jumps = ['return a, b', 'return', 'return ((n) => n + b)(a);', 'throw new Error("j")'];
    if (around.inLoop)
      jumps.push('break', 'continue', ...around.loops.flatMap((l) => [`break ${l}`, `continue ${l}`]));
    else if (around.inSwitch) jumps.push('break');
    return `if (${this.#one(variables)} > ${this.#one(['3', '9', '50'])}) ${this.#one(jumps)}\n;`;
  }
}
