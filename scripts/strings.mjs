// Lists the words of each locale that are missing, over or empty, and the English words that nothing shows.
// `npm run strings` for all, `npm run strings -- de` for one. Ends with `N passed, N failed`: one count per locale, one for the unused.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

const folder = join(root, 'src/messages');
const parts = ['', '-details', '-faq', '-forms'];
const files = await readdir(folder);
const known = files.flatMap((name) => /^([a-z]{2}(?:-[a-z]{2})?)\.ts$/.exec(name)?.[1] ?? []);
const wanted = process.argv.slice(2);
const locales = known.filter((name) => (wanted.length > 0 ? wanted.includes(name) : name !== 'en'));

const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(String(messageText));
  },
});
const sources = config.fileNames.filter((name) => name.startsWith(join(root, 'src')));
const service = ts.createLanguageService({
  getScriptFileNames: () => sources,
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    const text = ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => config.options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});
const program = service.getProgram();

/** The words of one file: `path → { node, empty }`, groups left out. */
function wordsOf(locale, part) {
  const source = program.getSourceFile(join(folder, `${locale}${part}.ts`));
  const found = new Map();
  if (!source) return found;
  const visit = (object, path) => {
    for (const property of object.properties) {
      const name = property.name?.text;
      // What names the locale and fetches its later parts is no word.
      if (!name || name === 'locale' || name.startsWith('load')) continue;
      const value = unwrapped(property.initializer);
      const at = path ? `${path}.${name}` : name;
      if (value && ts.isObjectLiteralExpression(value)) visit(value, at);
      else found.set(at, { property, source, empty: value?.text === '' });
    }
  };
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      const object = unwrapped(initializer);
      if (object && ts.isObjectLiteralExpression(object)) visit(object, '');
    }
  }
  return found;
}

/** Without `satisfies` and `as`. */
function unwrapped(node) {
  const isTyped = node && (ts.isSatisfiesExpression(node) || ts.isAsExpression(node));
  return isTyped ? unwrapped(node.expression) : node;
}

/** Whether something outside of the messages says the word: by its name, or as one of a group that is looked up or handed on. */
function isShown({ property, source }) {
  if (hasUse(property, source, () => true)) return true;
  for (let group = groupOf(property); ts.isPropertyAssignment(group); group = groupOf(group))
    if (hasUse(group, source, isUsedAsAWhole)) return true;
  return false;
}

function groupOf(property) {
  let group = property.parent.parent;
  while (ts.isAsExpression(group) || ts.isSatisfiesExpression(group)) group = group.parent;
  return group;
}

function hasUse(property, source, counts) {
  const references = service.findReferences(source.fileName, property.name.getStart(source)) ?? [];
  return references
    .flatMap(({ references: uses }) => uses)
    .filter(({ fileName }) => !fileName.startsWith(folder))
    .some(({ fileName, textSpan }) => {
      const file = program.getSourceFile(fileName);
      return counts(tokenAt(file, textSpan.start), file);
    });
}

/** `words[code]`, `{ ...words }`, `f(words)`; not `words.one`. */
function isUsedAsAWhole(name) {
  let node = name.parent;
  if (ts.isBindingElement(node)) return true;
  if (!ts.isPropertyAccessExpression(node)) return true;
  node = node.parent;
  return !ts.isPropertyAccessExpression(node);
}

function tokenAt(file, position) {
  let found = file;
  const visit = (node) => {
    if (node.getStart(file) <= position && position < node.end) {
      found = node;
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(file, visit);
  return found;
}

let passed = 0;
let failed = 0;
const report = (title, complaints) => {
  console.log(`${complaints.length === 0 ? '✓' : '✗'} ${title}`);
  for (const complaint of complaints) console.log(`    ${complaint}`);
  if (complaints.length === 0) passed += 1;
  else failed += 1;
};

let total = 0;
const unused = [];
for (const part of parts) {
  for (const [path, word] of wordsOf('en', part)) {
    total += 1;
    if (!isShown(word)) unused.push(`en${part}: ${path}`);
  }
}
for (const locale of locales) {
  const complaints = [];
  for (const part of parts) {
    const english = wordsOf('en', part);
    const own = wordsOf(locale, part);
    for (const [path, { empty }] of english) {
      if (!own.has(path)) complaints.push(`missing in ${locale}${part}: ${path}`);
      else if (own.get(path).empty && !empty) complaints.push(`empty in ${locale}${part}: ${path}`);
    }
    for (const path of own.keys())
      if (!english.has(path)) complaints.push(`unknown in ${locale}${part}: ${path}`);
  }
  report(`${locale}: ${total} words`, complaints);
}
report(`every one of the ${total} English words is shown somewhere`, unused);
for (const name of wanted.filter((entry) => !known.includes(entry)))
  report(`${name}: there is no src/messages/${name}.ts`, ['Copy en.ts and its two parts.']);
console.log(JSON.stringify({ words: total, locales: locales.length, unused: unused.length }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
