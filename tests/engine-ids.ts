import ts from 'typescript';
import { mayName } from './may-name';

/** Where engine ids belong, and where a word that is one of them is another's. */
const excused: readonly { readonly path: string; readonly why: string }[] = [
  { path: 'electron/engines/', why: 'engines know themselves' },
  { path: 'electron/core/messages/texts/', why: 'what people read, no code' },
  { path: 'electron/isi/', why: "names of the vendor's services; see findEngineTalk" },
];

/**
 * A word that is an engine's id and much else: it counts only beside something that is called an
 * engine, or together with another id.
 */
const commonWords: readonly string[] = ['file'];

/**
 * Engine ids of the registry that code compares, lists, passes on or has as keys of a map, as
 * sentences: an engine says of itself what others want to know.
 * @param path relative to the project, with forward slashes
 */
export function findEngineIds(path: string, text: string, ids: readonly string[]): string[] {
  if (excused.some((entry) => path.startsWith(entry.path)) || !mayName(text, ids)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const report = (node: ts.Node, id: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    problems.push(`${path}:${line + 1}: names the engine ${id}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && ids.includes(node.text) && isNamed(node, ids)) {
      report(node, node.text);
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      const { text: key } = node.name;
      if (ids.includes(key) && isKeyOfEngines(node, ids)) report(node, key);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function isNamed(node: ts.StringLiteralLike, ids: readonly string[]): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false;
  if (ts.isLiteralTypeNode(parent)) return /engine/i.test(findDeclaration(parent).getText());
  if (!commonWords.includes(node.text)) return true;
  if (ts.isArrayLiteralExpression(parent)) {
    return parent.elements.some(
      (other) => other !== node && ts.isStringLiteralLike(other) && ids.includes(other.text),
    );
  }
  const around =
    ts.isCaseClause(parent) && ts.isSwitchStatement(parent.parent.parent)
      ? parent.parent.parent.expression
      : ts.isBinaryExpression(parent) || ts.isCallExpression(parent)
        ? parent
        : undefined;
  return around !== undefined && /engine/i.test(around.getText());
}

/** Of what a type is written: a field, a parameter, a variable or a named type. */
function findDeclaration(type: ts.Node): ts.Node {
  const isInType = ts.isTypeNode(type.parent) && !ts.isTypeLiteralNode(type.parent);
  return isInType ? findDeclaration(type.parent) : type.parent;
}

/** Whether a map is by engine: it has one of their own words for a key, or is called after them. */
function isKeyOfEngines(node: ts.PropertyAssignment, ids: readonly string[]): boolean {
  // What the registry is given to make engines of is by their names, and only the root knows it.
  const call = ts.findAncestor(node, ts.isCallExpression);
  if (call?.expression.getText() === 'createEngines') return false;
  const keys = ts.isObjectLiteralExpression(node.parent)
    ? node.parent.properties.flatMap(({ name }) =>
        name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : [],
      )
    : [];
  const known = keys.filter((key) => ids.includes(key));
  return known.length > 1 || known.some((key) => !commonWords.includes(key));
}

/**
 * Where the vendor's package speaks of engines, as sentences: it knows services of its own only. The
 * data of errors and a transcript have a field of that name, which is filled with a service.
 */
export function findEngineTalk(path: string, text: string): string[] {
  if (!path.startsWith('electron/isi/') || !mayName(text.toLowerCase(), ['engine'])) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    const isField = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && /engine/i.test(node.text) && !isField) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      problems.push(`${path}:${line + 1}: speaks of ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return problems;
}
