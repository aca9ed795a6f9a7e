import { z } from 'zod';
import { option } from '../formats/option-fields';
import { countings } from './reading-units';

/** How a rule counts characters [QC5], as a limit of it. */
export const countingOption = option(z.enum(countings).default('all'), {
  label: ['Counted', '计数方式'],
  choices: {
    all: ['All characters', '全部字符'],
    'no-blanks': ['Without blanks', '不计空格'],
    'no-marks': ['Without blanks and punctuation', '不计空格和标点'],
    'half-narrow': ['Narrow characters as half', '半角字符按半个计'],
  },
});
