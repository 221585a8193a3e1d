// Keys for those who work without a mouse: / search, n new, ? help. Off where someone has switched them off (WCAG 2.1.4).
(() => {
  const off = () => { try { return localStorage.getItem("keys") === "off"; } catch { return false; } };
  const typing = (place) => place.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || off() || typing(event.target)) return;
    if (event.key === "/") {
      const box = document.getElementById("search-q");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "?") {
      location.assign("/help#keys");
    } else if (event.key === "n") {
      const entering = document.querySelector("[data-new], .app-head a.kern-btn--primary");
      if (entering) entering.click();
    }
  });

  const button = document.querySelector("[data-keys]");
  if (!button) return;
  const say = () => {
    button.setAttribute("aria-pressed", String(!off()));
    button.hidden = false;
  };
  button.addEventListener("click", () => {
    try { localStorage.setItem("keys", off() ? "on" : "off"); } catch { /* nothing is kept here: they stay on */ }
    say();
  });
  say();
})();
