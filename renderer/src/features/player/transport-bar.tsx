import {
  Check,
  LocateFixed,
  Pause,
  Play,
  Repeat,
  RotateCcw,
  RotateCw,
  SkipBack,
  SkipForward,
  Volume1,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { type CommandId, getCommandSpec } from '@core/commands/command-specs';
import { hasMedia } from '@core/project-file/project';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/icon-button';
import { Menu } from '../../components/menu';
import { useCommandName, useCommands, useShortcut } from '../../commands/commands-context';
import {
  useDocument,
  usePlayerState,
  useSession,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { Timecode } from './timecode';
import { TrackChoice } from './track-choice';
import styles from './transport-bar.module.css';
import { useMediaElement } from './use-media-element';
import { usePlayerSettings } from './use-player-settings';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The controls of the player; always there, because it also keeps what plays. */
export function TransportBar(): React.JSX.Element {
  useMediaElement();
  usePlayerSettings();
  const t = useTexts();
  const isPlaying = usePlayerState((state) => state.isPlaying);
  const isLooping = usePlayerState((state) => state.loop !== undefined);
  const isFollowing = useSession((state) => state.isFollowing);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('player.controls')}>
      <div className={styles.group}>
        <CommandButton id="play.previousSentence" icon={<SkipBack />} />
        <CommandButton id="play.secondBack" icon={<RotateCcw />} />
        <CommandButton
          id="play.toggle"
          label={t(isPlaying ? 'player.pause' : 'player.play')}
          icon={isPlaying ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
          className={styles.play}
        />
        <CommandButton id="play.secondForward" icon={<RotateCw />} />
        <CommandButton id="play.nextSentence" icon={<SkipForward />} />
      </div>
      <Timecode />
      <div className={styles.group}>
        <RateMenu />
        <CommandButton id="play.loop" icon={<Repeat />} isPressed={isLooping} />
        <CommandButton id="view.follow" icon={<LocateFixed />} isPressed={isFollowing} />
      </div>
      <TrackChoice />
      <Volume />
    </div>
  );
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly icon: ReactNode;
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly className?: string | undefined;
}

/** A button for a command, with its name and its keys. */
function CommandButton({
  id,
  icon,
  label,
  isPressed,
  className,
}: CommandButtonProps): React.JSX.Element {
  const commands = useCommands();
  const name = useCommandName(id);
  const shortcut = useShortcut(id);
  const isUsable = useDocument(
    ({ project }) => project !== undefined && (hasMedia(project.media) || !needsRecording(id)),
  );
  return (
    <IconButton
      label={label ?? name}
      shortcut={shortcut}
      icon={icon}
      isPressed={isPressed}
      className={className}
      disabled={!isUsable}
      onClick={() => commands.run(id)}
    />
  );
}

function needsRecording(id: CommandId): boolean {
  return getCommandSpec(id).when.includes('hasRecording');
}

function RateMenu(): React.JSX.Element {
  const t = useTexts();
  const { player } = useStudio();
  const rate = usePlayerState((state) => state.rate);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`${styles.rate} tabular`}
          aria-label={`${t('player.rate')} ${formatRate(rate)}`}
          title={t('player.rate')}
        >
          {formatRate(rate)}
        </button>
      }
      items={rates.map((choice) => ({
        id: String(choice),
        label: formatRate(choice),
        icon: choice === rate ? <Check /> : undefined,
        onSelect: () => player.setRate(choice),
      }))}
    />
  );
}

function formatRate(rate: number): string {
  return `${Number(rate.toFixed(2))}×`;
}

function Volume(): React.JSX.Element {
  const t = useTexts();
  const { player } = useStudio();
  const volume = usePlayerState((state) => state.volume);
  const isMuted = usePlayerState((state) => state.isMuted);
  const shown = isMuted ? 0 : volume;
  const icon = shown === 0 ? <VolumeX /> : shown < 0.5 ? <Volume1 /> : <Volume2 />;
  return (
    <div className={styles.group}>
      <CommandButton
        id="play.mute"
        label={t(isMuted ? 'player.unmute' : 'player.mute')}
        icon={icon}
        isPressed={isMuted}
      />
      <input
        className={styles.volume}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={shown}
        aria-label={t('player.volume')}
        onChange={(event) => {
          player.setMuted(false);
          player.setVolume(Number(event.target.value));
        }}
      />
    </div>
  );
}
