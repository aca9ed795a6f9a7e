// Measures taken inside a page. Each function stands by itself, so that it can also be handed to a
// page as text.

/**
 * The moment after the next picture was painted. The task is put before others that wait: what a
 * page does after a picture is no part of the time until it.
 */
export function nextFrame() {
  return new Promise((fulfil) => {
    requestAnimationFrame(() => {
      void globalThis.scheduler.postTask(fulfil, { priority: 'user-blocking' });
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
