import type { DocumentProperties } from '../../records/document-properties';
import type { EditKind } from '../edit-kind';
import { diffProperties } from '../make-diff';

/** New values of some of the document's properties. */
export interface SetProperties {
  readonly properties: Partial<DocumentProperties>;
}

export const setProperties = {
  label: 'setProperties',
  resolve: (project, { properties }) => ({ diff: diffProperties(project, properties) }),
} as const satisfies EditKind<SetProperties>;
