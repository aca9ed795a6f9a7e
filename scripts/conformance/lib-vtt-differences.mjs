// Where others read WebVTT otherwise than today's standard, each with its section or reason. The suite
// says so where one of these is no difference any more.

const headerRegion =
  'W3C WebVTT 6.1: regions are parts of the file; lines of the header, where an older draft had them, are passed over';
const lineAlign =
  'W3C WebVTT 6.3, line: alignments are start, center and end; a setting with another one is passed over whole';
const positionAlign =
  'W3C WebVTT 6.3, position: alignments are line-left, center and line-right; a setting with another one is passed over whole';
const hours =
  'W3C WebVTT 6.3, timestamp: a first number of other than two digits, or above 59, is hours, and two more must follow';

const regionCases = [
  ...['lines__correct', 'lines__decimal-value', 'lines__letter-in-value'],
  ...['lines__space-after-delimiter', 'lines__space-before-delimiter', 'no-line-break'],
  ...['regionanchor__incorrect-delimiter', 'regionanchor__no-comma'],
  ...['regionanchor__percent-at-front', 'regionanchor__two-periods'],
  ...['scroll__space-after-delimiter', 'scroll__space-before-delimiter'],
  ...['viewportanchor__letter-in-value', 'viewportanchor__negative-percent'],
  ...['viewportanchor__percent-at-front', 'viewportanchor__percent-over'],
  ...['viewportanchor__space-before-delimiter', 'width__correct', 'width__incorrect-delimiter'],
  ...['width__negative-percent', 'width__no-percentage', 'width__percent-over'],
  ...[
    'width__percentage-at-front',
    'width__space-after-delimiter',
    'width__space-before-delimiter',
  ],
];

/** Cases of vtt.js, which keep to a draft of 2014. */
export const vttJsDifferences = {
  ...Object.fromEntries(regionCases.map((name) => [`regions__${name}`, headerRegion])),
  'cue-settings__region__valid': headerRegion,
  'cue-settings__region__region-arrows': headerRegion,
  'cue-settings__line__bad-line-align': lineAlign,
  'cue-settings__line__line-middle-align': lineAlign,
  'cue-settings__position__position-end-align': positionAlign,
  'cue-times__min-top-digits': hours,
  'cue-times__minimum-spots-over-sixty': hours,
};

const stops =
  'ffmpeg reads no further than a part that is no cue (a style, stray text); W3C WebVTT 6.1 passes it over';
const noMark = 'ffmpeg refuses it, as it does not begin as the standard has it; we mend that';
const sameCue = 'ffmpeg leaves out cues that it takes for repetitions';
const noBlank =
  'a blank line between two cues is missing: ffmpeg takes the second for text; W3C WebVTT 6.1 ends a text at an arrow';

const raised = 'a cue ends before it begins: we raise its end, which is told';

/** Files that ffmpeg reads otherwise. */
export const ffmpegDifferences = {
  'gaupol/webvtt.vtt': stops,
  'noscribe/interview.vtt': raised,
  'ttconv/bad-signature.vtt': noMark,
  'ttconv/style.vtt': stops,
  'webvtt-py/invalid_timeframe.vtt': stops,
  'webvtt-py/netflix_chicas_del_cable.vtt': stops,
  'webvtt-py/styles.vtt': stops,
  'webvtt-py/youtube_dl.vtt': noBlank,
  'wpt-rendering/embedded_style_invalid_format.vtt': stops,
  'wpt-rendering/embedded_style_multiple_tracks1.vtt': stops,
  'wpt-rendering/embedded_style_urls.vtt': stops,
  'wpt-rendering/too_many_cues.vtt': sameCue,
  'wpt-track/cue-recovery-cuetext.vtt': noBlank,
  'wpt-track/cue-recovery-note.vtt': noBlank,
  'wpt-track/default-styles.vtt': stops,
  'wpt-track/degenerate-cues.vtt': noBlank,
  'wpt-track/interspersed-non-cue.vtt': stops,
  'wpt-track/missed-cues.vtt': raised,
  'wpt-track/no-webvtt.vtt': noMark,
  'wpt-track/timings-hour-error.vtt':
    'ffmpeg takes times that W3C WebVTT 6.3 refuses, as 00:00.00.000',
};
