// What is typed is kept on the server until it is sent: another machine, the same words.
const wait = 600;
const timers = new WeakMap();

function state(form, words) {
  const place = form.querySelector('[data-draft-state]');
  if (place) place.textContent = words;
}

function keep(form) {
  const token = form.querySelector('[name=__RequestVerificationToken]').value;
  const body = new URLSearchParams({ about: form.dataset.draft, body: form.querySelector('textarea').value, __RequestVerificationToken: token });
  return fetch(`/${document.getElementById('main').dataset.desk}/drafts`, { method: 'POST', body, keepalive: true })
    .then((answer) => state(form, answer.ok ? 'draft kept' : 'draft not kept'))
    .catch(() => state(form, 'draft not kept'));
}

export function startDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    form.addEventListener('input', () => {
      clearTimeout(timers.get(form));
      timers.set(form, setTimeout(() => { timers.delete(form); keep(form); }, wait));
    });
    form.addEventListener('submit', () => { clearTimeout(timers.get(form)); timers.delete(form); });
    addEventListener('pagehide', () => { if (timers.has(form)) keep(form); });
  }
}
