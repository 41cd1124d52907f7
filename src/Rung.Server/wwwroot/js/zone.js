// Every time is the desk's. Where the viewer's own zone tells another, theirs is offered beside it: on every time as its
// title, and beside the desk's clock. It never changes what the page says.
const desk = document.documentElement.dataset.zone;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

const words = (at, zone) => new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
}).format(at);

// "Fri 25 Dec, 01:31 where you are (Asia/Tokyo)"; empty where it is the desk's own.
const told = (at) => (words(at, desk) === words(at, own) ? '' : `${words(at, own)} where you are (${own})`);

export function offerZone(within) {
  for (const time of within.querySelectorAll('time[datetime]:not([title])')) {
    const theirs = told(new Date(time.dateTime));
    if (theirs) time.title = theirs;
  }
}

export function ownClock(now) {
  const place = document.querySelector('[data-own-clock]');
  const theirs = told(now);
  if (place && place.textContent !== theirs) place.textContent = theirs;
}
