// Logging a call or a mail: find the caller while typing, keep the read-back and what is missing up to date, save each field.
import { Pause } from './pause.js';
import { swap, say } from './swap.js';

const form = document.querySelector('form[data-call]');
let timer = null;
const saving = new Pause(() => send({ do: 'save' }));
let running = null;
let search = null;

async function send(extra, force) {
  running?.abort();
  running = new AbortController();
  const data = new FormData(form);
  for (const [name, value] of Object.entries(extra)) data.set(name, value);
  const { signal } = running;
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data), signal }).catch(() => null);
  if (signal.aborted) return;
  if (!response?.ok) {
    say('Not saved. The form can still be sent.');
    if (extra.do === 'save') later(2000);
    return;
  }
  if (response.redirected && new URL(response.url).pathname !== location.pathname) return location.assign(response.url);
  swap(await response.text(), force);
}

function later(wait) {
  clearTimeout(timer);
  saving.wait(wait);
}

function hush() {
  clearTimeout(timer);
  saving.end();
}

const afterCaller = () => form.querySelector('#stop button, #caller-unlisted input:not([type=hidden]), [data-after-caller] input, [data-after-caller] textarea');

const firstOpen = () => form.querySelector('#caller')
  ?? [...form.querySelectorAll('#caller-unlisted #f-contact-name, [data-after-caller] textarea')].find((field) => !field.value)
  ?? form.querySelector('[data-after-caller] textarea');

async function pick(button) {
  const letGo = globalThis.ahead.hold();
  hush();
  await send({ do: 'pick', pick: button.value }, true);
  (afterCaller() ?? form.querySelector('#caller'))?.focus();
  letGo();
}

async function pickFirst() {
  const letGo = globalThis.ahead.hold();
  hush();
  search ??= send({ do: 'find' });
  await search;
  const first = document.querySelector('#callers button');
  if (first) await pick(first);
  letGo();
}

function callerKeys(event) {
  const matches = [...document.querySelectorAll('#callers button')];
  const at = matches.indexOf(document.activeElement);
  if (event.key === 'Enter' && event.target.id === 'caller' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    pickFirst();
  } else if (['ArrowDown', 'ArrowUp'].includes(event.key) && matches.length) {
    event.preventDefault();
    (matches[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? document.getElementById('caller')).focus();
  }
}

// What was answered before this script listened, or what the browser filled in again.
const isAnswered = (field) => field.id !== 'caller'
  && (field.matches('[type=radio], [type=checkbox]') ? field.checked !== field.defaultChecked : field.matches('textarea, input') && field.value !== field.defaultValue);

export function startCall() {
  if (!form) return;
  form.addEventListener('input', (event) => {
    if (event.target.id === 'caller') {
      hush();
      search = null;
      if (event.target.value.trim().length >= 3) timer = setTimeout(() => { search = send({ do: 'find' }); }, 120);
    } else if (event.target.matches('textarea, input[type=text]')) {
      later(1500);
    }
  });
  form.addEventListener('change', (event) => { if (event.target.id !== 'caller') later(50); });
  form.addEventListener('click', (event) => {
    const button = event.target.closest('#callers button');
    if (button) { event.preventDefault(); pick(button); }
  });
  form.addEventListener('keydown', (event) => { if (event.target.closest('#caller, #callers')) callerKeys(event); });
  form.addEventListener('submit', () => { hush(); running?.abort(); });
  // A mail is read first; who has begun to type elsewhere stays there.
  if (form.dataset.call !== 'mail' && document.activeElement === document.body) firstOpen()?.focus();
  if ([...form.elements].some(isAnswered)) later(50);
}
