/** The parts of a Word document beside its text (ECMA-376), as small as programs take them. */
import { primaryTag } from './primary-tag';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'http://schemas.openxmlformats.org';
export const wordNamespace = `${namespace}/wordprocessingml/2006/main`;

export const contentTypes =
  `${declaration}<Types xmlns="${namespace}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>' +
  '</Types>';

export const packageRelations =
  `${declaration}<Relationships xmlns="${namespace}/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
  '</Relationships>';

export const documentRelations =
  `${declaration}<Relationships xmlns="${namespace}/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
  '</Relationships>';

/** Fonts that Word has for scripts that the Latin font does not have. */
const simplified = { font: 'Microsoft YaHei', tag: 'zh-CN' };
const eastAsian: ReadonlyMap<string, { readonly font: string; readonly tag: string }> = new Map([
  ['ja', { font: 'Yu Gothic', tag: 'ja-JP' }],
  ['ko', { font: 'Malgun Gothic', tag: 'ko-KR' }],
  ['zh', simplified],
]);
const traditional = { font: 'Microsoft JhengHei', tag: 'zh-TW' };

/** The one look of all text: Chinese, Japanese and Korean in a font of theirs, by the language. */
export function makeStyles(language: string): string {
  const isTraditional = /^(?:zh|yue)-(?:hant|tw|hk|mo)/iu.test(language);
  const { font, tag } = isTraditional
    ? traditional
    : (eastAsian.get(primaryTag(language)) ?? simplified);
  const latin = eastAsian.has(primaryTag(language)) || language === 'und' ? 'en-US' : language;
  return (
    `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="${font}" w:cs="Arial"/>` +
    `<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${latin.replace(/[^\w-]/gu, '')}" w:eastAsia="${tag}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>' +
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
  );
}

/** @param body paragraphs and tables */
export function makeDocument(body: string, isWide: boolean): string {
  const size = isWide
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>';
  return (
    `${declaration}<w:document xmlns:w="${wordNamespace}"><w:body>${body}<w:sectPr>${size}` +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>' +
    '</w:sectPr></w:body></w:document>'
  );
}
