import type { EngineCard, StudioSettings } from '@contract/api';

/** What a transcription is to be made with. */
export interface EngineChoice {
  readonly engine: string;
  readonly language: string;
  /** Undefined where the engine has no choice of model. */
  readonly model: string | undefined;
}

/** Whether an engine can be used now. */
export function isReady(card: EngineCard): boolean {
  return card.readiness.state === 'ready';
}

/**
 * What the dialog begins with: what was chosen last where that can still be had, else the first
 * engine that is ready, with the language of the recording where the engine knows it.
 *
 * @param recordingLanguage BCP 47; `und` where it is not known
 */
export function suggestChoice(
  cards: readonly EngineCard[],
  settings: Pick<StudioSettings, 'engine' | 'language' | 'model'>,
  recordingLanguage: string,
): EngineChoice | undefined {
  const last = cards.find(({ id }) => id === settings.engine);
  const card = last !== undefined && isReady(last) ? last : (cards.find(isReady) ?? cards[0]);
  if (card === undefined) return undefined;
  const wanted = [settings.language, recordingLanguage].map((tag) => tag?.split('-')[0]);
  const language =
    wanted.find((tag) => tag !== undefined && card.languages.includes(tag)) ??
    card.languages[0] ??
    'en';
  return withEngine({ engine: card.id, language, model: settings.model }, card);
}

/** The choice with another engine: the language stays, even where the engine does not know it. */
export function withEngine(choice: EngineChoice, card: EngineCard): EngineChoice {
  const isKnown = choice.model !== undefined && card.models.includes(choice.model);
  return { ...choice, engine: card.id, model: isKnown ? choice.model : card.models[0] };
}

/**
 * Languages to choose from: those of the chosen engine, then those only others know, so that a
 * person whose language this engine does not understand is told so instead of finding nothing.
 */
export function listLanguages(cards: readonly EngineCard[], engineId: string): readonly string[] {
  const own = cards.find(({ id }) => id === engineId)?.languages ?? [];
  return [...new Set([...own, ...cards.flatMap(({ languages }) => languages)])];
}
