// The grid of hours: adds up as it is filled in, Enter goes to the next row, which begins with the person and day above.
'use strict';
(() => {
  const form = document.querySelector('[data-grid]');
  const total = form.querySelector('[data-total]');
  const rows = [...form.querySelectorAll('tbody tr')];
  const field = (row, name) => row.querySelector(`[name=${name}]`);

  function minutes(text) {
    const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
    return clock ? clock[1] * 60 + Number(clock[2]) : Number(/^\d{1,4}$/.exec(text.trim())?.[0] || 0);
  }

  function add() {
    const filled = rows.map(row => minutes(field(row, 'minutes').value)).filter(one => one > 0);
    const sum = filled.reduce((all, one) => all + one, 0);
    total.textContent = sum === 0 ? '' : `${total.dataset.say} ${filled.length} · ${Math.floor(sum / 60)}:${String(sum % 60).padStart(2, '0')}`;
  }

  form.addEventListener('input', add);
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.tagName === 'BUTTON') return;
    const at = rows.indexOf(event.target.closest('tr'));
    const next = rows[at + 1];
    if (!next) return;
    event.preventDefault();
    for (const name of ['who', 'on', 'activity']) {
      if (!field(next, 'minutes').value && !(name !== 'activity' && field(next, name).value)) field(next, name).value = field(rows[at], name).value;
    }
    field(next, 'who').focus();
  });
  add();
})();
