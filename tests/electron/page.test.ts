import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient, type StudioClient } from '@contract/client';
import type { PreloadBridge, Reply } from '@contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDouble, type RunningDouble } from '../electron-double/launch-double';
import { createFolder, launchStudio, readRecords, shareStudio } from './use-double';

const speech = resolve(import.meta.dirname, '../fixtures/audio/short-english.flac');
const double = shareStudio(launchDouble);
