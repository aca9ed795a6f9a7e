import { ass } from '@core/formats/ass';
import type { FormatDocument } from '@core/formats/format-document';
import { ssa } from '@core/formats/ssa';
import { ttml } from '@core/formats/ttml';
import { vtt } from '@core/formats/vtt';
import { describe, expect, it } from 'vitest';
import { makeTtml } from './ttml/build-ttml';

const head =
  '<styling><style xml:id="s1" tts:color="red"/></styling>' +
  '<layout><region xml:id="top" tts:origin="10% 10%" tts:extent="80% 20%"/></layout>';
const body =
  '<p begin="1s" end="3s" region="top" style="s1">One</p>' +
  '<p begin="3s" end="4s" region="none" style="s9">Two</p>';
const broadcast = ttml.read!(makeTtml(body, { head })).document;

describe('[FM12] [FM21] [FM31] a cue of another format', () => {
  it('names no region that its WebVTT does not define', () => {
    const { content, losses } = vtt.write!(broadcast);
    expect(content).not.toContain('region');
    // Where it stands is still said.
    expect(content).toContain('00:00:01.000 --> 00:00:03.000 line:0\n');
    expect(losses).toContainEqual({ code: 'regions', count: 2 });
  });

  it('names no style that its script does not define', () => {
    for (const format of [ass, ssa]) {
      const { content, losses } = format.write!(broadcast);
      expect(String(content).match(/^Dialogue: .*$/gmu)).toEqual([
        expect.stringContaining(',Default,,'),
        expect.stringContaining(',Default,,'),
      ]);
      expect(losses).toContainEqual({ code: 'styles', count: 2 });
    }
  });

  it('has its names again in its own', () => {
    const { content, losses } = ttml.write!(broadcast);
    expect(content).toContain('region="top" style="s1"');
    expect(content).toContain('region="none" style="s9"');
    expect(losses).toEqual([]);
  });

  it('leaves those alone that the file itself names', () => {
    const own =
      'WEBVTT\n\nREGION\nid:fred\nwidth:40%\n\n00:01.000 --> 00:03.000 region:fred\nOne\n';
    const { document } = vtt.read!(own);
    const mixed: FormatDocument = {
      ...document,
      sentences: [
        ...document.sentences,
        ...broadcast.sentences.map((one) => ({ ...one, beginMs: 5000, endMs: 6000 })),
      ],
      regions: [...document.regions!, ...broadcast.regions!],
    };
    const { content, losses } = vtt.write!(mixed);
    expect(String(content).match(/region:\S+/gu)).toEqual(['region:fred']);
    expect(losses).toContainEqual({ code: 'regions', count: 2 });
    const changed = document.sentences.map((sentence) => ({ ...sentence, beginMs: 1500 }));
    expect(vtt.write!({ ...document, sentences: changed }).content).toContain(
      '00:00:01.500 --> 00:00:03.000 region:fred\n',
    );
  });
});
