import { z } from 'zod';
import { count, frameRate } from './fields';
import type { Immutable } from './immutable';
import { looseObject } from './loose-object';

/** A stretch of a source file that is no cue, kept word for word [RK14]. */
const sectionSchema = looseObject({
  /** What the format calls it; empty for what stands before the first one. */
  name: z.string(),
  text: z.string(),
  /** How many cues of the file stand before it. */
  afterCues: z.exactOptional(count),
});

/** The file the text was opened from, as far as saving it back needs to know [RK14]. */
const sourceSchema = looseObject({
  /** Id of the format. */
  format: z.string().min(1),
  /** File name without folders. */
  name: z.exactOptional(z.string()),
  /** By which a project knows the file beside it: of several of one name which one it is. */
  importId: z.exactOptional(z.string().min(1)),
  /** As the WHATWG Encoding Standard names it, in lower case. */
  encoding: z.exactOptional(z.string().min(1)),
  hasByteOrderMark: z.exactOptional(z.boolean()),
  lineEnding: z.exactOptional(z.enum(['lf', 'crlf', 'cr'])),
  /** Whether it is a file of cues, whose texts have the lines that somebody gave them. */
  hasLines: z.exactOptional(z.boolean()),
  headers: z.exactOptional(z.array(looseObject({ name: z.string(), value: z.string() }))),
  /** Sections that the studio does not understand, in the order of the file. */
  sections: z.exactOptional(z.array(sectionSchema)),
});

/** What edits may change of a document apart from its records, in the order of writing [RK14]. */
export const propertyFields = {
  title: z.string(),
  /** BCP 47 tag of the speech; `und` until known. */
  language: z.string(),
  /** Id of the engine that made the text; empty until there is one. */
  engine: z.string(),
  /** Which of the recording's audio tracks is heard, from 0; absent: the usual one. */
  audioTrack: z.exactOptional(count),
  /** By which times are shown and rounded; absent: that of the picture. */
  frameRate: z.exactOptional(frameRate),
  /** Id of the profile of rules the text is checked by. */
  rulesProfile: z.exactOptional(z.string().min(1)),
  source: z.exactOptional(sourceSchema),
};

export const propertiesSchema = looseObject(propertyFields);

export type DocumentProperties = Immutable<z.infer<typeof propertiesSchema>>;

export type DocumentSource = NonNullable<DocumentProperties['source']>;

/** Some of the properties, as diffs hold them: those that are absent are not there. */
export const somePropertiesSchema: z.ZodType<Partial<DocumentProperties>> = looseObject(
  Object.fromEntries(
    Object.entries(propertyFields).map(([name, field]) => [
      name,
      field instanceof z.ZodExactOptional ? field : z.exactOptional(field),
    ]),
  ),
);

/** Properties that every document has. */
export const requiredProperties: readonly string[] = Object.entries(propertyFields)
  .filter(([, field]) => !(field instanceof z.ZodExactOptional))
  .map(([name]) => name);
