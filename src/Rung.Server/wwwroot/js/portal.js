// An open page of somebody who is not signed in any more is made anew, which says so. A page that nobody looks at asks nothing.

const address = document.body.dataset.live;
let line = null;

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.redirected || answer?.status === 404) location.reload();
}

function open() {
  if (line || document.hidden) return;
  line = new EventSource(address);
  line.addEventListener('ended', () => location.reload());
  line.onerror = () => { if (line?.readyState === EventSource.CLOSED) look(); };
}

function close() {
  line?.close();
  line = null;
}

open();
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
