// While somebody types a report: the help articles that fit it, below the field. Without it the same are shown before it is sent.

const pause = 400;
const most = 2000;
const place = document.querySelector("[data-fitting]");
let waiting = 0;
let asked = "";

async function look(text) {
  if (text === asked) {
    return;
  }
  asked = text;
  // What is typed stands in no address.
  const form = new FormData(document.querySelector("#question"));
  const token = form.get("__RequestVerificationToken");
  const body = new URLSearchParams({ q: text.slice(0, most), __RequestVerificationToken: token });
  const answer = await fetch(place.dataset.fitting, { method: "POST", body });
  if (answer.ok && text === asked) {
    place.innerHTML = await answer.text();
  }
}

document.querySelector("#question textarea")?.addEventListener("input", (event) => {
  clearTimeout(waiting);
  const text = event.target.value.trim();
  waiting = setTimeout(() => look(text).catch(() => {}), pause);
});
