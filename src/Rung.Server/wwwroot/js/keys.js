// Single letters, outside fields only, and only while they are switched on (WCAG 2.1.4).
import { open } from './dialogs.js';

const stored = 'rung.keys';
const isOn = () => localStorage.getItem(stored) !== 'off';
const typing = (element) => element.isContentEditable || element.matches('input:not([type=radio], [type=checkbox]), textarea, select');
let prefix = '';

function activate(element) {
  if (element.matches('input')) {
    element.focus();
    element.select();
  } else if (element.matches('summary')) {
    const details = element.parentElement;
    details.open = !('menu' in details.dataset && details.open);
    (details.querySelector(details.open ? 'textarea, .menu a, .menu button' : 'summary') ?? element).focus();
    details.scrollIntoView({ block: 'nearest' });
  } else {
    element.click();
  }
}

function move(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function onRow(row, key) {
  const href = row.querySelector('a').getAttribute('href');
  if (key === 'a') {
    const form = document.getElementById('take');
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'reference', value: row.dataset.reference });
    form.append(field);
    form.requestSubmit();
  } else if (key === 'h' || key === 's') {
    location.assign(`${href}?do=${key === 'h' ? 'hold' : 'resolve'}`);
  } else {
    return false;
  }
  return true;
}

const holder = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((element) => !element.closest('dialog:not([open])'));

function single(key) {
  if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1), true;
  const row = document.activeElement.closest('[data-row][data-reference]');
  if (row && onRow(row, key)) return true;
  const element = holder(prefix ? `${prefix} ${key}` : key);
  prefix = !element && key === 'g' ? 'g' : '';
  if (element) activate(element);
  return Boolean(element);
}

function onKey(event) {
  const combined = event.ctrlKey || event.metaKey;
  if (combined && event.key === 'Enter') {
    const form = event.target.closest('form') ?? document.querySelector('form[data-main]');
    const button = form?.querySelector('.primary[type=submit]') ?? document.querySelector(`[form="${form?.id}"].primary`);
    if (form) { event.preventDefault(); form.requestSubmit(button); }
    return;
  }
  if (combined && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    open(document.getElementById('palette'));
    return;
  }
  if (event.key === 'Escape' && typing(event.target) && !event.target.closest('dialog')) event.target.blur();
  if (combined || event.altKey || event.repeat && !'jk'.includes(event.key)) return;
  if (!isOn() || typing(event.target) || document.querySelector('dialog:modal') || event.defaultPrevented) return;
  if (event.key.length === 1 && single(event.key)) event.preventDefault();
}

export function startKeys() {
  const show = () => document.documentElement.classList.toggle('keys', isOn());
  const box = document.getElementById('keys-on');
  box.checked = isOn();
  box.addEventListener('change', () => {
    localStorage.setItem(stored, box.checked ? 'on' : 'off');
    show();
  });
  document.addEventListener('keydown', onKey);
  show();
}
