// Does something once typing pauses for so long, and now and then when it does not: what is being typed is never older than
// some seconds (R14).
const longest = 3000;

export class Pause {
  #work;
  #timer = null;
  #latest = null;

  constructor(work) {
    this.#work = work;
  }

  get isWaiting() {
    return this.#timer !== null;
  }

  wait(length) {
    clearTimeout(this.#timer);
    this.#latest ??= Date.now() + longest;
    this.#timer = setTimeout(() => { this.end(); this.#work(); }, Math.max(0, Math.min(length, this.#latest - Date.now())));
  }

  end() {
    clearTimeout(this.#timer);
    this.#timer = this.#latest = null;
  }
}
