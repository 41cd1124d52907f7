// While somebody types a report: the help articles that fit it, below the field. Without it the same are shown before it is sent.

const pause = 400;
const place = document.querySelector("[data-fitting]");
let waiting = 0;
let asked = "";

async function look(text) {
  if (text === asked) {
    return;
  }
  asked = text;
  const answer = await fetch(`${place.dataset.fitting}?q=${encodeURIComponent(text.slice(0, 2000))}`);
  if (answer.ok && text === asked) {
    place.innerHTML = await answer.text();
  }
}

document.querySelector("#question textarea")?.addEventListener("input", (event) => {
  clearTimeout(waiting);
  const text = event.target.value.trim();
  waiting = setTimeout(() => look(text).catch(() => {}), pause);
});
