// Sends visits from the page "my hours"; what cannot be sent now waits on this phone and is sent later. Each entry has
// its name from the moment it is entered, so that it counts once however often it is sent.
'use strict';
(() => {
  const main = document.querySelector('[data-my-hours]');
  const say = main.dataset;
  const state = main.querySelector('[data-state]');
  const list = main.querySelector('[data-waiting]');
  const key = 'my-hours:' + say.key;
  const SHORTEST_PAUSE = 1000;
  const LONGEST_PAUSE = 60000;
  const RENEWED = ['.ph-month', '[data-hand-in]', '[data-last]'];
  let pause = SHORTEST_PAUSE;
  let sending = false;

  const waiting = () => JSON.parse(localStorage.getItem(key) || '[]');
  const store = entries => localStorage.setItem(key, JSON.stringify(entries));
  const change = (id, entry) => store(waiting().flatMap(one => one.fields.id !== id ? [one] : entry ? [entry] : []));
  const token = () => main.querySelector('input[name=_csrf]').value;

  function today() {
    const now = new Date();
    const two = number => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  const day = iso => new Date(iso + 'T12:00').toLocaleDateString(document.documentElement.lang);

  function show() {
    const entries = waiting();
    list.hidden = entries.length === 0;
    list.replaceChildren(...entries.map(entry => {
      const item = document.createElement('li');
      const what = document.createElement('span');
      what.textContent = `${entry.told} – ${entry.refused || say.sayWaiting}`;
      item.append(what);
      if (entry.refused) {
        const drop = document.createElement('button');
        drop.type = 'button';
        drop.textContent = say.sayDrop;
        drop.addEventListener('click', () => { change(entry.fields.id, null); show(); });
        item.append(' ', drop);
      }
      return item;
    }));
    if (!navigator.onLine) state.textContent = say.sayOffline;
  }

  async function send(entry) {
    const body = new URLSearchParams({...entry.fields, _csrf: token()});
    const answer = await fetch(say.scope, {method: 'POST', body, headers: {Accept: 'application/json'}, redirect: 'manual'});
    if (answer.status === 200 || answer.status === 201) {
      change(entry.fields.id, null);
      const item = document.createElement('li');
      item.textContent = entry.told;
      main.querySelector('[data-none]')?.remove();
      main.querySelector('[data-last]').prepend(item);
      state.textContent = say.sayDone;
      renew((await answer.json()).position);
    } else if (answer.status === 400 || answer.status === 422 || answer.status === 409) {
      const problem = await answer.json();
      change(entry.fields.id, {...entry, refused: problem.detail});
      state.textContent = say.sayRefused;
    } else {
      state.textContent = say.sayLogin;
      return false;
    }
    return true;
  }

  // What the server makes of it: the month's sum, what can be handed in and taken back
  async function renew(position) {
    const answer = await fetch(`${say.scope}?position=${position}`, {headers: {Accept: 'text/html'}, redirect: 'manual'})
      .catch(() => null); // the visit is entered all the same, and the page shows it when it is opened next
    if (!answer?.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of RENEWED) {
      const now = main.querySelector(part);
      const then = next.querySelector(part);
      if (now && then && !now.contains(document.activeElement)) now.replaceWith(document.importNode(then, true));
    }
    document.dispatchEvent(new CustomEvent('patenbuch:renewed'));
  }

  async function sendAll() {
    if (sending || !navigator.onLine) return;
    sending = true;
    try {
      for (const entry of waiting().filter(one => !one.refused)) {
        if (!await send(entry)) break;
        pause = SHORTEST_PAUSE;
      }
    } catch (cut) {
      // A phone says it is online before anything gets through
      state.textContent = say.sayOffline;
      setTimeout(sendAll, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    } finally {
      sending = false;
      show();
    }
  }

  function enter(event) {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries(new FormData(form));
    delete fields._csrf;
    fields.id = crypto.randomUUID();
    if (form.querySelector('[data-on-today]')) fields.on = today();
    const words = form.querySelector('.ph-tap')
      ? [...form.querySelectorAll('.ph-tap span')].map(part => part.textContent)
      : [...form.querySelectorAll('input:checked + span')].map(part => part.textContent);
    store([...waiting(), {fields, told: [day(fields.on), ...words].join(' · ')}]);
    const button = form.querySelector('button');
    button.disabled = true;
    setTimeout(() => { button.disabled = false; }, 3000);
    state.textContent = navigator.onLine ? say.saySending : say.sayOffline;
    show();
    sendAll();
  }

  main.querySelectorAll('form[data-visit]').forEach(form => form.addEventListener('submit', enter));
  window.addEventListener('online', sendAll);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) sendAll(); });
  show();
  sendAll();

  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(say.worker, {scope: say.scope});
  navigator.serviceWorker.ready.then(ready => {
    const parts = performance.getEntriesByType('resource').map(part => part.name)
      .filter(address => address.startsWith(location.origin) && /\/(app|vendor)\//.test(address));
    if (navigator.onLine) ready.active.postMessage({keep: [location.pathname, ...parts]});
  });
  navigator.serviceWorker.addEventListener('message', () => { main.dataset.kept = 'true'; });
  // Whoever leaves takes the page along; what waits to be sent stays
  document.querySelector('form[action$="/logout"]')?.addEventListener('submit', () => {
    navigator.serviceWorker.controller?.postMessage({forget: true});
  });
})();
