// Brings the regions marked data-swap up to date from a newer copy of the page; focus, scroll and typed text stay.
import { setNow } from './time.js';
import { stamp } from './clock.js';

const editable = (element) => element?.matches('input:not([type=radio], [type=checkbox], [type=submit]), textarea, select');

function handleOf(element, region) {
  if (!element || !region.contains(element)) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const row = element.closest('[data-row]');
  if (row) return `#${CSS.escape(row.id)} ${element.localName}`;
  const href = element.getAttribute('href');
  return href ? `#${region.id} [href="${CSS.escape(href)}"]` : `#${region.id} ${element.localName}`;
}

function keepOpen(region, fresh) {
  for (const details of region.querySelectorAll('details[id]')) {
    const twin = fresh.querySelector(`#${CSS.escape(details.id)}`);
    if (twin) twin.open = details.open;
  }
}

function exchange(region, fresh, force) {
  const active = document.activeElement;
  const menuOpen = region.querySelector('details[data-menu][open]');
  if (!force && (menuOpen || (editable(active) && region.contains(active)))) return;
  keepOpen(region, fresh);
  const handle = handleOf(active, region);
  region.replaceWith(fresh);
  if (handle) document.querySelector(handle)?.focus({ preventScroll: true });
}

export const say = (words) => { document.getElementById('announce').textContent = words; };

function announce(region, fresh) {
  if ('announce' in region.dataset && region.textContent.trim() !== fresh.textContent.trim()) {
    say(fresh.textContent.trim().replace(/\s+/g, ' '));
  }
}

// A button that is exchanged between press and release is never clicked, so the page waits for the release.
let pressed = false;
let late = null;
addEventListener('pointerdown', () => { pressed = true; }, true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => setTimeout(() => {
    pressed = false;
    late?.();
    late = null;
  }), true);
}

export function swap(html, force = false) {
  if (pressed) late = () => bringUpToDate(html, force);
  else bringUpToDate(html, force);
}

function bringUpToDate(html, force) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { now, speed } = page.documentElement.dataset;
  if (!now) return;
  setNow(now, speed);
  stamp(page, now);
  for (const region of document.querySelectorAll('[data-swap]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh || fresh.isEqualNode(region)) continue;
    announce(region, fresh);
    exchange(region, document.adoptNode(fresh), force);
  }
  document.dispatchEvent(new Event('swapped'));
}
