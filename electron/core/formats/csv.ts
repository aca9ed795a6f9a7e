import { defineTableFormat } from './tables/table-format';

export const csv = defineTableFormat({
  id: 'csv',
  name: ['CSV (table)', 'CSV（表格）'],
  about: [
    'A table for Excel and other spreadsheets; can be edited and read back.',
    '供 Excel 等表格软件使用，可修改后读回。',
  ],
  programs: ['Excel', 'WPS', 'Numbers', 'Premiere Pro'],
  extension: '.csv',
  mediaType: 'text/csv',
  delimiter: ',',
  ownDelimiters: [',', ';'],
});
