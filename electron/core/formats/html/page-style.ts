/** The look of the page: no font, picture or style of elsewhere; light or dark as the reader's system. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --ink: #1d1c1a; --quiet: #67635c; --line: #e2ded6;
  --accent: #0b5cad; --now: #dcebfb; --word: #ffd75e; --word-ink: #1d1c1a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1d; --ink: #ecebe8; --quiet: #a3a09a; --line: #35373c;
    --accent: #7db8f5; --now: #22334a; --word: #f2c744; --word-ink: #191a1d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
header {
  position: sticky; top: 0; z-index: 1; background: var(--paper);
  border-bottom: 1px solid var(--line); padding: 0.75rem 1rem;
}
header > *, main { max-width: 46rem; margin-inline: auto; }
h1 { font-size: 1.125rem; line-height: 1.4; margin: 0 auto 0.5rem; overflow-wrap: anywhere; }
video { display: block; width: 100%; max-height: 38vh; background: #000; border-radius: 6px; }
video.sound { height: 3.375rem; background: none; }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-top: 0.5rem; font-size: 0.875rem; }
.tools > :last-child { margin-inline-start: auto; }
#told { color: var(--quiet); margin: 0.25rem auto 0; font-size: 0.875rem; }
#told:empty { display: none; }
input[type=file] { min-width: 0; max-width: 100%; font: inherit; }
label { display: inline-flex; flex-wrap: wrap; max-width: 100%; gap: 0.375rem; align-items: center; }
button { font: inherit; color: var(--accent); background: none; border: 0; padding: 0; cursor: pointer; }
main { padding: 1rem 1rem 40vh; }
main:focus { outline: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.cue { display: grid; grid-template-columns: 3.75rem 1fr; gap: 0 0.75rem; align-items: baseline; margin: 0; padding: 0.25rem 0.5rem; border-radius: 6px; }
.cue[aria-current] { background: var(--now); }
.time { font-size: 0.8125rem; font-variant-numeric: tabular-nums; text-align: end; }
.who { display: block; font-size: 0.875rem; font-weight: 600; color: var(--quiet); }
.text { white-space: pre-line; overflow-wrap: anywhere; }
.w { cursor: pointer; border-radius: 3px; }
.w:hover { text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: 3px; }
.w.now { background: var(--word); color: var(--word-ink); }
@media (max-width: 34rem) { .cue { grid-template-columns: 1fr; } .time { text-align: start; } }
@media print { header { position: static; } video, .tools, #told { display: none; } main { padding-bottom: 0; } }
`;
