// Forms that lie in the page open as windows; without scripts their links open them by address.
const first = (dialog) => dialog.querySelector('[aria-invalid="true"]') ?? dialog.querySelector('input:not([type=hidden]), select, textarea, button');

export function open(dialog) {
  if (dialog.open) dialog.close();
  dialog.dispatchEvent(new Event('opening')); // at once: 'toggle' comes when the first letters may have been typed
  dialog.showModal();
  first(dialog)?.focus();
}

export function startDialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens]');
    const target = opener && document.getElementById(opener.dataset.opens);
    if (target instanceof HTMLDialogElement && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      opener.closest('details[data-menu]')?.removeAttribute('open');
      open(target);
    }
    const closer = event.target.closest('[data-closes]');
    if (closer) {
      event.preventDefault();
      closer.closest('dialog')?.close();
    }
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && document.querySelector('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  for (const dialog of document.querySelectorAll('dialog[open]')) {
    const active = document.activeElement;
    open(dialog);
    if (dialog.contains(active)) active.focus(); // whoever has begun to type is not moved
  }
  document.querySelectorAll('[data-opens][hidden]').forEach((button) => { button.hidden = false; });
}
