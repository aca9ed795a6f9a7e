import { describe, expect, test } from 'vitest';
import { createPlayer } from '../../../../renderer/src/playback/create-player';
import type { Player } from '../../../../renderer/src/playback/player';
import { ScriptedFrames, ScriptedMedia, ScriptedVideo } from './scripted-media';

interface Stage {
  readonly player: Player;
  readonly media: ScriptedMedia;
  readonly frames: ScriptedFrames;
  readonly ticks: number[];
}

function createStage(media: ScriptedMedia = new ScriptedMedia()): Stage {
  const frames = new ScriptedFrames();
  const player = createPlayer(frames);
  const ticks: number[] = [];
  player.onTick((positionMs) => ticks.push(positionMs));
  player.attach(media.element);
  return { player, media, frames, ticks };
}

function createLoadedStage(): Stage {
  const stage = createStage();
  stage.media.load(60);
  return stage;
}

function playTo({ media, frames }: Stage, seconds: number): void {
  media.playOn(seconds);
  frames.next();
}

describe('a player', () => {
  test('tells the position on every frame while playing, and on none afterwards', () => {
    const stage = createLoadedStage();
    stage.player.play();
    playTo(stage, 0.017);
    playTo(stage, 0.033);
    stage.player.pause();
    expect(stage.ticks).toEqual([17, 33, 33]);
    expect(stage.frames.isWaited).toBe(false);
  });

  test('tells the position once a seek has arrived', () => {
    const { player, media, ticks } = createLoadedStage();
    player.seek(1_234);
    expect(ticks).toEqual([]);
    media.endSeek();
    expect(ticks).toEqual([1_234]);
    expect(player.positionMs).toBe(1_234);
  });

  test('keeps a seek until the element can be sought', () => {
    const { player, media } = createStage();
    player.seek(5_000);
    expect(player.positionMs).toBe(5_000);
    expect(media.sought).toEqual([]);
    media.load(60);
    expect(media.sought).toEqual([5]);
  });

  test('does not seek beyond either end', () => {
    const { player, media } = createLoadedStage();
    player.seek(-5);
    player.seek(99_000);
    expect(media.sought).toEqual([0, 60]);
  });

  test('stops at the end of a stretch, exactly', () => {
    const stage = createLoadedStage();
    stage.player.playRange(2_000, 3_000);
    stage.media.endSeek();
    playTo(stage, 2.99);
    expect(stage.media.paused).toBe(false);
    playTo(stage, 3.008);
    expect(stage.media.paused).toBe(true);
    expect(stage.media.sought).toEqual([2, 3]);
  });

  test('plays on past the end of a stretch when it is started again', () => {
    const stage = createLoadedStage();
    stage.player.playRange(2_000, 3_000);
    stage.media.endSeek();
    playTo(stage, 3.008);
    stage.media.endSeek();
    stage.player.play();
    playTo(stage, 3.5);
    expect(stage.media.paused).toBe(false);
  });

  test('goes back to the begin of a loop, and lets a person listen behind it', () => {
    const stage = createLoadedStage();
    stage.player.setLoop({ beginMs: 1_000, endMs: 2_000 });
    stage.player.seek(1_900);
    stage.media.endSeek();
    stage.player.play();
    playTo(stage, 2.004);
    stage.media.endSeek();
    stage.player.seek(5_000);
    stage.media.endSeek();
    playTo(stage, 5.1);
    expect(stage.media.sought).toEqual([1.9, 1, 5]);
  });

  test('loops without frames, as in a hidden page', () => {
    const { player, media } = createLoadedStage();
    player.setLoop({ beginMs: 1_000, endMs: 2_000 });
    player.seek(1_500);
    media.endSeek();
    player.play();
    media.playOn(2.2);
    media.say('timeupdate');
    expect(media.sought).toEqual([1.5, 1]);
  });

  test('loops up to the very end of the recording', () => {
    const { player, media } = createLoadedStage();
    player.setLoop({ beginMs: 58_000, endMs: 60_000 });
    player.seek(59_000);
    media.endSeek();
    player.play();
    media.playOn(60);
    media.pause();
    media.say('ended');
    expect(media.sought).toEqual([59, 58]);
    expect(media.paused).toBe(false);
  });

  test('keeps the speed between a half and three, with its pitch', () => {
    const { player, media } = createLoadedStage();
    player.setRate(9);
    expect(media.playbackRate).toBe(3);
    player.setRate(0.1);
    expect(player.store.getState().rate).toBe(0.5);
    expect(media.preservesPitch).toBe(true);
  });

  test('hands position, speed, volume and playing on to the next element', () => {
    const { player, media } = createLoadedStage();
    player.setRate(1.5);
    player.setVolume(0.25);
    player.setMuted(true);
    player.play();
    media.playOn(12.5);
    const next = new ScriptedMedia();
    player.attach(next.element);
    expect(player.positionMs).toBe(12_500);
    next.load(60);
    expect(next).toMatchObject({ playbackRate: 1.5, volume: 0.25, muted: true, paused: false });
    expect(next.sought).toEqual([12.5]);
    expect(media.paused).toBe(true);
  });

  test('says when an element cannot play, and when it has no picture', () => {
    const broken = createStage();
    broken.media.say('error');
    expect(broken.player.store.getState().problem).toBe('cannot-play');
    const blind = createStage(new ScriptedVideo());
    blind.media.load(60);
    expect(blind.player.store.getState().problem).toBe('no-picture');
    const sighted = new ScriptedVideo();
    sighted.videoWidth = 640;
    blind.player.attach(sighted.element);
    sighted.load(60);
    expect(blind.player.store.getState().problem).toBe('none');
  });

  test('believes the element about its length, once it knows', () => {
    const { player, media } = createStage();
    player.setDuration(59_000);
    expect(player.store.getState().durationMs).toBe(59_000);
    media.load(60);
    player.setDuration(59_000);
    expect(player.store.getState().durationMs).toBe(60_000);
  });

  test('no longer hears an element that was taken away', () => {
    const { player, media, ticks } = createLoadedStage();
    player.attach(undefined);
    media.say('play');
    media.endSeek();
    expect(player.store.getState().isPlaying).toBe(false);
    expect(ticks).toEqual([]);
  });
});
