import { decodeReferences } from './character-references';
import { tokeniseCueText, trimAnnotation } from './cue-text-tokens';
import { readTimestamp } from './timestamp';

/** A node of the tree that the standard builds of the text of a cue. */
export type CueNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'time'; readonly atMs: number }
  | {
      readonly kind: 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'v' | 'lang';
      readonly classes: readonly string[];
      /** The name of a voice, or a language. */
      readonly annotation: string;
      readonly children: readonly CueNode[];
    };

type ParentKind = Exclude<CueNode['kind'], 'text' | 'time'>;

interface OpenNode {
  readonly kind: ParentKind | undefined;
  readonly children: CueNode[];
}

const kinds: ReadonlySet<string> = new Set<ParentKind>([
  'c',
  'i',
  'b',
  'u',
  'ruby',
  'rt',
  'v',
  'lang',
]);

/** Whether the standard knows tags of that name. */
export function isCueTag(name: string): name is ParentKind {
  return kinds.has(name);
}

/** The tree of a cue's text (W3C WebVTT 6.4, "WebVTT cue text parsing rules"). */
export function parseCueText(text: string): readonly CueNode[] {
  const root: OpenNode = { kind: undefined, children: [] };
  const open: OpenNode[] = [root];
  for (const token of tokeniseCueText(text)) {
    const current = open.at(-1)!;
    if (token.kind === 'text') {
      current.children.push({ kind: 'text', text: decodeReferences(token.raw) });
    } else if (token.kind === 'time') {
      const atMs = readTimestamp(token.value);
      if (atMs !== undefined) current.children.push({ kind: 'time', atMs });
    } else if (token.kind === 'end') {
      if (token.name === current.kind) open.pop();
      else if (token.name === 'ruby' && current.kind === 'rt') open.splice(-2);
    } else if (isCueTag(token.name) && (token.name !== 'rt' || current.kind === 'ruby')) {
      const children: CueNode[] = [];
      const annotation = trimAnnotation(decodeReferences(token.annotation));
      current.children.push({ kind: token.name, classes: token.classes, annotation, children });
      open.push({ kind: token.name, children });
    }
  }
  return root.children;
}
