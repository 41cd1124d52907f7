// A hint from the server, then the same address again: nothing on the page has a second way to be made.
import { swap } from './swap.js';

let waiting = null;
let missed = false;

async function refresh() {
  waiting = null;
  const response = await fetch(location.href, { headers: { Accept: 'text/html', 'Rung-By-Itself': 'yes' } }).catch(() => null);
  if (response?.redirected) location.reload();
  else if (response?.ok) swap(await response.text());
}

function hint() {
  if (document.hidden) missed = true;
  else waiting ??= setTimeout(refresh, 250);
}

export function startLive() {
  const address = document.getElementById('main')?.dataset.live;
  if (!address) return;
  let broken = false;
  let source = new EventSource(address);
  source.addEventListener('changed', hint);
  // Not signed in any more, or in another role: the page made anew says so.
  source.addEventListener('ended', () => location.reload());
  source.onerror = () => {
    broken = true;
    if (source.readyState === EventSource.CLOSED) hint();
  };
  source.onopen = () => { if (broken) hint(); broken = false; };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && missed) { missed = false; hint(); }
  });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}
