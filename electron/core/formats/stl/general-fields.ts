export const generalBytes = 1024;
export const blockBytes = 128;

/** Fields of the first block of a file (EBU Tech 3264, GSI): where each stands and how long it is. */
export const generalFields = {
  CPN: [0, 3],
  DFC: [3, 8],
  DSC: [11, 1],
  CCT: [12, 2],
  LC: [14, 2],
  OPT: [16, 32],
  OET: [48, 32],
  TPT: [80, 32],
  TET: [112, 32],
  TN: [144, 32],
  TCD: [176, 32],
  SLR: [208, 16],
  CD: [224, 6],
  RD: [230, 6],
  RN: [236, 2],
  TNB: [238, 5],
  TNS: [243, 5],
  TNG: [248, 3],
  MNC: [251, 2],
  MNR: [253, 2],
  TCS: [255, 1],
  TCP: [256, 8],
  TCF: [264, 8],
  TND: [272, 1],
  DSN: [273, 1],
  CO: [274, 3],
  PUB: [277, 32],
  EN: [309, 32],
  ECD: [341, 32],
} as const satisfies Readonly<Record<string, readonly [at: number, length: number]>>;

export type GeneralField = keyof typeof generalFields;
export const generalNames = Object.keys(generalFields) as readonly GeneralField[];

/** What a file says of itself, without blanks at the ends. */
export function readGeneral(bytes: Uint8Array): Readonly<Record<GeneralField, string>> {
  const read = (name: GeneralField): string => {
    const [at, length] = generalFields[name];
    return String.fromCharCode(...bytes.subarray(at, at + length))
      .replaceAll('\0', ' ')
      .trim();
  };
  return Object.fromEntries(generalNames.map((name) => [name, read(name)])) as Record<
    GeneralField,
    string
  >;
}

/** The first block; what is longer than its field is cut. */
export function writeGeneral(
  fields: Readonly<Partial<Record<GeneralField, string>>>,
  into: Uint8Array,
): void {
  into.fill(0x20, 0, generalBytes);
  for (const name of generalNames) {
    const [at, length] = generalFields[name];
    const value = (fields[name] ?? '').slice(0, length);
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      into[at + index] = code < 0x100 ? code : 0x3f;
    }
  }
}
