import { defineTableFormat } from './tables/table-format';

export const tsv = defineTableFormat({
  id: 'tsv',
  name: ['TSV (table with tabs)', 'TSV（制表符分隔的表格）'],
  about: [
    'A table with tabs between its columns, to be pasted into a spreadsheet.',
    '以制表符分列的表格，便于粘贴到表格软件。',
  ],
  programs: ['Excel', 'WPS', 'Premiere Pro'],
  extension: '.tsv',
  mediaType: 'text/tab-separated-values',
  delimiter: '\t',
  ownDelimiters: ['\t'],
});
