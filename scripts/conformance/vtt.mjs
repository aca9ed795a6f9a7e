// WebVTT: the file-parsing and cue-text cases of web-platform-tests, the cases of vtt.js where they
// agree with today's standard, and all other files beside ffmpeg. A file that is read without a repair
// is written back as it stood.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual, TextDecoder } from 'node:util';
import { withModule } from '../lib-typescript.mjs';
import { ffmpegDifferences, vttJsDifferences } from './lib-vtt-differences.mjs';
import { expectationsOf } from './lib-vtt-expectations.mjs';

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const folder = join(corpus, 'subtitles/vtt');
  return withModule('/electron/core/formats/vtt/compute-vtt.ts', ({ computeVtt }) =>
    withModule('/electron/core/formats/vtt.ts', ({ vtt }) => {
      const failures = [];
      const counts = {};
      const check = (kind, name, run) => {
        counts[kind] = (counts[kind] ?? 0) + 1;
        const reason = explain(run);
        if (reason !== undefined) failures.push({ name: `${kind}: ${name}`, reason });
      };
      const compute = (path) => computeVtt(decode(path));
      for (const path of listFiles(join(folder, 'wpt-file-parsing'), '.test')) {
        const file = compute(path.replace(/\.test$/, '.vtt'));
        check('wpt file parsing', basename(path), () =>
          expectationsOf(readFileSync(path, 'utf8'), basename(path), file),
        );
      }
      check('wpt file parsing', 'header-regions.vtt', () =>
        compareRegions(compute(join(folder, 'wpt-file-parsing/header-regions.vtt'))),
      );
      for (const name of [
        'empty',
        'signature-invalid',
        'signature-missing',
        'signature-invalid-whitespace',
      ]) {
        check('wpt file parsing', `${name}.vtt`, () =>
          compute(join(folder, 'wpt-file-parsing', `${name}.vtt`)) === undefined
            ? undefined
            : 'is taken for WebVTT',
        );
      }
      for (const path of listFiles(join(folder, 'wpt-cue-text'), '.dat')) {
        readTreeCases(readFileSync(path, 'utf8')).forEach(({ data, tree }, index) => {
          check('wpt cue text', `${basename(path)} ${index + 1}`, () => {
            const nodes = computeVtt(`WEBVTT\n\n00:00.000 --> 00:01.000\n${data}`)?.cues[0]?.nodes;
            return compare(printTree(nodes ?? [], 0).join('\n'), tree);
          });
        });
      }
      const unused = new Set(Object.keys(vttJsDifferences));
      for (const path of listFiles(join(folder, 'vttjs'), '.json')) {
        const name = basename(path, '.json');
        check('vtt.js', name, () => {
          const expected = JSON.parse(readFileSync(path, 'utf8'));
          const file = compute(path.replace(/\.json$/, '.vtt'));
          const reason = compareVttJs(file, expected);
          if (reason !== undefined && vttJsDifferences[name] !== undefined) {
            unused.delete(name);
            return undefined;
          }
          return reason;
        });
      }
      for (const name of unused) {
        check('vtt.js', name, () => 'is listed as different from the standard, and is not');
      }
      const notLikeFfmpeg = new Set(Object.keys(ffmpegDifferences));
      for (const path of listFiles(folder, '.vtt')) {
        const name = path.slice(folder.length + 1);
        check('read and written back', name, () => {
          const { document, repairs } = vtt.read(decode(path));
          return repairs.length === 0
            ? compare(vtt.write(document).content, decode(path))
            : undefined;
        });
        if (/^(?:vttjs|wpt-file-parsing)\//.test(name)) continue;
        check('ffmpeg', name, () => {
          const reason = compareFfmpeg(path, vtt.read(decode(path)).document);
          if (reason !== undefined && ffmpegDifferences[name] !== undefined) {
            notLikeFfmpeg.delete(name);
            return undefined;
          }
          return reason;
        });
      }
      for (const name of notLikeFfmpeg) {
        check('ffmpeg', name, () => 'is listed as read otherwise by ffmpeg, and is not');
      }
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const failed = (kind) => failures.filter(({ name }) => name.startsWith(`${kind}: `)).length;
      const notes = [
        ...Object.entries(counts).map(
          ([kind, count]) => `${kind}: ${count - failed(kind)} of ${count}`,
        ),
        `of vtt.js ${Object.keys(vttJsDifferences).length} are not of today's standard, each with its section`,
        `of ffmpeg ${Object.keys(ffmpegDifferences).length} differ, each with its reason`,
      ];
      return { total, failures, notes };
    }),
  );
}

function listFiles(folder, end) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name))
    .sort();
}

/** As the standard does: UTF-8, without its mark; and with line feeds. */
function decode(path) {
  return new TextDecoder().decode(readFileSync(path)).replaceAll(/\r\n?/g, '\n');
}

/** The reason of a failure, also where it throws. */
function explain(run) {
  try {
    return run();
  } catch (error) {
    return `throws: ${error.stack.split('\n').slice(0, 3).join(' | ')}`;
  }
}

function compare(found, expected) {
  return isDeepStrictEqual(found, expected)
    ? undefined
    : `${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
}

/** The cues of that file say themselves what their region is. */
function compareRegions({ cues }) {
  for (const { text, region } of cues) {
    if (text === '"no region"') {
      if (region !== undefined) return `${JSON.stringify(region)} for a cue without a region`;
      continue;
    }
    if (region === undefined) return `no region for ${text}`;
    const shown = showRegion(region);
    const expected = { ...showRegion(usualRegion), ...JSON.parse(text) };
    const reason = compare(shown, expected);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const usualRegion = {
  ...{ width: 100, lines: 3, scroll: '' },
  ...{ regionAnchor: [0, 100], viewportAnchor: [0, 100] },
};

function showRegion({ width, lines, regionAnchor, viewportAnchor, scroll }) {
  const [regionAnchorX, regionAnchorY] = regionAnchor;
  const [viewportAnchorX, viewportAnchorY] = viewportAnchor;
  return { width, lines, regionAnchorX, regionAnchorY, viewportAnchorX, viewportAnchorY, scroll };
}

/** Cases of the tree format of html5lib. */
function readTreeCases(text) {
  return text
    .split(/^#data\n/m)
    .slice(1)
    .map((part) => {
      const [data, rest] = part.split(/\n#errors\n/);
      const [, tree = ''] = rest.split('#document-fragment\n');
      return { data: unescapeCase(data), tree: unescapeCase(tree.trimEnd()) };
    });
}

function unescapeCase(text) {
  return text.replaceAll(/\\(?:u([\dA-F]{4})|([ntfr]))/g, (_whole, code, letter) =>
    code === undefined
      ? { n: '\n', t: '\t', f: '\f', r: '\r' }[letter]
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function printTree(nodes, depth) {
  const indent = `| ${'  '.repeat(depth)}`;
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [`${indent}"${node.text}"`];
    if (node.kind === 'time') return [`${indent}<?timestamp ${showTime(node.atMs)}>`];
    const isSpan = node.kind === 'c' || node.kind === 'v' || node.kind === 'lang';
    const attributes = [
      ...(node.classes.length > 0 ? [`class="${node.classes.join(' ')}"`] : []),
      ...(node.kind === 'lang' ? [`lang="${node.annotation}"`] : []),
      ...(node.kind === 'v' ? [`title="${node.annotation}"`] : []),
    ];
    return [
      `${indent}<${isSpan ? 'span' : node.kind}>`,
      ...attributes.map((attribute) => `${indent}  ${attribute}`),
      ...printTree(node.children, depth + 1),
    ];
  });
}

function showTime(ms) {
  const pad = (value, digits) => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;
}

/** Names that older drafts had for what is called otherwise now. */
const newNames = { middle: 'center' };

function compareVttJs(file, expected) {
  const cues = (file?.cues ?? []).map((cue) => ({
    id: cue.id,
    startTime: cue.beginMs / 1000,
    endTime: cue.endMs / 1000,
    text: cue.text,
    vertical: cue.vertical,
    size: cue.size,
    // Without the sign that a zero may have.
    line: cue.line === 0 ? 0 : cue.line,
    snapToLines: cue.snapToLines,
    lineAlign: cue.lineAlign,
    position: cue.position,
    align: cue.align,
    region: cue.region?.id ?? '',
  }));
  const expectedCues = expected.cues.map((cue) =>
    Object.fromEntries(
      Object.keys(cues[0] ?? { id: '', text: '' }).map((name) => [
        name,
        newNames[cue[name]] ?? (cue[name] === 0 ? 0 : cue[name]),
      ]),
    ),
  );
  const regions = (file?.regions ?? []).map((region) => showRegion(region));
  const expectedRegions = expected.regions.map(({ id: _id, ...region }) => ({
    ...showRegion(usualRegion),
    ...region,
  }));
  return compare(cues, expectedCues) ?? compare(regions, expectedRegions);
}

function compareFfmpeg(path, { sentences }) {
  const written = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-c', 'copy', '-f', 'webvtt', '-'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const expected = written
    .split(/\n\n(?=(?:[^\n]*\n)?[\d:.]+ --> )/)
    .slice(1)
    .map((block) => /([\d:.]+) --> ([\d:.]+)/.exec(block))
    .map(([, begin, end]) => [toMs(begin), toMs(end)]);
  // In order of their times, as a document has them.
  const sort = (spans) => spans.sort(([a, b], [c, d]) => a - c || b - d);
  return compare(sort(sentences.map(({ beginMs, endMs }) => [beginMs, endMs])), sort(expected));
}

function toMs(time) {
  const parts = time.split(':').map(Number);
  return Math.round(parts.reduce((sum, part) => sum * 60 + part, 0) * 1000);
}
