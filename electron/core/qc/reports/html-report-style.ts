/** The look of the report: no font or picture of elsewhere; light or dark as the reader's system, or on paper. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --ink: #1d1c1a; --quiet: #67635c; --line: #e2ded6;
  --accent: #0b5cad; --error: #b3261e; --warning: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1d; --ink: #ecebe8; --quiet: #a3a09a; --line: #35373c;
    --accent: #7db8f5; --error: #ff9088; --warning: #e8b64c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
header, main { max-width: 64rem; margin-inline: auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0.5rem 0 0; overflow-wrap: anywhere; }
h2 { font-size: 1.0625rem; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
.date { color: var(--quiet); margin: 0.25rem 0 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; margin: 0; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { color: var(--quiet); font-size: 0.875rem; }
.counts dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .error dd { color: var(--error); }
.counts .warning dd { color: var(--warning); }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-size: 0.875rem; font-weight: 500; white-space: nowrap; }
.kinds th[scope=row] { white-space: nowrap; font-weight: 600; }
.number, .time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
tr.error strong { color: var(--error); }
tr.warning strong { color: var(--warning); }
footer { color: var(--quiet); font-size: 0.875rem; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  table, tbody, tr, td, th { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: 0.375rem 0; }
  td, th { border: 0; padding: 0; }
}
@media print { tr { break-inside: avoid; } }
`;
