// Keeps the page "my hours" and what it is made of, so that it opens without a connection. It keeps no entry and sends
// none: that is the page's own business.
'use strict';
const KEPT = 'my-hours';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  if (event.data.keep) event.waitUntil(keep(event.data.keep).then(() => event.source.postMessage('kept')));
  if (event.data.forget) event.waitUntil(caches.delete(KEPT));
});
self.addEventListener('fetch', event => {
  const endless = event.request.headers.get('Accept') === 'text/event-stream';
  if (event.request.method === 'GET' && !endless) event.respondWith(answer(event.request));
});

async function keep(addresses) {
  const cache = await caches.open(KEPT);
  await Promise.all(addresses.map(async address => {
    const response = await fetch(address, {credentials: 'same-origin'});
    if (response.ok && !response.redirected) await cache.put(address, response);
  }));
}

async function answer(request) {
  if (!self.navigator.onLine) {
    const kept = await caches.match(request, {ignoreSearch: true});
    if (kept) return kept;
  }
  try {
    const response = await fetch(request);
    if (request.mode === 'navigate' && response.ok) {
      const cache = await caches.open(KEPT);
      await cache.put(new URL(request.url).pathname, response.clone());
    }
    return response;
  } catch (cut) {
    const kept = await caches.match(request, {ignoreSearch: true});
    if (kept) return kept;
    throw cut;
  }
}
