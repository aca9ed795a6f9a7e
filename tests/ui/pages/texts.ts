import {
  type Locale,
  type MessageKey,
  type MessageParameters,
  translate,
} from '@core/messages/catalogue';

/** The window's texts in the language that a page object reads it in. */
export type Text = (key: MessageKey, parameters?: MessageParameters) => string;

export function textsIn(locale: Locale): Text {
  return (key, parameters) => translate(locale, key, parameters);
}
