// What is typed is kept on the server until it is sent: another machine, the same words.
import { Pause } from './pause.js';

const wait = 600;
const again = 2000;

function state(form, words) {
  const place = form.querySelector('[data-draft-state]');
  if (place) place.textContent = words;
}

function keep(form) {
  const token = form.querySelector('[name=__RequestVerificationToken]').value;
  const body = new URLSearchParams({ about: form.dataset.draft, body: form.querySelector('textarea').value, __RequestVerificationToken: token });
  return fetch(`/${document.getElementById('main').dataset.desk}/drafts`, { method: 'POST', body, keepalive: true })
    .then((answer) => answer.ok, () => false);
}

async function keepOn(form, pause) {
  const isKept = await keep(form);
  state(form, isKept ? 'draft kept' : 'draft not kept');
  if (!isKept && !pause.isWaiting) pause.wait(again);
}

export function startDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const pause = new Pause(() => keepOn(form, pause));
    form.addEventListener('input', () => pause.wait(wait));
    form.addEventListener('submit', () => pause.end());
    addEventListener('pagehide', () => { if (pause.isWaiting) keep(form); });
  }
}
