import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../scripts/run.mjs';

/** Every public event with its detail's type and fields, as the compiler sees `src/events.ts`; a field that may be missing has a "?". */
export function publicEvents() {
  const file = join(root, 'src/events.ts');
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const map = program
    .getSourceFile(file)
    .statements.filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'RescindEventMap');
  return checker.getPropertiesOfType(checker.getTypeAtLocation(map)).map((event) => {
    const type = checker.getTypeOfSymbol(event);
    const detail = checker.getTypeOfSymbol(type.getProperty('detail'));
    return {
      name: event.name,
      detail: checker.typeToString(detail),
      fields: checker
        .getPropertiesOfType(detail)
        .map(({ name, flags }) => (flags & ts.SymbolFlags.Optional ? `${name}?` : name)),
    };
  });
}
