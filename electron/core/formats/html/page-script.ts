/**
 * What the page does: a click on a word or a time plays from there, what is said is marked, arrow keys
 * go from word to word and from cue to cue. It takes no text of the transcript, only times, and speaks to
 * no network; a recording that a person chooses never leaves the page.
 */
export const pageScript = `
'use strict';
const media = document.querySelector('video');
const choose = document.querySelector('#choose');
const follow = document.querySelector('#follow');
const told = document.querySelector('#told');
const main = document.querySelector('main');
const cues = [...document.querySelectorAll('.cue')];
const words = [...document.querySelectorAll('.w')];
const beginOf = (node) => Number(node.dataset.begin);
const endOf = (node) => Number(node.dataset.end);

let language = /^zh/i.test(navigator.language) ? 'zh' : 'en';
let message = '';
const say = (name) => {
  message = name;
  told.textContent = name === '' ? '' : told.dataset[name + (language === 'zh' ? 'Zh' : 'En')];
};
const showLanguage = () => {
  for (const node of document.querySelectorAll('[data-en]')) {
    node.textContent = node.dataset[language];
  }
  for (const node of document.querySelectorAll('[data-label-en]')) {
    node.setAttribute('aria-label', node.dataset[language === 'zh' ? 'labelZh' : 'labelEn']);
  }
  const speech = language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('.ours')) node.lang = speech;
  say(message);
};
document.querySelector('#language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  showLanguage();
});

const isReady = () => media.readyState > 0;
const fit = () => media.classList.toggle('sound', media.videoWidth === 0);
media.addEventListener('loadedmetadata', () => { say(''); fit(); });
media.addEventListener('error', () => say('missing'));
let address = '';
choose.addEventListener('change', () => {
  const file = choose.files[0];
  if (file === undefined) return;
  if (address !== '') URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  media.src = address;
});

/** Index of the last node that has begun. */
const findLast = (nodes, at) => {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beginOf(nodes[middle]) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
let cue;
let word;
const show = () => {
  const at = media.currentTime + 0.005;
  const found = (nodes) => {
    const node = nodes[findLast(nodes, at)];
    return node !== undefined && at < Math.max(endOf(node), beginOf(node) + 0.05) ? node : undefined;
  };
  const newWord = found(words);
  const newCue = newWord?.closest('.cue') ?? found(cues);
  if (newWord !== word) {
    word?.classList.remove('now');
    newWord?.classList.add('now');
    word = newWord;
  }
  if (newCue === cue) return;
  cue?.removeAttribute('aria-current');
  newCue?.setAttribute('aria-current', 'true');
  cue = newCue;
  if (cue !== undefined && follow.checked) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    cue.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }
};
const tick = () => { show(); if (!media.paused) requestAnimationFrame(tick); };
media.addEventListener('play', tick);
for (const name of ['seeked', 'timeupdate', 'pause']) media.addEventListener(name, show);

const seek = (node, plays) => {
  if (node === undefined) return;
  if (!isReady()) { say('choose'); choose.focus(); return; }
  media.currentTime = beginOf(node);
  if (plays) media.play();
};
main.addEventListener('click', (event) => {
  if (String(getSelection()) !== '') return;
  const node = event.target.closest('.w, .time');
  if (node !== null) seek(node, true);
});
main.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const at = media.currentTime + 0.005;
  const go = (nodes, step) => seek(nodes[Math.max(0, findLast(nodes, at) + step)], false);
  const isButton = event.target.closest('button') !== null;
  if (event.key === 'ArrowLeft') go(words, -1);
  else if (event.key === 'ArrowRight') go(words, 1);
  else if (event.key === 'ArrowUp') go(cues, -1);
  else if (event.key === 'ArrowDown') go(cues, 1);
  else if (event.key === ' ' && !isButton) {
    if (!isReady()) say('choose');
    else if (media.paused) media.play();
    else media.pause();
  } else return;
  event.preventDefault();
});
fit();
showLanguage();
if (media.error !== null) say('missing');
else if (!media.hasAttribute('src')) say('choose');
`;
