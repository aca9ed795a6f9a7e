import { defineScriptFormat } from './ass/define-script-format';
import { advancedVersion } from './ass/script-version';

/** Scripts of Aegisub, libass and most players [FM30]. */
export const ass = defineScriptFormat(advancedVersion, {
  name: ['ASS (Advanced SubStation Alpha)', 'ASS（Advanced SubStation Alpha）'],
  about: [
    'Subtitles with styles, places and karaoke, for Aegisub and most players.',
    '带样式、位置和卡拉 OK 计时的字幕，适用于 Aegisub 和多数播放器。',
  ],
  programs: ['Aegisub', 'VLC', 'mpv', 'PotPlayer'],
  mediaType: 'text/x-ass',
});
