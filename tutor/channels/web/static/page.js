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
