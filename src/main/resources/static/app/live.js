// Shows what others have changed, without a jump: the server says that there is something new, the page is asked for
// again, and only what differs is exchanged. Where somebody is entering something, nothing is touched: a line says so.
(() => {
  'use strict';
  const note = document.querySelector('[data-live]');
  const main = document.getElementById('main');
  // A page whose every reading is on record is not read again by itself
  if (!note || !window.EventSource || 'readOnRecord' in main.dataset) return;
  const EVERY = 2000;
  let told = Number(new URL(note.dataset.live, location.href).searchParams.get('after'));
  let source = null;
  let asking = false;
  let again = false;
  let inTheWay = false;

  const entering = () => main.querySelector('form[method=post] :is(input:not([type=hidden]), select, textarea)') !== null || document.querySelector('dialog[open]') !== null;

  // What there is to read, apart from what scripts have drawn
  function reads(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('[data-chart-box], [data-keys], script, [role=status]').forEach(one => one.remove());
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
    const same = before.length === after.length && before.length > 0 && ownText(now) === ownText(next)
      && before.every((one, n) => alike(one, after[n]));
    if (same) {
      [...next.attributes].forEach(one => { if (one.name !== 'class') now.setAttribute(one.name, one.value); });
      return before.map((one, n) => exchange(one, after[n])).some(Boolean);
    }
    if (now.contains(document.activeElement)) {
      inTheWay = true;
      return false;
    }
    const fresh = document.importNode(next, true);
    now.replaceWith(fresh);
    fresh.classList.add('app-fresh');
    return true;
  }

  async function ask() {
    if (asking) { again = true; return; }
    asking = true;
    again = false;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      if (!answer.ok) { close(); return; }
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
      inTheWay = false;
      if (next && entering()) {
        if (reads(next) !== reads(main)) say('changed');
        return;
      }
      const changed = next && exchange(main, next);
      if (changed) document.dispatchEvent(new CustomEvent('patenbuch:changed'));
      if (inTheWay) say('changed'); else if (changed) say('updated');
    } catch { /* no connection: the next message tries again */ } finally {
      setTimeout(() => { asking = false; if (again) ask(); }, EVERY);
    }
  }

  function heard(event) {
    told = Number(event.data);
    ask();
  }

  function open() {
    if (source || document.hidden) return;
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
  note.querySelector('[data-reload]').addEventListener('click', () => location.reload());
  note.querySelector('[data-close]').addEventListener('click', () => say(null));
})();
