/** A version of the scripts of SubStation Alpha: what its sections and columns are called. */
export interface ScriptVersion {
  /** Id of its format. */
  readonly format: 'ass' | 'ssa';
  /** As the header `ScriptType` has it. */
  readonly scriptType: string;
  readonly styleSection: string;
  readonly styleColumns: readonly string[];
  readonly eventColumns: readonly string[];
}

/** Advanced SubStation Alpha, as Aegisub and libass have it. */
export const advancedVersion: ScriptVersion = {
  format: 'ass',
  scriptType: 'v4.00+',
  styleSection: 'V4+ Styles',
  styleColumns: [
    ...['Name', 'Fontname', 'Fontsize', 'PrimaryColour', 'SecondaryColour', 'OutlineColour'],
    ...['BackColour', 'Bold', 'Italic', 'Underline', 'StrikeOut', 'ScaleX', 'ScaleY', 'Spacing'],
    ...['Angle', 'BorderStyle', 'Outline', 'Shadow', 'Alignment', 'MarginL', 'MarginR', 'MarginV'],
    'Encoding',
  ],
  eventColumns: [
    ...['Layer', 'Start', 'End', 'Style', 'Name', 'MarginL', 'MarginR', 'MarginV', 'Effect'],
    'Text',
  ],
};

/** SubStation Alpha 4, which has no layers and counts alignments in its own way. */
export const oldVersion: ScriptVersion = {
  format: 'ssa',
  scriptType: 'v4.00',
  styleSection: 'V4 Styles',
  styleColumns: [
    ...['Name', 'Fontname', 'Fontsize', 'PrimaryColour', 'SecondaryColour', 'TertiaryColour'],
    ...['BackColour', 'Bold', 'Italic', 'BorderStyle', 'Outline', 'Shadow', 'Alignment'],
    ...['MarginL', 'MarginR', 'MarginV', 'AlphaLevel', 'Encoding'],
  ],
  eventColumns: ['Marked', ...advancedVersion.eventColumns.slice(1)],
};

/** The version whose format has an id; undefined for formats of other kinds. */
export function findVersion(format: string | undefined): ScriptVersion | undefined {
  return [advancedVersion, oldVersion].find((version) => version.format === format);
}

/** What kind of section a name is of, in any case; of styles in any version. */
export function findSectionKind(name: string): 'info' | 'styles' | 'events' | 'data' | 'other' {
  const key = name.toLowerCase();
  if (key === 'script info') return 'info';
  if (key === 'events') return 'events';
  if (key === 'fonts' || key === 'graphics') return 'data';
  return /^v4\+* styles\+*$/u.test(key) ? 'styles' : 'other';
}
