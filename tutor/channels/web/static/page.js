// Every page: says that scripts run, and switches between light and dark without a reload.
const root = document.documentElement;
root.classList.add("scripted");

for (const form of document.querySelectorAll("[data-theme-form]")) {
  const button = form.querySelector("button");
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const theme = dark() ? "light" : "dark";
    root.dataset.theme = theme;
    button.value = theme;
    const body = new URLSearchParams({ theme, back: location.pathname });
    fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => {});
  });
}

// A passage that a citation points at gets the focus, so that reading goes on from there.
const passage = document.getElementById("passage");
if (passage) {
  const show = () => setTimeout(() => {
    passage.scrollIntoView({ block: passage.offsetHeight < innerHeight ? "center" : "start" });
    passage.focus({ preventScroll: true });
  });
  // After the browser has gone to the heading in the address, which takes the focus away.
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
}

// What goes on in the background is looked at again for as long as it shows a bar.
for (const place of document.querySelectorAll("[data-live]")) {
  const look = async () => {
    const answer = await fetch(place.dataset.live).catch(() => null);
    if (answer && answer.ok) place.innerHTML = await answer.text();
    watch();
  };
  const watch = () => place.querySelector("progress") && setTimeout(look, 2000);
  watch();
}

// A skill named in the address is opened.
const open = () => {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
};
addEventListener("hashchange", open);
open();

// What was typed into a form that the server could not take (signed out meanwhile, a wrong date) stands
// there again when the page is next opened by the same person in this tab; what went through is forgotten.
const SENT = "sent";
const store = (sent) => {
  try { if (sent) sessionStorage.setItem(SENT, JSON.stringify(sent)); else sessionStorage.removeItem(SENT); } catch { /* no store, nothing kept */ }
};
const stored = () => { try { return JSON.parse(sessionStorage.getItem(SENT)); } catch { return null; } };
const typed = (form) => [...form.elements].filter((one) => one.name && !["hidden", "password", "file", "submit"].includes(one.type));
const fixed = (form) => [...form.elements].filter((one) => one.type === "hidden" && one.name !== "token").map((one) => one.value).join("\n");
const who = document.body.dataset.who;

addEventListener("submit", ({ target: form, defaultPrevented }) => {
  if (defaultPrevented || form.method !== "post" || !who || !typed(form).length) return;
  store({ who, to: form.action, fixed: fixed(form), values: typed(form).map((one) => (one.type === "checkbox" ? one.checked : one.value)) });
});

const sent = stored();
if (sent && document.querySelector("[data-mishap]")) store({ ...sent, failed: true });
else if (sent && who) {
  const same = (form) => form.action === sent.to && fixed(form) === sent.fixed && typed(form).length === sent.values.length;
  const form = sent.failed && sent.who === who && [...document.forms].find(same);
  if (form) {
    typed(form).forEach((one, at) => { one[one.type === "checkbox" ? "checked" : "value"] = sent.values[at]; });
    for (let part = form; part; part = part.parentElement) if (part instanceof HTMLDetailsElement) part.open = true;
  }
  if (form || !sent.failed || sent.who !== who) store(null);
}
