import { awsTranscribe } from './aws-transcribe';
import { azureSpeech } from './azure-speech';
import { deepgram } from './deepgram';
import type { AsrDialect } from './dialect';
import { funasr } from './funasr';
import { googleSpeech } from './google-speech';
import { transformers } from './transformers';
import { whisper } from './whisper';
import { whisperCpp } from './whisper-cpp';

/** Whose JSON is read [FM70], one row each; the first that knows a file reads it. */
export const asrDialects: readonly AsrDialect[] = [
  whisperCpp,
  whisper,
  transformers,
  deepgram,
  awsTranscribe,
  googleSpeech,
  azureSpeech,
  funasr,
];
