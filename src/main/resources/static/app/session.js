// Says a few minutes before somebody is logged out that it will be so, and puts it off at a click (WCAG 2.2.1). Every
// request puts it off, also one of another window.
(() => {
  'use strict';
  const note = document.querySelector('[data-session]');
  if (!note) return;
  const BEFORE = 5 * 60 * 1000;
  const KEPT = 'session-ends';
  const idle = Number(note.dataset.idle) * 60 * 1000;
  let last = Date.now() + Number(note.dataset.left) * 1000;
  let ends = 0;
  let closed = null;
  let timer = null;

  function kept() {
    try { return Number(localStorage.getItem(KEPT)) || 0; } catch { return 0; }
  }

  function say(what) {
    if (what !== closed) closed = null;
    const said = what === closed ? null : what;
    note.classList.toggle('app-ends--said', said !== null);
    note.querySelectorAll('[data-say]').forEach(one => { one.hidden = !one.dataset.say.split(' ').includes(said); });
  }

  function look() {
    clearTimeout(timer);
    ends = Math.max(ends, Math.min(kept(), last));
    const left = ends - Date.now();
    if (left <= 0) say('ended');
    else if (left <= BEFORE) say(ends < last ? 'soon' : 'last');
    else say(null);
    if (left > 0) timer = setTimeout(look, left > BEFORE ? left - BEFORE : left);
  }

  // Once it has ended, what is asked for from here is answered by the door
  function asked() {
    if (ends && ends <= Date.now()) return;
    ends = Math.min(Date.now() + idle, last);
    try { localStorage.setItem(KEPT, String(ends)); } catch { /* nothing is kept here: each window counts for itself */ }
    look();
  }

  async function stay() {
    try {
      const answer = await fetch('/account', { method: 'HEAD', redirect: 'manual' });
      if (answer.ok) asked();
      else { ends = last = 1; look(); }
    } catch { /* no connection: the note stays, and so does the way to try again */ }
  }

  note.querySelector('[data-stay]').addEventListener('click', stay);
  note.querySelector('[data-close]').addEventListener('click', () => {
    const shown = note.querySelector('[data-say]:not([hidden])');
    closed = shown && shown.dataset.say;
    say(closed);
  });
  new PerformanceObserver(asked).observe({ type: 'resource' });
  window.addEventListener('storage', look);
  document.addEventListener('visibilitychange', look);
  asked();
})();
