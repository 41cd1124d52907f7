// Type-ahead: keys that come while one page goes and the next one arrives, or while an answer is awaited, are not lost.
// They wait in order and are given to whatever has the focus then. In the head and no module, so that it listens first.
globalThis.ahead = (() => {
  const stored = 'rung.ahead';
  const patience = 10_000;
  const kept = take();
  let holders = 1; // this page, until its modules listen
  let giving = false;

  function take() {
    const { at, keys } = JSON.parse(sessionStorage.getItem(stored) ?? '{}');
    sessionStorage.removeItem(stored);
    return Date.now() - at < patience ? keys : [];
  }

  const plain = (event) => !event.metaKey && event.ctrlKey === event.altKey;
  const canWait = (event) => event.isTrusted && !event.isComposing && (event.key === 'Enter' || event.key.length === 1 && plain(event));

  function listen(event) {
    if (!holders && !giving || !canWait(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    kept.push({ key, code, ctrlKey, metaKey, altKey, shiftKey });
  }

  function press(target) {
    if (target.matches('a, button, summary')) target.click();
    else if (target.matches('textarea')) document.execCommand('insertText', false, '\n');
    else target.form?.requestSubmit();
  }

  function give(key) {
    const target = document.activeElement ?? document.body;
    const taken = !target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    if (taken) return;
    if (key.key === 'Enter') press(target);
    else document.execCommand('insertText', false, key.key);
  }

  async function giveAll() {
    if (giving) return;
    giving = true;
    while (kept.length && !holders) {
      give(kept.shift());
      await new Promise((done) => { setTimeout(done); });
    }
    giving = false;
  }

  function hold() {
    holders++;
    let held = true;
    return () => {
      if (held) holders--;
      held = false;
      if (!holders) giveAll();
    };
  }

  addEventListener('keydown', listen, true);
  addEventListener('beforeunload', () => {
    const letGo = hold();
    setTimeout(() => { kept.length = 0; letGo(); }, patience);
  });
  addEventListener('pagehide', () => {
    if (kept.length) sessionStorage.setItem(stored, JSON.stringify({ at: Date.now(), keys: kept }));
  });

  let ready = false;
  function begin() {
    if (ready) return;
    ready = true;
    holders--;
    giveAll();
  }
  addEventListener('load', begin); // also when a module could not be fetched
  return { hold, begin };
})();
