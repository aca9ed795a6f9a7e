import { StudioError } from '@core/errors/studio-error';
import { findUsualTrack } from '@core/tracks/audio-track';
import { quoteTitle } from '@core/tracks/describe-track';
import { findAskedTrack } from '@core/tracks/find-asked-track';
import { isPictureTrack, type TextTrack } from '../services/media/text-tracks';
import { usageError } from './parse-arguments';
import { say, tell, type Terminal } from './terminal';

/**
 * The track that `--track` asks for, else the usual one, which is told where there are others. One of
 * signs alone is nobody's first choice [FM86].
 * @throws StudioError `text/no-track`, `usage/invalid`
 */
export function chooseTextTrack(
  tracks: readonly TextTrack[],
  asked: string | undefined,
  path: string,
  terminal: Terminal,
): TextTrack {
  if (tracks.length === 0) {
    throw new StudioError('text/no-track', `${path} holds no track of text`, { data: { path } });
  }
  const readable = tracks.filter(({ isUndecodable }) => isUndecodable !== true);
  const whole = readable.filter(({ isForced }) => isForced !== true);
  const orders = [whole, readable, tracks];
  const find = (among: readonly TextTrack[]): TextTrack | undefined =>
    asked === undefined ? findUsualTrack(among) : findAskedTrack(among, asked);
  const found = orders.map(find).find((track) => track !== undefined);
  if (found === undefined) {
    const all = tracks.map((track) => nameTrack(track, terminal)).join('; ');
    throw usageError(terminal, 'cli.noSuchTextTrack', { asked: asked ?? '', path, tracks: all });
  }
  if (asked === undefined && tracks.length > 1) {
    const others = tracks.filter((track) => track !== found);
    const text = say(terminal, 'cli.textTrackTaken', {
      taken: nameTrack(found, terminal),
      others: others.map((track) => nameTrack(track, terminal)).join('; '),
    });
    tell(terminal, say(terminal, 'cli.about', { path, text }));
  }
  return found;
}

/** A track as programs read it. */
export function describeTextTrack({ track, index: _index, ...facts }: TextTrack): object {
  return { track: track + 1, ...facts, isText: facts.isUndecodable !== true };
}

/** All of them as people read them, one line each. */
export function listOfTextTracks(tracks: readonly TextTrack[], terminal: Terminal): string {
  if (tracks.length === 0) return `${say(terminal, 'cli.noTextTracks')}\n`;
  return tracks
    .map((track) => {
      const { language = '', codec = '' } = track;
      const more = listMore(track, terminal).join(', ');
      return `${String(track.track + 1).padEnd(3)} ${language.padEnd(5)} ${codec.padEnd(18)} ${more}`;
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** In one sentence with others: `2 (chi, ass, “Signs”, forced)`. */
function nameTrack(track: TextTrack, terminal: Terminal): string {
  const { language, codec } = track;
  const facts = [language, codec].filter((fact) => fact !== undefined);
  return `${track.track + 1} (${[...facts, ...listMore(track, terminal)].join(', ')})`;
}

function listMore(track: TextTrack, terminal: Terminal): readonly string[] {
  const { title, isDefault, isForced, isUndecodable } = track;
  return [
    ...(title === undefined ? [] : [quoteTitle(title)]),
    ...(isDefault === true ? [say(terminal, 'cli.defaultTrack')] : []),
    ...(isForced === true ? [say(terminal, 'cli.forcedTrack')] : []),
    ...(isUndecodable === true
      ? [say(terminal, isPictureTrack(track) ? 'cli.pictureTrack' : 'track.undecodable')]
      : []),
  ];
}
