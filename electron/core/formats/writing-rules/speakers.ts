import { z } from 'zod';
import { stripMarkup } from '../../transcript/markup';
import type { Sentence } from '../../transcript/sentence';
import { option } from '../option-fields';
import { mapSentences, withText } from './change-sentences';
import { defineRule } from './writing-rule';

/** What already stands before the words of a speaker. */
const dash = /^\s*[-–—‐]/u;

/** How it is said who speaks: as the format has it, by name, by a dash where it changes, or not. */
export const speakers = defineRule({
  scope: 'cues',
  options: z.object({
    speakerForm: option(z.enum(['native', 'name', 'dash', 'none']).default('native'), {
      label: 'writing.speakers',
      group: 'writing',
      choices: {
        native: 'writing.speakers.native',
        name: 'writing.speakers.name',
        dash: 'writing.speakers.dash',
        none: 'writing.speakers.none',
      },
    }),
  }),
  apply(document, { speakerForm }) {
    if (speakerForm === 'native') return document;
    return mapSentences(document, (sentence, index) => {
      const { speaker, ...unnamed } = sentence;
      if (speaker === undefined || sentence.text.trim() === '') return sentence;
      const previous = document.sentences[index - 1]?.speaker;
      const mark = chooseMark(speakerForm, sentence, speaker !== previous && index > 0);
      return mark === '' ? unnamed : withText(unnamed, `${mark}${sentence.text}`);
    });
  },
});

function chooseMark(
  form: 'name' | 'dash' | 'none',
  { speaker = '', text }: Sentence,
  isChange: boolean,
): string {
  if (form === 'name') {
    const name = speaker.trim().replace(/\s+/gu, ' ');
    return name === '' || stripMarkup(text).startsWith(`${name}:`) ? '' : `${name}: `;
  }
  return form === 'dash' && isChange && !dash.test(stripMarkup(text)) ? '- ' : '';
}
