// What the pages gain when scripts arrive. Everything here improves a page that already works without it.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const on = (type, act, options) => document.addEventListener(type, act, options);
const say = key => document.body.dataset[key] ?? "";
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
const icon = name => {
  const svg = $("svg.icon")?.cloneNode(false) ?? document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon icon-s");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", (document.body.dataset.sprite ?? "/static/sprite.svg") + "#" + name);
  svg.append(use);
  return svg;
};
const el = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
document.documentElement.classList.add("js");

// ---- htmx: no eval, no style of its own, the token on each write
const csrf = () => ({ [$("meta[name=csrf]")?.dataset.header ?? "X-XSRF-TOKEN"]: $("meta[name=csrf]")?.content ?? "" });
on("htmx:configRequest", e => e.detail.verb !== "get" && Object.assign(e.detail.headers, csrf()));
on("htmx:sendError", () => toast(say("sayOffline"), { tone: "late" }));
on("htmx:responseError", e => {
  const told = e.detail.xhr.getResponseHeader("X-Toast");
  toast(told ? decodeURIComponent(told) : say("sayFailed"), { tone: "late" });
});
on("htmx:load", e => wake(e.detail.elt));

// ---- toasts: said once, long enough to undo, never while pointed at
export function toast(text, { undo, undoLabel, offer, tone = "good", fields = {} } = {}) {
  if (!text) return;
  const box = el("div", { class: `toast ${tone}` }, icon({ late: "alert", wait: "clock" }[tone] ?? "check"), el("p", {}, text));
  const form = (action, button) => box.append(el("form", { method: "post", action },
    ...Object.entries({ _csrf: $("meta[name=csrf]")?.content, ...fields })
      .map(([name, value]) => el("input", { type: "hidden", name, value })), button));
  if (offer) form(offer.address, el("button", { class: "btn btn-s" }, offer.words));
  if (undo) form(undo, el("button", { class: "btn btn-s", "data-key": "z", "aria-label": undoLabel ?? say("sayUndo") }, undoLabel ?? say("sayUndo")));
  toasts().append(box);
  settle(box);
}
const toasts = () => $(".toasts") ?? document.body.appendChild(el("div", { class: "toasts", role: "status", "aria-live": "polite" }));
function settle(box) {
  if (box.dataset.settled) return;
  box.dataset.settled = "";
  const leave = () => box.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : box.remove();
  setTimeout(leave, $("form, a", box) ? 12000 : 6000);
}
on("toast", e => toast(e.detail.text ?? e.detail.value, e.detail));

// ---- theme: shown at once, kept by the form that holds the buttons
on("click", e => {
  const choice = e.target.closest("[data-theme-set]")?.dataset.themeSet;
  if (!choice) return;
  const root = document.documentElement;
  if (choice === "auto") root.removeAttribute("data-theme");
  else root.dataset.theme = choice;
  const button = e.target.closest("button[name]");
  if (!button?.form) return;
  e.preventDefault();
  for (const other of $$("[data-theme-set]", button.form)) other.setAttribute("aria-pressed", other === button);
  fetch(button.form.action, { method: "post", body: new URLSearchParams(new FormData(button.form, button)) });
});

// ---- layers, where the browser does not know them yet
if (!("commandForElement" in HTMLButtonElement.prototype)) on("click", e => {
  const button = e.target.closest("button[commandfor]");
  const layer = button && document.getElementById(button.getAttribute("commandfor"));
  if (!layer) return;
  if (button.getAttribute("command") === "close") layer.close();
  else layer.showModal();
});
if (!("closedBy" in HTMLDialogElement.prototype))
  on("click", e => e.target.matches?.("dialog[closedby=any]") && e.target.close());
if (!CSS.supports("position-area: block-end")) on("toggle", e => {
  if (!e.target.matches?.(".menu") || e.newState !== "open") return;
  const from = $(`[popovertarget="${e.target.id}"]`)?.getBoundingClientRect();
  if (!from) return;
  const { offsetWidth: width, offsetHeight: height, style } = e.target;
  style.left = Math.max(8, Math.min(from.left, innerWidth - width - 8)) + "px";
  style.top = (from.bottom + height > innerHeight ? Math.max(8, from.top - height) : from.bottom) + "px";
}, true);

// ---- a destructive act asks once, by naming what will go
on("submit", e => {
  const question = e.submitter?.dataset.confirm ?? e.target.dataset.confirm;
  const dialog = $("#confirm");
  if (!question || !dialog || e.target.dataset.sure) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  $("[data-question]", dialog).textContent = question;
  const yes = $("[data-yes]", dialog);
  yes.textContent = e.submitter?.dataset.confirmAct ?? e.submitter?.textContent.trim() ?? yes.textContent;
  yes.onclick = () => {
    dialog.close();
    e.target.dataset.sure = "1";
    e.target.requestSubmit(e.submitter);
    delete e.target.dataset.sure;
  };
  dialog.showModal();
}, true);

// ---- keyboard: an element says its own key, and the list of keys writes itself
const typing = node => node?.closest?.("input:not([type=checkbox],[type=radio],[type=submit]), textarea, select, [contenteditable]");
const seen = node => node.checkVisibility?.({ visibilityProperty: true }) ?? true;
function giveMenuKeys() {
  const taken = new Set();
  for (const link of $$(".side a.nav")) {
    const letter = [...plain(link.querySelector("span")?.textContent ?? "")].find(c => /[a-z]/.test(c) && !taken.has(c));
    if (!letter) continue;
    taken.add(letter);
    link.dataset.key = "g " + letter;
  }
}
// Letters alone may be turned off, for whoever speaks to the computer or presses by accident.
const single = $("[data-single]");
if (single) single.checked = localStorage.getItem("palabre:keys") !== "off";
on("change", e => e.target === single && localStorage.setItem("palabre:keys", single.checked ? "on" : "off"));
let prefix = "";
function press(key) {
  const scope = $("dialog[open]") ?? document;
  const wanted = prefix ? prefix + " " + key : key;
  prefix = "";
  const cursor = $("[data-cursor]", scope);
  const target = (cursor && $(`[data-key="${wanted}"]`, cursor))
      ?? [...$$(`main [data-key="${wanted}"]`, scope), ...$$(`[data-key="${wanted}"]`, scope)].find(node => seen(node) || node.closest(".side, [popover]"));
  if (target) {
    if (typing(target)) target.focus();
    else target.click();
    return true;
  }
  if (wanted === "g") prefix = "g";
  if (wanted === "j" || wanted === "k") return step(wanted === "j" ? 1 : -1);
  if (wanted === "?") return showKeys();
  if (wanted === "/") return search();
  return prefix !== "";
}
on("keydown", e => {
  if (e.isComposing) return;
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") return e.preventDefault(), openPalette();
  if ((e.ctrlKey || e.metaKey) && e.key === "Enter") {
    const form = e.target.closest?.("form");
    const act = form && $("[data-finish], .btn-primary:not([type=button])", form);
    if (act) e.preventDefault(), act.click();
    return;
  }
  if (e.key === "Escape" && typing(e.target) && !e.target.closest("dialog, [popover]")) return e.target.blur();
  if (e.altKey && e.target.closest?.("[data-drag]") && moves[e.key]) return e.preventDefault(), nudge(e.target.closest("[data-drag]"), moves[e.key]);
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || single?.checked === false) return;
  if (e.key.length === 1 && press(e.key === "?" ? "?" : e.key.toLowerCase())) e.preventDefault();
});
function step(by) {
  const rows = $$("main :is(.row, [data-step])").filter(seen);
  if (!rows.length) return false;
  const at = rows.findIndex(row => row.hasAttribute("data-cursor"));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))];
  rows[at]?.removeAttribute("data-cursor");
  next.setAttribute("data-cursor", "");
  const link = next.matches("a") ? next : $("a.cover, a, button", next);
  link?.focus({ preventScroll: true });
  if (next.closest("[data-open]")) link?.click();
  next.scrollIntoView({ block: "nearest" });
  return true;
}
function search() {
  const field = $$("main input[type=search]").find(seen);
  if (!field) return openPalette();
  field.focus();
  field.select();
  return true;
}
const nameOf = node => node.dataset.keyLabel ?? node.getAttribute("aria-label") ?? node.querySelector("span:not(.count, .avatar, .dot)")?.textContent ?? node.textContent.trim();
function showKeys() {
  const dialog = $("#keys");
  const list = dialog && $("[data-found]", dialog);
  if (!list) return false;
  const known = new Map($$("[data-key]").filter(node => !node.closest("#keys")).map(node => [node.dataset.key, nameOf(node)]));
  list.replaceChildren(...[...known].filter(([, name]) => name).map(([key, name]) =>
    el("div", {}, el("span", {}, name), el("span", { class: "nowrap" }, ...key.split(" ").flatMap(k => [el("kbd", { class: "kbd" }, k), " "])))));
  dialog.showModal();
  return true;
}

// ---- palette: the menu, the acts of this page, the brands, and what the server finds
let found = [], chosen = 0, asked;
function openPalette() {
  const dialog = $("#palette");
  if (!dialog || dialog.open) return false;
  dialog.showModal();
  const field = $("input", dialog);
  field.value = "";
  offer("");
  field.focus();
  return true;
}
function offer(text, more = []) {
  const words = plain(text).split(/\s+/);
  const local = $$(".side a.nav, .side .menu a.menu-item, .top .btn-primary, main [data-key]:is(a, button)")
    .map(node => ({ node, name: nameOf(node), picture: $("use", node)?.getAttribute("href")?.split("#")[1] ?? "right", key: node.dataset.key }))
    .filter(({ name }) => name && words.every(word => plain(name).includes(word)));
  const results = $("#palette .results");
  found = [...local.map(({ node, name, picture, key }) => {
    const item = el("button", { class: "menu-item", role: "option", type: "button", tabindex: -1 }, icon(picture), el("span", {}, name.trim()));
    if (key) item.append(el("span", { class: "push" }, ...key.split(" ").map(k => el("kbd", { class: "kbd" }, k))));
    item.onclick = () => { $("#palette").close(); node.click(); };
    return item;
  }), ...more].slice(0, 40);
  found.forEach((item, i) => item.id = "found-" + i);
  results.replaceChildren(...(found.length ? found : [el("p", { class: "menu-title" }, say("sayNothing"))]));
  choose(0);
}
function choose(i) {
  chosen = Math.max(0, Math.min(found.length - 1, i));
  found.forEach((item, at) => item.setAttribute("aria-selected", at === chosen));
  $("#palette input").setAttribute("aria-activedescendant", found[chosen]?.id ?? "");
  found[chosen]?.scrollIntoView({ block: "nearest" });
}
on("input", e => {
  if (!e.target.matches("#palette input")) return;
  const text = e.target.value, from = $("#palette").dataset.from;
  offer(text);
  clearTimeout(asked);
  if (from && text.trim().length > 1) asked = setTimeout(async () => {
    const answer = await fetch(from + encodeURIComponent(text)).catch(() => null);
    if (!answer?.ok || e.target.value !== text) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    offer(text, $$("a", part).map(a => (a.className = "menu-item", a.setAttribute("role", "option"), document.adoptNode(a))));
  }, 180);
});
on("keydown", e => {
  if (!e.target.matches?.("#palette input")) return;
  if (e.key === "ArrowDown" || e.key === "ArrowUp") e.preventDefault(), choose(chosen + (e.key === "ArrowDown" ? 1 : -1));
  if (e.key === "Enter") e.preventDefault(), found[chosen]?.click();
});
on("click", e => {
  if (e.target.closest("[data-open-palette]")) openPalette();
  if (e.target.closest("[data-open-keys]")) showKeys();
});

// ---- autosave: nothing typed is lost, even when the line is cut
async function save(form) {
  const label = $("[data-saved]", form), key = "palabre:" + form.dataset.autosave;
  const body = new URLSearchParams(new FormData(form));
  if (label) label.textContent = form.dataset.saving ?? "";
  try {
    const answer = await fetch(form.dataset.autosave, { method: "post", body, headers: { ...csrf(), Accept: "application/json" }, keepalive: body.toString().length < 60000 });
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 409) $("[data-conflict]", form)?.removeAttribute("hidden");
    else if (!answer.ok) throw new Error(String(answer.status));
    if (answer.ok && told.version != null && form.elements.version) form.elements.version.value = told.version;
    if (label) label.textContent = told.label ?? "";
    localStorage.removeItem(key);
    form.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: told }));
  } catch {
    body.delete("_csrf");
    localStorage.setItem(key, body.toString());
    if (label) label.textContent = form.dataset.unsaved ?? "";
    form.again = setTimeout(() => save(form), 5000);
  }
}
function autosave(form) {
  const soon = () => { clearTimeout(form.again); form.waiting = true; form.again = setTimeout(now, 700); };
  const now = () => { if (!form.waiting) return; form.waiting = false; clearTimeout(form.again); save(form); };
  const kept = localStorage.getItem("palabre:" + form.dataset.autosave);
  if (kept) {
    for (const [name, value] of new URLSearchParams(kept)) {
      const field = form.elements[name];
      if (field?.tagName === "TEXTAREA" || field?.type === "text") field.value = value;
    }
    soon();
  }
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => { form.waiting = false; clearTimeout(form.again); });
  on("visibilitychange", () => document.hidden && now());
}

// ---- counters that count as the network counts
const graphemes = new Intl.Segmenter();
const measures = {
  graphemes: text => [...graphemes.segment(text)].length,
  links23: text => measures.graphemes(text.replace(/https?:\/\/\S+/g, "x".repeat(23)).replace(/(@[\w.-]+)@[\w.-]+\w/g, "$1")),
  characters: text => [...text].length,
};
function count(field) {
  for (const counter of $$(`[data-count-for="${field.id}"]`)) {
    const max = +counter.dataset.max, used = (measures[counter.dataset.how] ?? measures.graphemes)(field.value);
    const shown = $("[data-used]", counter) ?? counter;
    const number = n => n.toLocaleString(document.documentElement.lang);
    shown.textContent = `${number(used)} / ${number(max)}`;
    counter.toggleAttribute("data-over", used > max);
  }
}
on("input", e => e.target.matches("[data-count]") && count(e.target));

// ---- drag a tile to another day; Alt and arrows do the same
const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
let held;
on("dragstart", e => {
  held = e.target.closest?.("[data-drag]");
  if (!held) return;
  held.dataset.dragging = "";
  e.dataTransfer.effectAllowed = "move";
  e.dataTransfer.setData("text/plain", held.dataset.drag);
});
on("dragend", () => { held?.removeAttribute("data-dragging"); held = null; $$("[data-over][data-drop]").forEach(zone => zone.removeAttribute("data-over")); });
on("dragover", e => {
  const zone = held && e.target.closest?.("[data-drop]");
  if (zone) e.preventDefault(), zone.setAttribute("data-over", "");
});
on("dragleave", e => e.target.closest?.("[data-drop]")?.contains(e.relatedTarget) || e.target.closest?.("[data-drop]")?.removeAttribute("data-over"));
on("drop", e => {
  const zone = held && e.target.closest?.("[data-drop]");
  if (!zone) return;
  e.preventDefault();
  zone.removeAttribute("data-over");
  drop(held, zone);
});
function drop(item, zone) {
  const board = zone.closest("[data-drop-url]");
  if (!board || zone.contains(item)) return;
  const values = { [board.dataset.dropItem ?? "item"]: item.dataset.drag, [board.dataset.dropTo ?? "to"]: zone.dataset.drop };
  window.htmx?.ajax("POST", board.dataset.dropUrl, { values, target: board.dataset.dropTarget ?? board, swap: "outerHTML" });
}
function nudge(item, by) {
  const zones = $$("[data-drop]", item.closest("[data-drop-url]") ?? document);
  const inList = item.closest("[data-drop-list]");
  const perDay = $(".week [data-drop]") ? zones.length / 7 : 1;
  const target = zones[zones.findIndex(zone => zone.contains(item)) + (inList ? Math.sign(by) : by * perDay)];
  if (target) drop(item, target);
}

// ---- small courtesies
on("change", e => e.target.form?.matches("[data-auto]") && e.target.form.requestSubmit());
on("click", async e => {
  const button = e.target.closest("[data-copy]");
  if (!button) return;
  const source = $(button.dataset.copy);
  await navigator.clipboard.writeText(source?.value ?? source?.textContent ?? button.dataset.copy);
  toast(say("sayCopied"));
});
on("click", e => {
  const tab = e.target.closest("[role=tab][aria-controls]");
  if (tab) pick(tab);
});
on("keydown", e => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key], tab = by && e.target.closest?.("[role=tab]");
  if (!tab) return;
  const tabs = $$("[role=tab]", tab.closest("[role=tablist]"));
  pick(tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length], true);
});
function pick(tab, focus) {
  for (const other of $$("[role=tab]", tab.closest("[role=tablist]"))) {
    const chosenTab = other === tab;
    other.setAttribute("aria-selected", chosenTab);
    other.tabIndex = chosenTab ? 0 : -1;
    const panel = document.getElementById(other.getAttribute("aria-controls"));
    if (panel) panel.hidden = !chosenTab;
  }
  if (focus) tab.focus();
}

/** Gives life to a part of the page: the whole of it at first, then each part htmx brings. */
function wake(root) {
  const all = selector => [...(root.matches?.(selector) ? [root] : []), ...$$(selector, root)];
  all("form[data-autosave]").forEach(autosave);
  all("[data-count]").forEach(count);
  all(".toasts > .toast").forEach(settle);
  all("[role=tablist]").forEach(list => pick($("[aria-selected=true]", list) ?? $("[role=tab]", list)));
}
giveMenuKeys();
if (!window.htmx) wake(document.body);
