import ts from 'typescript';
import { mayName } from './may-name';

/** Where values come in and values go out, and nothing else. */
const pureFolders: readonly string[] = ['electron/core/', 'electron/isi/domain/'];

/** What has another answer at each asking, acts later, or leads to one that does. */
const impureGlobals: ReadonlySet<string> = new Set([
  ...['process', 'performance', 'crypto', 'Temporal', 'globalThis', 'global', 'self', 'window'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
]);

/** Of these, what a value alone decides; anything else of them, and they themselves, is refused. */
const pureMembers: Readonly<Record<string, (name: string) => boolean>> = {
  Date: (name) => name === 'parse' || name === 'UTC',
  Math: (name) => name !== 'random',
};

const names = [...impureGlobals, ...Object.keys(pureMembers)];

/**
 * What in a source file of a pure folder asks the clock, chance or the program it runs in, as
 * sentences. The compiler's settings leave most of that out; they do not leave out the clock.
 * @param path relative to the project, with forward slashes
 */
export function findImpurities(path: string, text: string): string[] {
  if (!pureFolders.some((folder) => path.startsWith(folder))) return [];
  if (!mayName(text, names)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isValue(node) && isImpure(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      problems.push(`${path}:${line + 1}: ${node.parent.getText(source)} is no pure value`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function isImpure(node: ts.Identifier): boolean {
  if (impureGlobals.has(node.text)) return true;
  const isPureMember = Object.hasOwn(pureMembers, node.text) ? pureMembers[node.text] : undefined;
  if (isPureMember === undefined) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return !isPureMember(parent.name.text);
  // A date of a given moment is a value; one of no moment is now.
  const isGivenDate = ts.isNewExpression(parent) && (parent.arguments?.length ?? 0) > 0;
  return !(node.text === 'Date' && isGivenDate && parent.expression === node);
}

/** Whether an identifier stands for a value, not for a type or the name of a property. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  const isNameOfProperty =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent);
  return !(isNameOfProperty && parent.name === node);
}
