// What the file-parsing cases of web-platform-tests expect. Their assertions are text beside the files:
// those of a single value are read from it, the loops of a few files are written out here.
import { isDeepStrictEqual } from 'node:util';

const after = (count, values) => [...values, ...Array.from({ length: count }, () => undefined)];

/** Of each cue, by file, what a loop over them asserts. */
const loops = {
  'settings-align.test': {
    names: ['align'],
    values: [
      'center',
      'start',
      'center',
      'end',
      'left',
      'right',
      ...Array(6).fill('end'),
      'center',
    ],
  },
  'settings-position.test': {
    names: ['position', 'positionAlign'],
    values: after(14, [
      [1, 'auto'],
      [100, 'auto'],
      [1, 'auto'],
      [1.5, 'auto'],
      [1, 'line-left'],
      [1, 'center'],
      [1, 'line-right'],
      [1, 'auto'],
    ]).map((value) => value ?? ['auto', 'auto']),
  },
  'regions-lines.test': {
    names: ['region.lines'],
    values: after(4, [0, 1, 100, 101, 65_536, 4_294_967_296, 2 ** 64, 1e34, 2]).map(
      (value) => value ?? 3,
    ),
  },
  'regions-id.test': { names: ['region.lines'], values: [2, 1, 3, 4] },
  'regions-viewportanchor.test': {
    names: ['region.viewportAnchor.0', 'region.viewportAnchor.1'],
    values: after(14, [
      [0, 100],
      [0, 0],
      [1, 1],
      [100, 0],
      [0, 100],
      [100, 100],
    ]).map((value) => value ?? [0, 100]),
  },
  'timings-omitted-hours.test': {
    names: ['text', 'beginMs', 'endMs'],
    values: [0, 1, 2].map((index) => [`text${index}`, 0, 1000]),
  },
};

const newNames = { startTime: 'beginMs', endTime: 'endMs' };

/** What is otherwise than a case expects; undefined where nothing is. */
export function expectationsOf(text, name, file) {
  const asserted = text.split(/^===$/m)[0];
  const { cues } = file ?? { cues: [] };
  let understood = 0;
  for (const [, what, value] of asserted.matchAll(
    /assert_equals\((cues(?:\.length|\[\d+\]\.\w+)), ("[^"]*"|'[^']*'|\d+)(?:, cues)?\);/g,
  )) {
    understood++;
    const [, index, property] = /\[(\d+)\]\.(\w+)/.exec(what) ?? [];
    const isTime = property in newNames;
    const found = index === undefined ? cues.length : cues[index]?.[newNames[property] ?? property];
    const expected = readValue(value) * (isTime ? 1000 : 1);
    const wanted = isTime || typeof readValue(value) === 'number' ? expected : readValue(value);
    if (found !== wanted) return `${what} is ${JSON.stringify(found)} instead of ${value}`;
  }
  const loop = loops[name];
  if (loop !== undefined) {
    const found = cues.map((cue) => {
      const values = loop.names.map((path) => path.split('.').reduce((at, key) => at?.[key], cue));
      return values.length === 1 ? values[0] : values;
    });
    if (!isDeepStrictEqual(found, loop.values)) {
      return `${JSON.stringify(found)} instead of ${JSON.stringify(loop.values)}`;
    }
  }
  // A page cannot see the styles of a track, so that case asserts nothing of the file.
  const isKnown = loop !== undefined || name === 'stylesheets.test';
  const stated = asserted.match(/assert_equals\(/g)?.length ?? 0;
  return isKnown || understood === stated ? undefined : 'an assertion was not understood';
}

function readValue(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return JSON.parse(`"${text.slice(1, -1)}"`);
}
