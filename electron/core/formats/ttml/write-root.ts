import { listNamespaces, ttmlNamespace } from './namespaces';
import type { Profile } from './profiles';
import type { KeptParts } from './read-sections';
import { pick } from './restate-times';
import type { WrittenHead } from './write-head';
import type { TimeWriter } from './write-times';
import { type Attributes, writeAttributes } from './xml';

/** All parts of a document, written. */
export interface WrittenParts {
  readonly language: string;
  readonly headers: Attributes;
  readonly kept: KeptParts;
  readonly profile: Omit<Profile, 'label'>;
  readonly times: TimeWriter;
  readonly head: WrittenHead;
  readonly body: readonly string[];
}

const ofTimes = /^ttp:frameRate(?:Multiplier)?$/u;

/** A file of its parts, each on a line of its own. */
export function writeRoot(parts: WrittenParts): string {
  const { kept, head, language } = parts;
  const lines = [
    ...writeLines(0, kept.prolog),
    '  <head>',
    ...writeLines(2, head.before),
    ...writeGroup('styling', head.styling),
    ...writeGroup('layout', head.layout),
    ...writeLines(2, head.behind),
    '  </head>',
    ...parts.body,
    '</tt>',
  ];
  const isEmpty = lines.indexOf('  </head>') === lines.indexOf('  <head>') + 1;
  const shown = isEmpty ? lines.filter((line) => !/^ {2}<\/?head>$/u.test(line)) : lines;
  const attributes = listAttributes(parts, shown.join('\n'), language);
  const prolog = shown.splice(0, kept.prolog.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...prolog,
    `<tt${writeAttributes(attributes)}>`,
    ...shown,
    '',
  ].join('\n');
}

function listAttributes(
  { headers, profile, times }: WrittenParts,
  written: string,
  language: string,
): Attributes {
  const replaced = new Set(Object.keys(profile.attributes));
  const hasRate = Object.keys(times.attributes).length > 0;
  const own = pick(
    headers,
    (name) => !replaced.has(name) && !(hasRate && ofTimes.test(name)) && name !== 'xmlns',
  );
  const rest = { ...profile.attributes, ...times.attributes, ...own };
  const names = writeAttributes(rest);
  const base = headers['xmlns'] ?? ttmlNamespace;
  const used = listNamespaces(base).filter(
    ([prefix]) =>
      names.includes(` ${prefix}:`) ||
      written.includes(`<${prefix}:`) ||
      written.includes(` ${prefix}:`),
  );
  return {
    xmlns: base,
    ...Object.fromEntries(used.map(([prefix, value]) => [`xmlns:${prefix}`, value])),
    ...pick(rest, (name) => name.startsWith('xmlns:')),
    'xml:lang': language === 'und' ? '' : language,
    ...pick(rest, (name) => !name.startsWith('xmlns:')),
  };
}

function writeGroup(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`    <${name}>`, ...writeLines(3, lines), `    </${name}>`];
}

/** Lines that stand some levels deep. */
export function writeLines(level: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => '  '.repeat(level) + line);
}
