// The same words as LengthWords in the core; the browser tests hold the two together.
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

// Lengths are in milliseconds.
function hours(minutes, length) {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (minutes === 0) return length === 0 ? '0 min' : 'under a minute';
  return h === 0 ? `${m} min` : m === 0 ? `${h} h` : `${h} h ${m} min`;
}

function say(length, day, round) {
  const minutes = round(length / 60000);
  const unit = day > 0 ? Math.floor(day / 60000) : 24 * 60;
  if (minutes < unit) return hours(minutes, length);
  let days = Math.floor(minutes / unit);
  let rest = round((minutes % unit) / 60);
  if (rest * 60 >= unit) [days, rest] = [days + 1, 0];
  const words = plural(days, day > 0 ? 'working day' : 'day');
  return rest === 0 ? words : `${words} ${rest} h`;
}

export const left = (length, day) => say(length, day, Math.floor);
export const over = (length, day) => say(length, day, Math.ceil);
