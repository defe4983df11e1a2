// What the inbox gains when scripts arrive: the list stays while threads change, and one sees who is here.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const on = (type, act) => document.addEventListener(type, act);
const pulse = () => window.htmx?.trigger("#pulse", "beat");

// ---- the thread that is open is marked in the list, and takes the phone's screen
on("htmx:afterSwap", e => {
  if (e.detail.target?.id !== "thread") return;
  const open = $("#reply [name=fil]")?.value;
  $(".inbox").dataset.pane = open ? "thread" : "list";
  for (const row of $$(".list .row")) {
    if (row.id === "row-" + open) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    row.toggleAttribute("data-cursor", row.id === "row-" + open);
  }
  const batch = $("#batch [name=ouvert]");
  if (batch) batch.value = open ?? "";
  toTheEnd();
  pulse();
});
// An answer sent leaves the hands on the keys, not in the next answer.
on("htmx:afterSettle", e => {
  const words = $("#words");
  if (e.detail.target?.id === "thread" && document.activeElement === words && !words.value) words.blur();
});
function toTheEnd() {
  const talk = $("#thread .talk");
  if (talk) talk.scrollTop = talk.scrollHeight;
}

// ---- who writes: said for a while after each touch of the keyboard
let quiet;
on("input", e => {
  const writes = e.target.closest("#reply")?.elements.ecrit;
  if (!writes) return;
  if (writes.value !== "true") { writes.value = "true"; pulse(); }
  clearTimeout(quiet);
  quiet = setTimeout(() => writes.value = "false", 20000);
});
on("change", e => {
  if (e.target.matches("#reply [name=genre]")) $("#words")?.focus();
  if (e.target.matches("[data-all]")) for (const box of $$(".list [name=fil]")) box.checked = e.target.checked;
});

// ---- who is where: the heartbeat brings it, each row shows its own; a hidden page does not beat
on("htmx:afterSettle", () => {
  for (const mark of $$("[data-here]"))
    mark.textContent = $$(`[data-is-in="${mark.dataset.here}"]`).map(one => one.textContent).join(", ");
});
// The menu's count follows the view's.
on("htmx:afterSettle", () => {
  const waiting = $("#count-a-repondre")?.firstChild?.textContent.trim();
  const menu = $(".side .nav[aria-current] .count")?.firstChild;
  if (menu && waiting != null) menu.textContent = waiting;
});
on("htmx:beforeRequest", e => e.detail.elt.id === "pulse" && document.hidden && e.preventDefault());
on("visibilitychange", () => document.hidden || pulse());
toTheEnd();
