// Digits answer a numbered question and go on to the next; with Shift they stay, to choose more than one.
const stops = (form) => [...form.querySelectorAll('.choice, .field')].filter((stop) => stop.checkVisibility());
const firstIn = (stop) => stop?.querySelector('input:checked, input, textarea, select');

export function advance(from) {
  const all = stops(from.form ?? from.closest('form'));
  const here = all.findIndex((stop) => stop.contains(from));
  firstIn(all[here + 1])?.focus();
}

export function startChoices() {
  document.addEventListener('keydown', (event) => {
    const group = event.target.closest?.('fieldset[data-numbered]');
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^Numpad([1-9])$/.exec(event.code)?.[1];
    if (!group || !digit || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input[type=text], textarea')) return;
    const input = group.querySelectorAll('.options input')[digit - 1];
    if (!input) return;
    event.preventDefault();
    input.checked = input.type === 'radio' || !input.checked;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    if (event.shiftKey || 'reason' in input.dataset) input.focus();
    else advance(input);
  });
}
