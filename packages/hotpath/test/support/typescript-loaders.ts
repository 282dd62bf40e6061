import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const find = createRequire(import.meta.url);
const packageFile = (name: string): string => JSON.stringify(find.resolve(name));

/** A way to run TypeScript: words of Node before the program, and files that it needs. */
export interface TypeScriptLoader {
  readonly words: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** How packages are written for it. */
  readonly type: 'module' | 'commonjs';
}

const tsx = ['--import', pathToFileURL(find.resolve('tsx')).href];

/** The loaders that people use, as their packages are installed. */
export const typescriptLoaders: Readonly<Record<string, TypeScriptLoader>> = {
  'tsx, as an ES module': { words: tsx, files: {}, type: 'module' },
  'tsx, as CommonJS': { words: tsx, files: {}, type: 'commonjs' },
  'ts-node': {
    words: ['--require', './ts-node.cjs'],
    files: {
      'ts-node.cjs': `require(${packageFile('ts-node')}).register({
        transpileOnly: true,
        skipProject: true,
        compiler: ${packageFile('typescript')},
        compilerOptions: { module: 'commonjs', target: 'es2022' },
      });`,
    },
    type: 'commonjs',
  },
  Babel: {
    words: ['--require', './babel.cjs'],
    files: {
      'babel.cjs': `require(${packageFile('@babel/register')})({
        extensions: ['.ts'],
        presets: [${packageFile('@babel/preset-typescript')}],
        plugins: [${packageFile('@babel/plugin-transform-modules-commonjs')}],
        cache: false,
        babelrc: false,
        configFile: false,
      });`,
    },
    type: 'commonjs',
  },
};
