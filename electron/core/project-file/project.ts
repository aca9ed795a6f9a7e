import { z } from 'zod';
import { type DocumentProperties, propertyFields } from '../records/document-properties';
import { count, frameRate, recordId } from '../records/fields';
import type { Immutable } from '../records/immutable';
import { looseObject } from '../records/loose-object';
import { sentenceSchema } from '../transcript/sentence';
import { noRecords, recordKinds, type RecordLists } from '../records/record-kinds';

/** Version of the `.zimu` file; a later one is refused. See SPEC.md [PF1] [PF6]. */
export const projectVersion = 2;

/** Minor version: one more for every field that was added since. [PF6] */
export const projectMinor = 0;

/** The recording a project is about, as it was when it was last probed. */
const mediaSchema = looseObject({
  /** Where it lies on this computer; shown, but never opened on a renderer's word. */
  path: z.string(),
  /** File name without folders; empty, as the path, where no recording was chosen yet [PF9]. */
  name: z.string(),
  sizeBytes: count,
  /** Length over all streams, whole ms. */
  durationMs: count,
  hasVideo: z.boolean(),
  /** Frames a second as a fraction, where there is a video whose rate is known. */
  frameRate: z.exactOptional(frameRate),
});

export type ProjectMedia = Immutable<z.infer<typeof mediaSchema>>;

/** Of a document whose recording nobody has chosen yet [PF9]. */
export const noMedia: ProjectMedia = {
  path: '',
  name: '',
  sizeBytes: 0,
  durationMs: 0,
  hasVideo: false,
};

/** Whether a recording was ever chosen [PF9]. */
export function hasMedia({ path }: Pick<ProjectMedia, 'path'>): boolean {
  return path !== '';
}

/** What an edit may change apart from records. */
export type ProjectProperties = DocumentProperties;

/** One recording with its text: the document of the studio, and the content of a `.zimu` file. */
export interface Project extends DocumentProperties, RecordLists {
  readonly version: typeof projectVersion;
  /** That of the newest program that wrote it, so that none takes its fields for unknown [PF6]. */
  readonly minor: number;
  readonly id: string;
  readonly media: ProjectMedia;
}

/** How long a document is: as its recording, or without one as its text [PF9]. */
export function getDurationMs({ media, sentences }: Pick<Project, 'media' | 'sentences'>): number {
  if (hasMedia(media)) return media.durationMs;
  return sentences.reduce((most, { endMs }) => Math.max(most, endMs), 0);
}

const listFields = Object.fromEntries(
  Object.entries(recordKinds).map(([name, { schema }]) => [
    name,
    z.array(schema as z.ZodType).default([]),
  ]),
);

/** All of a project file but its records, in the order of writing [PF1]. */
export const projectHeadSchema = looseObject({
  version: z.literal(projectVersion),
  minor: count,
  id: recordId,
  ...propertyFields,
  media: mediaSchema,
});

/** The shape of a project file of this version; lists other than sentences may be absent. */
export const projectSchema = projectHeadSchema.extend({
  ...listFields,
  sentences: z.array(sentenceSchema),
});

/** A document in which nothing is known yet; to be spread. */
export const blankProject = {
  version: projectVersion,
  minor: projectMinor,
  title: '',
  language: 'und',
  engine: '',
  ...noRecords,
} as const satisfies Partial<Project>;
