/**
 * Texts of one area of the product, each in both languages side by side, so that neither can be
 * forgotten: `[English, Simplified Chinese]`. `{name}` is a placeholder.
 */
export type Texts = Readonly<Record<string, readonly [english: string, simplifiedChinese: string]>>;
