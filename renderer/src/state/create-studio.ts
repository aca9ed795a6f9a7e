import type { HostDescription, StudioSettings } from '@contract/api';
import type { Connection } from '../client/connection';
import type { Player } from '../playback/player';
import { createSpokenStore } from '../playback/spoken-word';
import { createCredentialsStore } from './credentials-store';
import { createDocumentStore } from './document-store';
import { createEditingStore } from './editing-session';
import { createImportStore } from './import-store';
import { createJobsStore } from './jobs-store';
import { createMediaStore } from './media-store';
import { createNoticesStore } from './notices-store';
import { createOpeningStore } from './opening-store';
import { createProblemsStore } from './problems-store';
import { createSessionStore } from './session-store';
import { createSettingsStore } from './settings-store';
import { showSteps } from './show-steps';
import type { StudioParts } from './studio-parts';
import { tellGoneDrafts } from './tell-gone-drafts';

export interface StudioOptions {
  readonly connection: Connection;
  readonly player: Player;
  readonly host: HostDescription;
  readonly settings: StudioSettings;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
  /** Runs something when what was changed last stands on the screen. */
  readonly afterPaint: (run: () => void) => void;
}

/** The parts of a window, put together. */
export function createStudio({
  connection,
  player,
  host,
  settings,
  newId,
  afterPaint,
}: StudioOptions): StudioParts {
  const { client } = connection;
  const document = createDocumentStore({ client, origin: newId(), newId });
  const session = createSessionStore();
  const notices = createNoticesStore();
  const editing = createEditingStore({ document, session, notices });
  const media = createMediaStore(client, document);
  const importing = createImportStore({ client, document, session, editing, notices, newId });
  const parts: StudioParts = {
    connection,
    host,
    document,
    session,
    editing,
    player,
    notices,
    newId,
    settings: createSettingsStore(client, settings),
    credentials: createCredentialsStore(client),
    jobs: createJobsStore(client),
    media,
    problems: createProblemsStore({ client, document, afterPaint }),
    spoken: createSpokenStore(player, document),
    importing,
    opening: createOpeningStore({
      ...{ connection, host, document, session, editing, importing, media, notices, newId },
    }),
  };
  showSteps(parts);
  tellGoneDrafts(parts);
  connection.onReconnected(() => void reloadAll(parts));
  return parts;
}

/** What was told while the services were out of reach is lost, so everything is read anew. */
async function reloadAll(parts: StudioParts): Promise<void> {
  const { document, jobs, media, settings, credentials, problems } = parts;
  const stores = [document, jobs, media, settings, credentials, problems];
  // Services that went out of reach once more will be back once more.
  await Promise.allSettled(stores.map((store) => store.getState().reload()));
}
