import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../scripts/run.mjs';
import { published } from './published.mjs';

/** What an embedding team has already when it reads a block that does not begin at the beginning. */
const ownNames = `
declare const provider: import('rescind').CancellationProviderElement;
declare const flow: import('rescind').CancellationFlow;
declare const adapter: import('rescind').StorefrontAdapter;
declare function accessToken(options?: { force: boolean }): Promise<string>;
declare function startMyBackend(): Promise<{ url: string; token: string }>;
declare function revoke(token: string): void;
declare function dropEveryGet(): void;
declare module '*/my-test-shop.js' { export const freshWorld: () => Promise<import('rescind/testing').ContractWorld> }
`;

/** What is documented is checked before anything is built. */
const paths = Object.fromEntries(
  [...published].map(([specifier, source]) => [specifier, [`./${source}`]]),
);

const folder = join(root, 'documented');
const ambient = join(folder, 'own-names.d.ts');

/** Checks blocks as modules of one program; returns lines that say where and what. */
export function typeCheck(blocks) {
  const files = new Map([[ambient, ownNames]]);
  const named = blocks.map((block, index) => {
    const file = join(folder, `${index}.${block.language === 'ts' ? 'mts' : 'mjs'}`);
    files.set(file, `${block.code}\nexport {};\n`);
    return { ...block, file };
  });
  const { options } = ts.parseJsonConfigFileContent(
    {
      extends: './tsconfig.base.json',
      compilerOptions: {
        ...{ paths, allowJs: true, checkJs: true, types: ['mocha', 'node'] },
        ...{ noUnusedLocals: false, noUnusedParameters: false },
      },
      files: [],
    },
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) =>
    files.has(file)
      ? ts.createSourceFile(file, files.get(file), version, true)
      : getSourceFile.call(host, file, version, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  return [{ path: 'own names', line: 1, language: 'ts', file: ambient }, ...named].flatMap(
    ({ path, line, language, file }) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
        .map(({ code, start = 0, messageText }) => ({
          code,
          line: line + source.getLineAndCharacterOfPosition(start).line,
          message: ts.flattenDiagnosticMessageText(messageText, ' '),
        }))
        .filter((found) => language === 'ts' || !isPlainJavaScript(found))
        .map((found) => `${path}:${found.line} ${found.message} (TS${found.code})`);
    },
  );
}

/** What JavaScript cannot say: types of parameters, that an element was found, which element an event came from. */
function isPlainJavaScript({ code, message }) {
  const implicitAny = code >= 7005 && code <= 7053;
  const maybeNothing = [2531, 2532, 2533, 18046, 18047, 18048, 18049].includes(code);
  const anyElement =
    code === 2339 && /on type '(Event|EventTarget|Element|HTMLElement)'/.test(message);
  return implicitAny || maybeNothing || anyElement;
}
