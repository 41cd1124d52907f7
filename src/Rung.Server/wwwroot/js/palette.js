// Ctrl+K: everything the page offers, filtered by what is typed; Enter with nothing found searches.
const dialog = document.getElementById('palette');
const input = document.getElementById('palette-input');
const list = document.getElementById('palette-list');
let chosen = 0;

const offers = () => [...document.querySelectorAll('[data-command]')].filter((element) => !element.closest('dialog'))
  .sort((one, other) => Boolean(other.closest('main')) - Boolean(one.closest('main')));

function show() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = offers().filter((element) => words.every((word) => element.dataset.command.toLowerCase().includes(word))).slice(0, 12);
  chosen = Math.max(0, Math.min(chosen, found.length - 1));
  list.replaceChildren(...found.map((element, at) => {
    const item = document.createElement('li');
    item.id = `palette-${at}`;
    item.role = 'option';
    item.ariaSelected = String(at === chosen);
    item.append(element.dataset.command);
    if (element.dataset.key) item.append(Object.assign(document.createElement('kbd'), { textContent: element.dataset.key }));
    item.addEventListener('click', () => run(element));
    return item;
  }));
  input.setAttribute('aria-activedescendant', found.length ? `palette-${chosen}` : '');
  return found;
}

function run(element) {
  dialog.close();
  if (element.matches('summary')) element.parentElement.open = true;
  else element.click();
}

export function startPalette() {
  input.addEventListener('input', () => { chosen = 0; show(); });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); chosen += step; show(); }
    if (event.key === 'Enter') {
      const found = show();
      if (found.length) { event.preventDefault(); run(found[chosen]); }
    }
  });
  dialog.addEventListener('opening', () => { input.value = ''; chosen = 0; show(); });
}
