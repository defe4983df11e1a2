// The composer: saved as one types, kept in the browser when the line is cut, images dropped or pasted.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const form = $("#composer");
$("[data-drop-files]")?.addEventListener("change", e => e.currentTarget.requestSubmit());
if (form) compose(form);

// ---- files dropped or pasted go where files are chosen
const files = () => $("[type=file][name=fichiers]:not(noscript *)");
const zone = $(".editor") ? () => $(".composer-text") : () => $("[data-drop-files]");
const carries = e => [...e.dataTransfer?.types ?? []].includes("Files");
document.addEventListener("dragover", e => carries(e) && (e.preventDefault(), zone()?.setAttribute("data-over", "")));
document.addEventListener("dragleave", e => e.relatedTarget || zone()?.removeAttribute("data-over"));
document.addEventListener("drop", e => {
  if (!carries(e)) return;
  e.preventDefault();
  zone()?.removeAttribute("data-over");
  take(e.dataTransfer.files);
});
document.addEventListener("paste", e => {
  if (!e.clipboardData?.files.length) return;
  e.preventDefault();
  take(e.clipboardData.files);
});
function take(chosen) {
  const field = files();
  if (!field || !chosen.length) return;
  field.files = chosen;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function compose(form) {
  const id = form.dataset.composer, key = "palabre:content:" + id, fresh = form.dataset.fresh === "true";
  const say = word => { const at = $("#saved"); if (at) at.textContent = word; };
  const words = () => new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "_csrf" && typeof value === "string"));
  let sent = "", stopped = false, again;

  // Kept here from the first letter, forgotten once the server has exactly this.
  const keep = () => {
    try {
      localStorage.setItem(key, words().toString());
      if (form.dataset.fresh === "true") localStorage.setItem("palabre:content:fresh", id);
    } catch { /* a full or closed store keeps nothing, the server still does */ }
  };
  const forget = () => {
    localStorage.removeItem(key);
    if (localStorage.getItem("palabre:content:fresh") === id) localStorage.removeItem("palabre:content:fresh");
  };
  const send = () => htmx.trigger(form, "keep");
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  restore();

  form.addEventListener("htmx:confirm", e => { if (stopped) e.preventDefault(); });
  // What is only read within the form (a menu that fills itself) is no save.
  const reads = e => e.detail.requestConfig?.verb === "get";
  form.addEventListener("htmx:beforeRequest", e => { if (reads(e)) return; sent = words().toString(); say(form.dataset.saving); });
  form.addEventListener("htmx:sendError", e => { if (reads(e)) return; e.stopPropagation(); later(form.dataset.offline); });
  form.addEventListener("htmx:responseError", e => { if (!reads(e) && e.detail.xhr.status >= 500) later(form.dataset.offline); });
  form.addEventListener("htmx:beforeSwap", e => {
    if (reads(e)) return;
    const answer = e.detail.xhr;
    if (answer.getResponseHeader("X-Conflict")) { say(form.dataset.aside); return forget(); }
    if (answer.getResponseHeader("X-Saved")) return saved(answer.getResponseHeader("X-Saved"));
    // Neither saved nor in conflict: somebody signed out meanwhile, and this is the sign-in page.
    e.detail.shouldSwap = false;
    later(form.dataset.signedOut);
  });
  function saved(version) {
    clearTimeout(again);
    sessionStorage.setItem(key + ":version", version);
    form.dataset.fresh = "false";
    if (words().toString() === sent) forget();
  }
  function later(word) {
    say(word);
    clearTimeout(again);
    again = setTimeout(send, 6000);
  }
  addEventListener("online", () => localStorage.getItem(key) && send());
  document.addEventListener("visibilitychange", () => document.hidden && localStorage.getItem(key) && send());

  // A page shown again, or asked for while the last words were on their way, may be behind.
  addEventListener("pageshow", () => {
    if (+sessionStorage.getItem(key + ":version") > +form.elements.version.value) location.reload();
  });

  // What the server never had comes back into the fields, and is sent again.
  function restore() {
    const lost = localStorage.getItem("palabre:content:fresh");
    if (fresh && lost && lost !== id && localStorage.getItem("palabre:content:" + lost))
      return location.replace(location.pathname + "?reprise=" + lost);
    const kept = localStorage.getItem(key);
    if (!kept) return;
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = form.elements[name];
      if (field?.tagName === "TEXTAREA" || /^(text|date|time)$/.test(field?.type)) field.value = value;
    }
    document.addEventListener("htmx:load", send, { once: true });
  }

  // What is the same is left alone: pictures do not blink while one types.
  document.addEventListener("htmx:oobBeforeSwap", e => {
    const { target, fragment } = e.detail, next = fragment.firstElementChild ?? fragment;
    if (target.id === "views" && plain(target) === plain(next)) e.detail.shouldSwap = false;
  });
  const plain = node => node.innerHTML.replace(/ class="htmx-[^"]*"/g, "").replace(/\s+/g, " ");

  // ---- a text that says what the common one says follows it
  form.addEventListener("input", e => {
    const from = e.target;
    if (from.id === "texte" || from.id === "premiere")
      for (const twin of $$(`[data-common="${from.id}"]`)) follow(twin, from);
    if (from.dataset.common) mark(from);
  });
  const before = new Map();
  const note = () => { for (const name of ["texte", "premiere"]) before.set(name, $("#" + name)?.value ?? ""); };
  note();
  function follow(twin, common) {
    if (twin.value !== before.get(common.id)) return;
    twin.value = common.value;
    twin.dispatchEvent(new Event("twin"));
    queueMicrotask(note);
  }
  form.addEventListener("input", () => queueMicrotask(note));
  function mark(twin) {
    const account = twin.name.split(".")[1], differs = twin.value !== $("#" + twin.dataset.common).value;
    for (const at of [$("#mark-" + account), $("#common-" + account)]) if (at && differs) at.hidden = false;
  }

  // ---- panels, cutting by hand, saving at once
  form.addEventListener("click", e => {
    const tab = e.target.closest("[role=tab]");
    if (tab) { e.preventDefault(); form.elements.onglet.value = tab.dataset.panel; }
    const cut = e.target.closest("[data-cut]");
    if (cut) cutHere(document.getElementById(cut.dataset.cut));
    if (e.target.closest("[data-describe]")) { e.preventDefault(); $("#tab-commun")?.click(); $(".shot.wait textarea")?.focus(); }
  });
  function cutHere(text) {
    text.focus();
    text.setRangeText("\n---\n", text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const wake = () => { for (const cut of $$("[data-cut]", form)) cut.hidden = false; note(); };
  document.addEventListener("htmx:load", wake);
  wake();
  document.addEventListener("keydown", e => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") { e.preventDefault(); send(); }
  });
  form.addEventListener("submit", () => { stopped = true; });
}
