import { z } from 'zod';
import { dropFrame, fps } from '../frame-options';
import { option } from '../option-fields';
import { cueOptions } from '../timed-text';

export const fcpxmlOptions = cueOptions.extend({
  kind: option(z.enum(['titles', 'captions']).default('titles'), {
    label: ['Cues become', '字幕写成'],
    choices: { titles: ['Titles', '标题'], captions: ['Captions (iTT)', '隐藏式字幕（iTT）'] },
  }),
  fcpxmlVersion: option(z.enum(['1.10', '1.11']).default('1.10'), {
    label: ['Version of FCPXML', 'FCPXML 版本'],
  }),
  fps,
  dropFrame,
});
