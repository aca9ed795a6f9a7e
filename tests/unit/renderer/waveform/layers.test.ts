import { translate } from '@core/messages/catalogue';
import type { Sentence } from '@core/transcript/sentence';
import { describe, expect, it, vi } from 'vitest';
import {
  canvasLayers,
  listLayers,
} from '../../../../renderer/src/features/waveform/layers/layer-table';
import { createPeaksLayer } from '../../../../renderer/src/features/waveform/layers/peaks-layer';
import { createPlayheadLayer } from '../../../../renderer/src/features/waveform/layers/playhead-layer';
import { createSpokenWordLayer } from '../../../../renderer/src/features/waveform/layers/spoken-word-layer';
import type { StageScene } from '../../../../renderer/src/features/waveform/layers/stage-scene';
import {
  type DescribeText,
  describeLayers,
  drawLayers,
} from '../../../../renderer/src/features/waveform/layers/waveform-layer';
import { makeSentence } from '../../core/transcript/build-transcript';
import { makeScene, type Mark, RecordingPen } from './make-scene';

const english: DescribeText = (key, parameters) => translate('en', key, parameters);
const chinese: DescribeText = (key, parameters) => translate('zh-CN', key, parameters);

const two: readonly Sentence[] = [
  makeSentence('one two', 1_000, 3_000, { id: 'one', speaker: 'Ada' }),
  makeSentence('three four', 4_000, 6_000, { id: 'two' }),
];

/** The elements that some layers have to themselves, and all layers over them. */
function createStage() {
  const word = { hidden: true, textContent: '', style: {} as Record<string, string> };
  const head = { style: {} as Record<string, string> };
  const painter = { paint: vi.fn(() => false) };
  const onMore = vi.fn();
  const playhead = createPlayheadLayer(head as unknown as { style: CSSStyleDeclaration });
  const own = {
    peaks: createPeaksLayer(painter, onMore),
    spokenWord: createSpokenWordLayer(
      word as unknown as Parameters<typeof createSpokenWordLayer>[0],
    ),
    playhead,
  };
  return { word, head, painter, onMore, playhead, layers: listLayers(own) };
}

function getLayer(name: string) {
  const layer = createStage().layers.find((each) => each.name === name);
  if (layer === undefined) throw new Error(`no layer ${name}`);
  return layer;
}

function drawLayer(name: string, scene: StageScene): readonly Mark[] {
  const pen = new RecordingPen();
  getLayer(name).draw(pen, scene);
  return pen.marks;
}

const textsOf = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap(({ text }) => (text === undefined || text === '' ? [] : [text]));

describe('the layer of problems', () => {
  it('marks the feet of blocks with an error, and says how many', () => {
    const scene = makeScene(two, { errorIds: new Set(['two']) });
    const marks = drawLayer('problems', scene);
    expect(marks).toMatchObject([{ kind: 'fill', colour: 'problem', x: 400, width: 199 }]);
    expect(getLayer('problems').describe(scene, english)).toBe('Problems in 1 of them.');
    expect(drawLayer('problems', makeScene(two))).toEqual([]);
    expect(getLayer('problems').describe(makeScene(two), english)).toBeUndefined();
  });
});

describe('the layers of the waveform', () => {
  it('lie over each other in this order, each with a name of its own', () => {
    const names = createStage().layers.map(({ name }) => name);
    expect(names).toEqual([
      ...['peaks', 'ruler', 'loop', 'blocks', 'problems', 'words', 'spokenWord', 'playhead'],
    ]);
  });

  it('are drawn from the bottom up on an empty canvas', () => {
    const pen = new RecordingPen();
    const drawn: string[] = [];
    const layers = createStage().layers.map((layer) => ({
      ...layer,
      draw: () => void drawn.push(layer.name),
    }));
    drawLayers(layers, pen, makeScene(two));
    expect(pen.marks.map(({ kind }) => kind)).toEqual(['clear']);
    expect(drawn).toEqual(layers.map(({ name }) => name));
  });

  it('leave the pen opaque for the layer above', () => {
    const scene = makeScene(two, {
      loop: { beginMs: 0, endMs: 500 },
      selectedIds: new Set(['one']),
    });
    for (const layer of canvasLayers) {
      const pen = new RecordingPen();
      layer.draw(pen, scene);
      expect(pen.globalAlpha, layer.name).toBe(1);
    }
  });

  it('say what is in sight, in both languages', () => {
    const scene = makeScene(two, {
      ...{ currentId: 'two', selectedIds: new Set(['two']), positionMs: 1_250 },
      ...{ spokenId: 'one', spokenWordIndex: 1, loop: { beginMs: 0, endMs: 500 } },
    });
    const { layers } = createStage();
    expect(describeLayers(layers, scene, english)).toBe(
      'In sight: 00:00:00.000 to 00:00:10.000. The ruler is labelled every 1 second. ' +
        'Loop from 00:00:00.000 to 00:00:00.500. 2 sentences in sight. Selected: 2, “three four”. ' +
        '4 words in sight, 0 with estimated times. Being said: “two”. Playhead at 00:00:01.250.',
    );
    expect(describeLayers(layers, scene, chinese)).toContain(
      '可见 2 句。 已选第 2 句：“three four”。',
    );
  });
});

describe('the ruler', () => {
  it('has a tick and a timecode for each second', () => {
    const marks = drawLayer('ruler', makeScene(two));
    expect(textsOf(marks).slice(0, 3)).toEqual(['0:00', '0:01', '0:02']);
    const whole = marks.filter(({ width, height }) => width === 1 && height === 20);
    expect(whole.map(({ x }) => x).slice(0, 3)).toEqual([0, 100, 200]);
  });
});

describe('the loop', () => {
  it('is a tint over its stretch, down to the words', () => {
    const scene = makeScene(two, { loop: { beginMs: 2_000, endMs: 4_000 } });
    expect(drawLayer('loop', scene)).toEqual([
      {
        ...{ kind: 'fill', colour: 'accent', alpha: 0.12 },
        ...{ x: 200, y: 0, width: 200, height: scene.bands.words.topPx },
      },
    ]);
  });

  it('is nothing where nothing loops', () => {
    const scene = makeScene(two);
    expect(drawLayer('loop', scene)).toEqual([]);
    expect(getLayer('loop').describe(scene, english)).toBeUndefined();
  });
});

describe('the blocks', () => {
  it('have number, text and the colour of the speaker', () => {
    const marks = drawLayer('blocks', makeScene(two));
    expect(textsOf(marks)).toEqual(['#1', 'one two', '#2', 'three four']);
    const bars = marks.filter(({ width }) => width === 2);
    expect(bars.map(({ colour, x }) => [colour, x])).toEqual([
      ['hue1', 100],
      ['nobody', 400],
    ]);
  });

  it('that are selected tint their sound and have a frame', () => {
    const scene = makeScene(two, { selectedIds: new Set(['two']), currentId: 'two' });
    const marks = drawLayer('blocks', scene);
    const { topPx: y, heightPx: height } = scene.bands.wave;
    expect(marks).toContainEqual({
      ...{ kind: 'fill', colour: 'selected', alpha: 1, x: 400, y, width: 200, height },
    });
    expect(marks.filter(({ kind }) => kind === 'stroke').map(({ colour }) => colour)).toEqual([
      'accent',
    ]);
  });

  it('of less than a pixel are drawn once, but for those that are marked', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      makeSentence('a', at * 10, at * 10 + 10, { id: `s${at}` }),
    );
    const countFor = (selectedIds: ReadonlySet<string>): number =>
      drawLayer('blocks', makeScene(many, { pixelsPerSecond: 10, selectedIds })).length;
    const plain = countFor(new Set());
    expect(plain).toBeLessThan(120);
    expect(countFor(new Set(['s251', 's252']))).toBeGreaterThan(plain);
  });

  it('out of sight are not drawn', () => {
    expect(drawLayer('blocks', makeScene(two, { scrollPx: 3_000 }))).toEqual([]);
  });
});

describe('the words', () => {
  it('are boxes with their texts', () => {
    const marks = drawLayer('words', makeScene(two));
    expect(textsOf(marks)).toEqual(['one', 'two', 'three', 'four']);
    expect(marks.filter(({ colour }) => colour === 'sunken')).toHaveLength(4);
  });

  it('with estimated times are hatched and dashed, a person’s own have a bar', () => {
    const [first] = two;
    const [one, other] = first!.words;
    const words = [
      { ...one!, timing: 'estimated' as const },
      { ...other!, timing: 'manual' as const },
    ];
    const scene = makeScene([{ ...first!, words }]);
    const marks = drawLayer('words', scene);
    expect(marks.filter(({ colour }) => colour === 'hatch').map(({ x }) => x)).toEqual([100]);
    expect(marks.filter(({ isDashed }) => isDashed === true)).toHaveLength(1);
    expect(marks.filter(({ colour }) => colour === 'accent').map(({ x }) => x)).toEqual([200]);
    expect(getLayer('words').describe(scene, english)).toBe(
      '2 words in sight, 1 with estimated times.',
    );
  });

  it('that overhang their sentence are marked', () => {
    const [first] = two;
    const scene = makeScene([{ ...first!, endMs: 2_500 }]);
    expect(drawLayer('words', scene).some(({ colour }) => colour === 'problem')).toBe(true);
  });

  it('that would be too small give way to a hint', () => {
    const scene = makeScene(two, { pixelsPerSecond: 5 });
    expect(textsOf(drawLayer('words', scene))).toEqual(['zoom in']);
    expect(getLayer('words').describe(scene, english)).toBe('zoom in');
  });
});

describe('what the filter hides', () => {
  it.each(['blocks', 'words'])('is faint among the %s', (name) => {
    const alphasOf = (isShown: StageScene['isShown']): ReadonlyMap<number, number> =>
      new Map(
        drawLayer(name, makeScene(two, { isShown }))
          .filter(({ kind, colour }) => kind === 'text' && colour === 'text')
          .map(({ x, alpha }) => [x, alpha]),
      );
    const all = alphasOf(() => true);
    const one = alphasOf(({ id }) => id === 'one');
    expect([...one.keys()]).toEqual([...all.keys()]);
    for (const [x, alpha] of one) expect(alpha < all.get(x)!).toBe(x > 400);
  });
});

describe('the spoken word', () => {
  it('stands where its box is', () => {
    const { word, layers } = createStage();
    const layer = layers.find(({ name }) => name === 'spokenWord')!;
    const scene = makeScene(two, { spokenId: 'two', spokenWordIndex: 0 });
    layer.draw(new RecordingPen(), scene);
    expect(word).toMatchObject({ hidden: false, textContent: 'three' });
    expect(word.style['transform']).toMatch(/^translate\(400\.0px, /u);
    layer.draw(new RecordingPen(), makeScene(two));
    expect(word.hidden).toBe(true);
    expect(layer.describe(makeScene(two), english)).toBeUndefined();
  });
});

describe('the playhead', () => {
  it('stands at its time, and moves without the other layers', () => {
    const { head, playhead } = createStage();
    const scene = makeScene(two, { positionMs: 2_500 });
    playhead.draw(new RecordingPen(), scene);
    expect(head.style).toMatchObject({ visibility: 'visible', transform: 'translateX(250.0px)' });
    playhead.move({ view: scene.view, positionMs: 20_000 });
    expect(head.style['visibility']).toBe('hidden');
  });
});

describe('the peaks', () => {
  it('ask for another frame while there is more to paint', () => {
    const { painter, onMore, layers } = createStage();
    const [peaks] = layers;
    peaks!.draw(new RecordingPen(), makeScene(two));
    expect(onMore).not.toHaveBeenCalled();
    painter.paint.mockReturnValue(true);
    peaks!.draw(new RecordingPen(), makeScene(two));
    expect(onMore).toHaveBeenCalledOnce();
  });
});
