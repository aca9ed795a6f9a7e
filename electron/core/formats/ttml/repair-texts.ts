import type { Wording } from '../../messages/catalogue';

/** What is mended in TTML, and in XML in general. */
export const ttmlRepairTexts: Readonly<Record<string, Wording>> = {
  'xml-ampersand': [
    'An & that begins no escape was kept as a character.',
    '未转义的 & 已作为普通字符保留。',
  ],
  'xml-less-than': [
    'A < that begins no tag was kept as a character.',
    '未转义的 < 已作为普通字符保留。',
  ],
  'xml-end-tag-dropped': [
    'An end tag that ends nothing was left out.',
    '没有对应起始标签的结束标签已略去。',
  ],
  'xml-end-tag-added': ['A missing end tag was added.', '已补上缺少的结束标签。'],
  'xml-cut-off': [
    'The file breaks off here; what stands before was read.',
    '文件在此处中断，已读取前面的内容。',
  ],
  'xml-mended': [
    'This is no valid XML; it was read as it was meant.',
    '此处不是合法的 XML，已按原意读取。',
  ],
  'ttml-document-joined': [
    'What begins here is a further document, or stands outside of the body; it was read as a part of the first one.',
    '此处开始的是另一份文档，或位于 body 之外，已作为第一份文档的一部分读取。',
  ],
  'ttml-time-ignored': ['A time cannot be read and was left out.', '有时间无法识别，已略去。'],
  'ttml-end-added': [
    'Nothing says when the cue ends; it ends where the next one begins.',
    '字幕没有出点，已在下一条字幕的入点结束。',
  ],
  'ttml-hidden-dropped': ['Text that is never shown was left out.', '从不显示的文字已略去。'],
  'ttml-picture-dropped': [
    'A subtitle that is a picture was left out, as it holds no text.',
    '图片形式的字幕不含文字，已略去。',
  ],
  'ttml-animation-dropped': [
    'An animation of several cues was left out.',
    '作用于多条字幕的动画已略去。',
  ],
};
