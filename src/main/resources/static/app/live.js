// Shows what others have changed, without a jump: the server says that there is something new, the page is asked for
// again, and only what differs is exchanged. Where somebody is entering something, nothing is touched: a line says so.
(() => {
  'use strict';
  const note = document.querySelector('[data-live]');
  let main = document.getElementById('main');
  // A page whose every reading is on record is not read again by itself
  if (!note || !window.EventSource || 'readOnRecord' in main.dataset) return;
  const EVERY = 2000;
  let told = Number(new URL(note.dataset.live, location.href).searchParams.get('after'));
  let source = null;
  let asking = false;
  let again = false;
  let inTheWay = false;
  let doubted = false;

  // While something long is being done, the page is asked from time to time how far it is, and it is not told twice:
  // its own status line speaks, and that seldom
  const working = () => main.querySelector('[data-working]') !== null;

  const entering = () => main.querySelector('form[method=post] :is(input:not([type=hidden]), select, textarea), input[form]') !== null || document.querySelector('dialog[open]') !== null;

  // What there is to read, apart from what scripts have drawn and what only repeats the rest
  function reads(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('[data-chart-box], [data-keys], [data-no-news], script, [role=status]').forEach(one => one.remove());
    return copy.textContent.replace(/\s+/g, ' ');
  }

  function say(what) {
    note.querySelectorAll('[data-say]').forEach(one => { one.hidden = one.dataset.say !== what; });
    note.hidden = what === null;
    if (what === 'updated') setTimeout(() => { if (!note.querySelector('[data-say=updated]').hidden) say(null); }, 6000);
  }

  // A chart is drawn by its own script from the table beside it; what is opened or typed into is its reader's.
  const kept = element => element.matches('[data-chart-box], details, input, select, textarea, [hidden]');
  const ownText = element => [...element.childNodes].filter(one => one.nodeType === Node.TEXT_NODE).map(one => one.data.trim()).join('|');
  const alike = (now, next) => now.tagName === next.tagName && now.id === next.id;

  function exchange(now, next) {
    if (now.isEqualNode(next) || kept(now)) return false;
    const before = [...now.children];
    const after = [...next.children];
    const same = now.matches('progress') || before.length === after.length && before.length > 0
      && ownText(now) === ownText(next) && before.every((one, n) => alike(one, after[n]));
    if (same) {
      [...next.attributes].forEach(one => { if (one.name !== 'class') now.setAttribute(one.name, one.value); });
      return now.matches('progress') || before.map((one, n) => exchange(one, after[n])).some(Boolean);
    }
    if (now.contains(document.activeElement)) {
      inTheWay = true;
      return false;
    }
    const fresh = document.importNode(next, true);
    now.replaceWith(fresh);
    if (!working()) fresh.classList.add('app-fresh');
    return true;
  }

  async function ask() {
    if (asking) { again = true; return; }
    asking = true;
    again = false;
    const worked = working();
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      if (!answer.ok) {
        close();
        if (worked) location.reload(); // gone, or to log in again: whatever it is, the server says it
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.getElementById('main');
      inTheWay = false;
      if (next && entering()) {
        // A page that has sent something itself shows it in a moment: news is what is still new a moment later
        const differs = reads(next) !== reads(main);
        if (differs && doubted) say('changed'); else if (differs) again = true;
        doubted = differs;
        return;
      }
      const changed = next && exchange(main, next);
      main = document.getElementById('main');
      if (changed) document.title = page.title;
      if (changed) document.dispatchEvent(new CustomEvent('patenbuch:changed'));
      if (inTheWay) say('changed'); else if (changed && !worked) say('updated');
    } catch { /* no connection: the next message tries again */ } finally {
      setTimeout(() => { asking = false; if (again || working() && !document.hidden) ask(); }, working() ? EVERY / 2 : EVERY);
    }
  }

  function heard(event) {
    told = Number(event.data);
    ask();
  }

  function open() {
    if (document.hidden) return;
    if (working()) ask();
    if (source) return;
    const address = new URL(note.dataset.live, location.href);
    address.searchParams.set('after', told);
    source = new EventSource(address);
    source.onmessage = heard;
    source.addEventListener('enough', close);
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  document.addEventListener('visibilitychange', () => { if (document.hidden) close(); else open(); });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  window.addEventListener('focus', open);
  document.addEventListener('patenbuch:renewed', () => say(null));
  note.querySelector('[data-reload]').addEventListener('click', () => location.reload());
  note.querySelector('[data-close]').addEventListener('click', () => say(null));
})();
