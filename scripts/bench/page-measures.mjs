// Measures taken inside a page. Each function stands by itself, so that it can also be handed to a
// page as text.

/** The moment after the next picture was painted. */
export function nextFrame() {
  return new Promise((fulfil) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = fulfil;
      port2.postMessage(undefined);
    });
  });
}

/**
 * Does something in every frame, and gives the times between frames in ms. The first few are left
 * out: what was waiting before belongs to no frame.
 */
export async function measureFrames(work, { atMostMs, atMostFrames }) {
  const times = [];
  const beganMs = performance.now();
  await new Promise((fulfil) => {
    const step = (timeMs) => {
      times.push(timeMs);
      if (times.length > atMostFrames || performance.now() - beganMs > atMostMs) fulfil();
      else {
        work(times.length);
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
  return times
    .slice(1)
    .map((timeMs, index) => timeMs - times[index])
    .slice(2);
}
