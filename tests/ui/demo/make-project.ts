import { blankProject, type Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { tokenise } from '@core/transcript/tokenise';
import type { Word, WordTiming } from '@core/transcript/word';
import { createRandom, pick } from './random';

export interface ProjectPlan {
  readonly id: string;
  readonly title: string;
  readonly mediaName: string;
  readonly sentenceCount: number;
  readonly durationMs: number;
  readonly seed?: number;
  readonly hasVideo?: boolean;
}

/** A project about nothing in particular: two speakers, mostly English, every kind of word time. */
export function makeProject(plan: ProjectPlan): Project {
  const { id, title, mediaName, durationMs } = plan;
  return {
    ...blankProject,
    id,
    title,
    language: 'en',
    engine: plan.sentenceCount === 0 ? '' : 'local',
    media: {
      path: `/home/mara/Recordings/${mediaName}`,
      name: mediaName,
      sizeBytes: Math.round(durationMs * 16),
      durationMs,
      hasVideo: plan.hasVideo ?? false,
    },
    sentences: makeSentences(plan),
  };
}

/** Sentences of about ten words, evenly spread with pauses between; sorted. */
export function makeSentences({
  id,
  sentenceCount,
  durationMs,
  seed = 7,
}: Pick<ProjectPlan, 'id' | 'sentenceCount' | 'durationMs' | 'seed'>): readonly Sentence[] {
  const random = createRandom(seed);
  const slotMs = durationMs / Math.max(1, sentenceCount);
  let speaker = 0;
  return Array.from({ length: sentenceCount }, (_, index) => {
    if (random() < 0.3) speaker = 1 - speaker;
    const beginMs = Math.round(index * slotMs + slotMs * 0.04 * random());
    const endMs = Math.round((index + 1) * slotMs - slotMs * (0.06 + 0.16 * random()));
    const text = random() < 0.12 ? makeChinese(random) : makeEnglish(random);
    return {
      id: `${id}-s${index + 1}`,
      beginMs,
      endMs,
      text,
      channel: 0,
      speaker: ['Mara', 'Jonas'][speaker]!,
      words: makeWords(text, beginMs, endMs, random),
    };
  });
}

function makeWords(text: string, beginMs: number, endMs: number, random: () => number): Word[] {
  const tokens = tokenise(text);
  // Longer words take longer; a short pause follows each.
  const weights = tokens.map(({ text: token }) => 2 + token.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mood = random();
  const confidenceIsKnown = random() < 0.8;
  let passed = 0;
  return tokens.map((token, index) => {
    const timeAt = (share: number): number =>
      Math.round(beginMs + ((endMs - beginMs) * share) / total);
    const begin = timeAt(passed);
    const end = timeAt(passed + weights[index]! * 0.9);
    passed += weights[index]!;
    const timing = chooseTiming(mood, random);
    return {
      ...token,
      beginMs: begin,
      endMs: end,
      timing,
      ...(confidenceIsKnown && timing === 'measured'
        ? { confidence: Math.round((1 - random() ** 3 * 0.7) * 100) / 100 }
        : {}),
    };
  });
}

/** Most sentences are measured throughout; some were edited, some spread evenly. */
function chooseTiming(mood: number, random: () => number): WordTiming {
  if (mood < 0.12) return 'estimated';
  if (mood < 0.3 && random() < 0.35) return random() < 0.7 ? 'estimated' : 'manual';
  return 'measured';
}

const subjects = [
  'the ferry',
  'my neighbour',
  'every second bakery',
  'the old harbour master',
  'our teacher',
  'nobody in the village',
  'the lighthouse',
  'a good radio play',
  'the first snow',
  'the woman from the ticket office',
  'the museum',
  'half of the orchestra',
  'the river',
  'the night train',
  'whoever lives upstairs',
  'the committee',
];
const verbs = [
  'remembers',
  'leaves without',
  'depends on',
  'keeps a list of',
  'has never seen',
  'pays for',
  'was built around',
  'does not care about',
  'arrives before',
  'sounds like',
  'carries',
  'always talks about',
  'quietly replaced',
  'stands between',
];
const objects = [
  'the blue bicycles',
  'a jar of honey',
  'the winter timetable',
  'three hundred letters',
  'the smell of wet wool',
  'an argument about the bridge',
  'the quiet years',
  'a broken clock',
  'the last apples of October',
  'two tickets to Lisbon',
  'what we said on the stairs',
  'the map behind the door',
  'an empty swimming pool',
  'the market on Thursdays',
];
const endings = [
  'when the tide is out',
  'and nobody minds',
  'in the middle of March',
  'as far as I know',
  'because the roof was leaking',
  'for the third time this year',
  'without a single word',
  'until the lamps are lit',
  'on the other side of the hill',
  'which surprised me',
];
const openings = [
  'Well, ',
  'You see, ',
  'I think ',
  'So ',
  'And then ',
  'To be honest, ',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
];

function makeEnglish(random: () => number): string {
  const clause = `${pick(random, subjects)} ${pick(random, verbs)} ${pick(random, objects)}`;
  const opening = pick(random, openings);
  const ending = random() < 0.3 ? ` ${pick(random, endings)}` : '';
  const text = `${opening}${clause}${ending}`;
  return text.charAt(0).toUpperCase() + text.slice(1) + (random() < 0.12 ? '?' : '.');
}

const chineseSubjects = [
  '码头上的老人',
  '我的邻居',
  '这趟夜班火车',
  '村里的面包师',
  '图书馆',
  '去年冬天的雪',
];
const chineseVerbs = ['总是记得', '从来没有见过', '悄悄带走了', '一直在等', '离不开'];
const chineseObjects = [
  '那座旧桥',
  '三百封没有寄出的信',
  '河边的灯',
  '星期四的集市',
  '院子里的苹果树',
];
const chineseEndings = ['，谁也没有说话。', '，我觉得很有意思。', '。', '，直到天亮。'];

function makeChinese(random: () => number): string {
  return [chineseSubjects, chineseVerbs, chineseObjects, chineseEndings]
    .map((parts) => pick(random, parts))
    .join('');
}
