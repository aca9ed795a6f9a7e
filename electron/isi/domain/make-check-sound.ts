const durationSeconds = 1;
const headerBytes = 44;
/** Of a loudest sample of 32,767: as quiet as a voice across a room. */
const loudness = 1_500;
/** Syllables a second of ordinary speech. */
const syllablesPerSecond = 4;

/**
 * A second of quiet, speech-like sound as a WAV file: noise that swells and fades as syllables do.
 * It is what an account is tried with, so that nobody's recording has to be sent for it. The same
 * rate gives the same bytes.
 * @param rateHz of the Appkey's model: the service refuses another (protocol §2.2)
 */
export function makeCheckSound(rateHz: 8000 | 16000): Uint8Array {
  const count = rateHz * durationSeconds;
  const view = new DataView(new ArrayBuffer(headerBytes + count * 2));
  writeHeader(view, rateHz, count * 2);
  let state = 1;
  let smooth = 0;
  for (let index = 0; index < count; index += 1) {
    // A plain congruential generator: the noise only has to be noise, and always the same.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    smooth = 0.7 * smooth + 0.3 * (state / 2 ** 31 - 1);
    const swell = Math.sin((Math.PI * syllablesPerSecond * index) / rateHz) ** 2;
    view.setInt16(headerBytes + index * 2, Math.round(loudness * swell * smooth), true);
  }
  return new Uint8Array(view.buffer);
}

function writeHeader(view: DataView, rateHz: number, dataBytes: number): void {
  const write = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) {
      view.setUint8(at + index, text.charCodeAt(index));
    }
  };
  write(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rateHz, true);
  view.setUint32(28, rateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, dataBytes, true);
}
