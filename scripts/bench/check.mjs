// Checking ten thousand cues by a profile, from scratch and after one edit. No library does the same: what
// is measured beside it is the reading of the same cues by one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'subtitle';
import { root } from '../lib-corpus.mjs';
import { withBuiltModule } from '../lib-typescript.mjs';

const cueCount = 10_000;
const rounds = 15;
const stepMs = 3000;
const words = (
  'the river ran past an old mill until it was dark and nobody saw where they had gone that night ' +
  'because of Mr. Brown, who counted 12 boats'
).split(' ');
const chinese = Array.from(
  '今天天气很好我们一起去公园散步，然后在河边吃了午饭下午回家的时候下起了大雨不过他说没有关系',
);
const texts = {
  'netflix-en': (index) => `${pick(words, ' ', index, 7)}\n${pick(words, ' ', index + 5, 6)}.`,
  'netflix-zh-Hans': (index) =>
    `${pick(chinese, '', index, 14)}\n${pick(chinese, '', index + 5, 12)}`,
};

/** @param addRow takes `[what, wall, figure, '']` */
export async function measureChecks(addRow) {
  await withBuiltModule('scripts/bench/check-parts.mjs', (ours) => {
    for (const [id, textOf] of Object.entries(texts)) {
      const file = join(root, 'resources/rule-profiles', `${id}.json`);
      const profile = ours.parseRuleProfile(JSON.parse(readFileSync(file, 'utf8')), id);
      const { scratchMs, editMs, problems } = measure(ours, profile, textOf);
      addRow([
        `zimu, ${cueCount} cues by ${id}`,
        '',
        `from scratch ${scratchMs.toFixed(1)} ms, after an edit ${editMs.toFixed(2)} ms (${problems} problems)`,
        '',
      ]);
      if (profile.language.startsWith('zh')) {
        const without = withoutRule(profile, 'mid-phrase');
        const restMs = measure(ours, without, textOf).scratchMs;
        addRow(['  of it words of Chinese', '', `${(scratchMs - restMs).toFixed(1)} ms`, '']);
      }
      const readMs = measureReading(textOf);
      addRow([
        '  against reading them with subtitle',
        '',
        `${readMs.toFixed(1)} ms; checking takes ${(scratchMs / readMs).toFixed(2)} × that`,
        '',
      ]);
    }
  });
}

function withoutRule(profile, id) {
  return { ...profile, rules: { ...profile.rules, [id]: false } };
}

function measure({ makeChecker, retimeWords }, profile, textOf) {
  const context = { language: profile.language, shotsMs: [], ownWords: [] };
  const made = makeDocument(retimeWords, textOf);
  let scratchMs = Infinity;
  const edits = [];
  let problems = 0;
  for (let round = 0; round < rounds; round++) {
    // New objects each time, as what is known of a sentence is kept with it; their words are the same, so
    // that the memory of a document that was just made is not cleared up meanwhile.
    let document = made.map((sentence) => ({ ...sentence }));
    const checker = makeChecker(profile, context);
    const beganMs = performance.now();
    problems = checker.check(document).flat().length;
    scratchMs = Math.min(scratchMs, performance.now() - beganMs);
    for (let edit = 0; edit < 5; edit++) {
      const place = (edit * 1999) % cueCount;
      const changed = { ...document[place], text: `${document[place].text} so` };
      document = document.with?.(place, changed) ?? replace(document, place, changed);
      const editedMs = performance.now();
      checker.check(document);
      edits.push(performance.now() - editedMs);
    }
  }
  edits.sort((left, right) => left - right);
  return { scratchMs, editMs: edits[Math.floor(edits.length / 2)], problems };
}

function replace(list, place, value) {
  const copy = list.slice();
  copy[place] = value;
  return copy;
}

function makeDocument(retimeWords, textOf) {
  return Array.from({ length: cueCount }, (_, index) => {
    const text = textOf(index);
    const span = { beginMs: index * stepMs, endMs: index * stepMs + stepMs - 400 };
    return { id: String(index), ...span, text, channel: 0, words: retimeWords([], text, span) };
  });
}

function measureReading(textOf) {
  const file = Array.from({ length: cueCount }, (_, index) => {
    const beginMs = index * stepMs;
    return `${index + 1}\n${timecode(beginMs)} --> ${timecode(beginMs + stepMs - 400)}\n${textOf(index)}\n`;
  }).join('\n');
  let bestMs = Infinity;
  for (let round = 0; round < rounds; round++) {
    const beganMs = performance.now();
    parseSync(file);
    bestMs = Math.min(bestMs, performance.now() - beganMs);
  }
  return bestMs;
}

function timecode(timeMs) {
  return new Date(timeMs).toISOString().slice(11, 23).replace('.', ',');
}

function pick(list, between, from, count) {
  return Array.from(
    { length: count },
    (_, place) => list[(from * 7 + place * 3 + place * place) % list.length],
  ).join(between);
}
