// Badges count down by themselves: no traffic.
import { now, tickEvery } from './time.js';
import { left, over } from './words.js';
import { offerZone, ownClock } from './zone.js';

const faces = ['on-track', 'due-soon', 'overdue'];

function counted(badge, until) {
  const from = Number(badge.dataset.at);
  return badge.dataset.open.split(' ').filter(Boolean).reduce((sum, span) => {
    const [opens, closes] = span.split('-').map(Number);
    return sum + Math.max(0, Math.min(until, closes) - Math.max(from, opens));
  }, 0);
}

function show(badge) {
  const remaining = Number(badge.dataset.left) - counted(badge, now());
  const face = remaining < 0 ? 'overdue' : remaining <= Number(badge.dataset.soon) ? 'due-soon' : 'on-track';
  const day = Number(badge.dataset.day);
  const words = remaining < 0 ? `Overdue by ${over(-remaining, day)}` : `${left(remaining, day)} left`;
  const place = badge.querySelector('.words');
  if (place.textContent !== words) place.textContent = words;
  if (!badge.classList.contains(face)) {
    badge.classList.remove(...faces);
    badge.classList.add(face);
    badge.querySelector('use').setAttribute('href', `#i-${face}`);
  }
}

function deskClock() {
  const place = document.querySelector('[data-desk-clock]');
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: document.documentElement.dataset.zone,
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
  }).formatToParts(now());
  const part = (type) => parts.find((candidate) => candidate.type === type)?.value;
  const words = `${part('weekday')} ${part('day')} ${part('month').slice(0, 3)} ${part('year')}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
  if (place && place.textContent !== words) place.textContent = words;
}

function sinceTimers() {
  for (const place of document.querySelectorAll('[data-since]')) {
    const seconds = Math.max(0, Math.floor((now() - Number(place.dataset.since)) / 1000));
    const pad = (value) => String(value).padStart(2, '0');
    place.textContent = place.dataset.words === 'ago'
      ? (seconds < 90 ? `saved ${seconds} s ago` : `saved ${Math.floor(seconds / 60)} min ago`)
      : `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  }
}

export function stamp(within, at) {
  for (const badge of within.querySelectorAll('[data-left]')) badge.dataset.at = at;
  offerZone(within);
}

function tick() {
  document.querySelectorAll('[data-left]').forEach(show);
  deskClock();
  ownClock(now());
  sinceTimers();
}

export function startClocks() {
  stamp(document, document.documentElement.dataset.now);
  tick();
  setInterval(tick, tickEvery());
}
