import type { Page } from '@playwright/test';

/** Where an element said it was while a tone of this pitch was heard from it. */
export interface HeardTone {
  readonly positionSeconds: number;
  readonly hertz: number;
}

/**
 * Seeks in what plays, plays on from there, and gives what was heard, a few times. The sound is taken
 * from the element on its way to the loudspeakers. Where another element comes into its place, as a
 * copy does once it is made, that one is heard.
 */
export async function hearAt(page: Page, seconds: number): Promise<HeardTone[]> {
  for (;;) {
    const heard = await hearElement(page, seconds);
    if (heard !== undefined) return heard;
  }
}

/** What is heard of the element that is there; undefined where it was taken away meanwhile. */
function hearElement(page: Page, seconds: number): Promise<HeardTone[] | undefined> {
  return page.evaluate(async (target) => {
    interface Listener {
      readonly context: AudioContext;
      readonly analyser: AnalyserNode;
    }
    const element = document.querySelector<HTMLMediaElement>('audio, video');
    if (element === null) return undefined;
    const known = element as HTMLMediaElement & { listener?: Listener };
    if (known.listener === undefined) {
      const context = new AudioContext();
      const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
      context.createMediaElementSource(element).connect(analyser).connect(context.destination);
      known.listener = { context, analyser };
    }
    const { context, analyser } = known.listener;
    await context.resume();
    const binHertz = context.sampleRate / analyser.fftSize;
    const levels = new Float32Array(analyser.frequencyBinCount);
    const pause = (ms: number): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
    const listen = (): number => {
      analyser.getFloatFrequencyData(levels);
      const last = Math.ceil(2_800 / binHertz);
      let top = Math.floor(400 / binHertz);
      for (let bin = top; bin < last; bin += 1) if (levels[bin]! > levels[top]!) top = bin;
      if (levels[top]! < -70) return Number.NaN;
      const [left, middle, right] = [levels[top - 1]!, levels[top]!, levels[top + 1]!];
      const shift = (left - right) / (2 * (left - 2 * middle + right));
      return (top + (Number.isFinite(shift) ? shift : 0)) * binHertz;
    };
    element.pause();
    const sought = new Promise((resolve) => {
      element.addEventListener('seeked', resolve, { once: true });
    });
    element.currentTime = target;
    await Promise.race([sought, pause(10_000)]);
    // Refused where it is taken away just now.
    await element.play().catch(() => undefined);
    const heard = [];
    const begun = performance.now();
    while (heard.length < 8 && performance.now() - begun < 30_000) {
      if (!element.isConnected) return undefined;
      await pause(60);
      // What is heard needs to have begun a window ago.
      if (element.currentTime < target + 0.4) continue;
      const hertz = listen();
      if (Number.isFinite(hertz)) heard.push({ positionSeconds: element.currentTime, hertz });
    }
    element.pause();
    return element.isConnected ? heard : undefined;
  }, seconds);
}
