import type { HostDescription } from '@contract/api';
import type { Connection } from '../client/connection';
import type { Player } from '../playback/player';
import type { SpokenStore } from '../playback/spoken-word';
import type { CredentialsStore } from './credentials-store';
import type { DocumentStore } from './document-state';
import type { EditingStore } from './editing-session';
import type { ImportStore } from './import-store';
import type { JobsStore } from './jobs-store';
import type { MediaStore } from './media-store';
import type { NoticesStore } from './notices-store';
import type { OpeningStore } from './opening-store';
import type { ProblemsStore } from './problems-state';
import type { SessionStore } from './session-store';
import type { SettingsStore } from './settings-store';

/** Everything a part of the window works with; made once, in `main.tsx`. */
export interface StudioParts {
  readonly connection: Connection;
  readonly host: HostDescription;
  readonly document: DocumentStore;
  readonly session: SessionStore;
  /** `createEditingStore({ document, session, notices })` */
  readonly editing: EditingStore;
  readonly jobs: JobsStore;
  readonly settings: SettingsStore;
  readonly credentials: CredentialsStore;
  readonly player: Player;
  /** `createMediaStore(client, document)` */
  readonly media: MediaStore;
  /** What is wrong with the document. */
  readonly problems: ProblemsStore;
  /** `createSpokenStore(player, document)` */
  readonly spoken: SpokenStore;
  readonly importing: ImportStore;
  readonly opening: OpeningStore;
  readonly notices: NoticesStore;
  /** Gives ids that no other window gives. */
  readonly newId: () => string;
}
