import type { Nothing } from './nothing';
import type { lineEndings } from '@core/formats/text-form';

/** What a person is asked for; `both` is whatever can be opened, subtitles too. */
export type FilePurpose = 'media' | 'project' | 'subtitle' | 'both';

/** A file a person gave the studio: the only way the renderer can name one. */
export interface FileGrant {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly kind: 'media' | 'project' | 'subtitle';
}

/** A file that is to be written: a text, or bytes. */
export type FileToSave = { readonly name: string } & (
  | { readonly text: string }
  | { readonly base64: string }
);

/** Calls about files a person names. */
export interface FilesCalls {
  /** The system's open dialog; `host/unsupported` where there is none. */
  'files.choose': (input: { readonly purpose: FilePurpose }) => Promise<readonly FileGrant[]>;
  /**
   * Downloads a recording of the web; the answer comes when it is here. `fetchId` is the asker's own,
   * for `files.fetching` and `files.cancelFetch`. `address/*`, `media/link-*`, `job/cancelled`.
   *
   * `address/private-host` where it leads to this computer or its network: the person is asked, and
   * `confirmedHosts` holds, for this download only, the `host` of each such error that was confirmed.
   */
  'files.fetch': (input: {
    readonly address: string;
    readonly fetchId: string;
    readonly confirmedHosts?: readonly string[] | undefined;
  }) => Promise<FileGrant>;
  'files.cancelFetch': (input: { readonly fetchId: string }) => Promise<null>;
  /**
   * The system's save dialog and a file written there, of a text or of bytes; `host/unsupported`
   * where there is none.
   */
  'files.saveText': (
    input: { readonly suggestedName: string } & (
      | { readonly text: string }
      | { readonly base64: string }
    ),
  ) => Promise<{ readonly savedAs?: string }>;
  /**
   * The system's dialog for a folder that files are saved into; none where a person thought better of it.
   * `host/unsupported` where there is no such dialog.
   */
  'files.chooseSaveFolder': (input: Nothing) => Promise<{
    readonly folder?: { readonly id: string; readonly path: string };
  }>;
  /**
   * Writes files into a folder that a person chose, each whole or not at all. Where files of these names
   * are there, nothing is written and they are named, unless a person confirmed that. `output/*`.
   */
  'files.saveInto': (input: {
    readonly folderId: string;
    readonly files: readonly FileToSave[];
    readonly isConfirmed?: boolean | undefined;
  }) => Promise<{ readonly existing: readonly string[] } | { readonly savedAs: string }>;
  /**
   * A text in an encoding, of those a person may choose, with a line ending throughout.
   * `text/encoding-lacks` where it has not all characters.
   */
  'files.encodeText': (input: {
    readonly text: string;
    readonly label: string;
    readonly hasMark: boolean;
    readonly lineEnding: (typeof lineEndings)[number];
  }) => Promise<{ readonly base64: string }>;
  /** Shows a project's recording in the system's file manager. */
  'files.reveal': (input: { readonly projectId: string }) => Promise<null>;
}

/** What every window is told about files a person names. */
export interface FilesEvents {
  /** How far a download is; without `totalBytes` its server does not say how much there is. */
  'files.fetching': {
    readonly fetchId: string;
    readonly receivedBytes: number;
    readonly totalBytes?: number;
  };
}
