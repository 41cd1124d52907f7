// The desk's clock in the browser: one value from the server, then counted on.
const root = document.documentElement;
let base = Number(root.dataset.now);
let speed = Number(root.dataset.speed);
let begun = Date.now();

export const now = () => base + (Date.now() - begun) * speed;

export function setNow(milliseconds, newSpeed) {
  base = Number(milliseconds);
  speed = Number(newSpeed);
  begun = Date.now();
}

export const tickEvery = () => Math.max(250, Math.min(1000, 30000 / speed));
