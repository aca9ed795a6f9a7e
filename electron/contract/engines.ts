import type { StudioErrorJson } from '@core/errors/studio-error';
import type { EngineTexts } from '@core/messages/engine-texts';
import type { RecognitionService } from '@isi/recognition-service';

/** What an engine is, as windows need to know it; the same as long as the services run. */
export interface EngineFacts {
  readonly id: string;
  readonly texts: EngineTexts;
  /** BCP 47 primary tags it can transcribe. */
  readonly languages: readonly string[];
  /** Choices of model, the usual one first; empty where there is no choice. */
  readonly models: readonly string[];
  readonly givesWordTimes: boolean;
  readonly needsNetwork: boolean;
  /** Which of the vendor's services hears it: its parameters can be set. */
  readonly service?: RecognitionService;
  /** It can hear each channel of a recording by itself, of which nothing leaves this computer. */
  readonly hearsEachChannel?: true;
  /** What is done of a job outlives a pause: its service works on a task that stays. */
  readonly keepsTasks: boolean;
  /** It hears no recording that is longer than its service takes; the engine of this id does. */
  readonly longerBy?: string;
}

/** An engine as a person chooses it. */
export interface EngineCard extends EngineFacts {
  readonly readiness:
    | { readonly state: 'ready' }
    | { readonly state: 'unavailable'; readonly error: StudioErrorJson };
}
