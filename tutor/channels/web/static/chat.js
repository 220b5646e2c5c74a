// The chat: sends without a reload, shows the reply as it comes, keeps the draft, orders by buttons.
const main = document.querySelector("[data-chat]");
const log = document.getElementById("log");
const live = document.getElementById("live");
const glance = document.getElementById("glance");
const composer = document.getElementById("composer");
const box = document.getElementById("text");
const send = composer?.querySelector(".send");
const draftKey = `draft/${main.dataset.who}/${main.dataset.course}`;
// What the page says, in the language of the course: by the English sentence, as on the server.
const words = JSON.parse(main.dataset.said);
const say = (text, values = {}) => (words[text] ?? text).replace(/\{(\w+)\}/g, (_, name) => values[name]);
const PATIENCE = 4000; // milliseconds of nothing until it is said that it takes longer
let busy = null; // the stream that is being shown

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

const element = (tag, className, html = "") => {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = html;
  return made;
};

const announce = (nodes) => {
  live.replaceChildren(...nodes.map((node) => (typeof node === "string" ? node : node.cloneNode(true))));
};

const atEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 160;

const toEnd = (node) => {
  // The top of a long reply stays in sight: what comes first is read first.
  const foot = document.querySelector(".composer").offsetHeight;
  const roof = document.querySelector(".top").offsetHeight + glance.offsetHeight;
  const place = node.getBoundingClientRect();
  const room = innerHeight - foot - roof;
  const by = place.height < room ? place.bottom - (innerHeight - foot) + 16 : place.top - roof - 16;
  if (by > 0) scrollBy(0, by);
};

const settle = () => {
  // What was to be pressed is past; a card that stood above already is not shown twice.
  for (const part of log.querySelectorAll("[data-live]")) if (!part.closest(".card")) part.remove();
  for (const card of log.querySelectorAll(".card:not(.past)")) {
    const same = [...log.querySelectorAll(`[data-card="${CSS.escape(card.dataset.card)}"]`)];
    if (same[0] === card) card.classList.add("past");
    else card.remove();
  }
};

const mine = (text) => {
  const made = element("div", "mine new", `<span class="vh">${say("You said:")} </span>`);
  made.dir = "auto";
  made.append(text);
  log.append(made);
  return made;
};

const dots = '<p class="dots" aria-hidden="true"><i></i><i></i><i></i></p>';
const answering = () => {
  const made = element("article", "tutor new", `<span class="vh">Meno: </span><div class="words" data-words>${dots}</div>`);
  made.setAttribute("aria-busy", "true");
  log.append(made);
  return made;
};

const failed = (article, html) => {
  article.removeAttribute("aria-busy");
  article.innerHTML = html;
  announce([article.textContent]);
};

const stop = () => {
  if (!busy) return;
  busy.source?.close();
  busy.article.removeAttribute("aria-busy");
  busy.article.querySelector(".dots")?.remove();
  busy.article.append(element("p", "small", `${say("Stopped showing.")} <a href="">${say("Show the whole reply")}</a>`));
  announce([say("Stopped.")]);
  free();
};

const free = () => {
  busy = null;
  if (send) send.disabled = false;
};

const follow = (article, address) => {
  const shown = () => article.querySelector("[data-words]");
  const source = new EventSource(address);
  busy = { article, source };
  if (send) send.disabled = true;
  let tries = 0;
  // A model that keeps somebody waiting: dots alone might be a page that hangs.
  const patience = setTimeout(() => {
    const waits = shown()?.querySelector(".dots");
    if (!waits) return;
    waits.after(element("p", "small", say("Still at it. A moment, please.")));
    announce([say("Still at it. A moment, please.")]);
  }, PATIENCE);
  const end = () => { clearTimeout(patience); source.close(); free(); };
  source.addEventListener("text", (event) => {
    const follows = atEnd();
    tries = 0;
    shown().innerHTML = JSON.parse(event.data).html;
    if (follows) toEnd(article);
  });
  source.addEventListener("done", (event) => {
    end();
    const follows = atEnd() || article.getBoundingClientRect().bottom < innerHeight;
    const { html, glance: bar, how } = JSON.parse(event.data);
    const made = element("div", "", html).firstElementChild;
    article.replaceWith(made);
    glance.innerHTML = bar;
    box.placeholder = how || say("Type your answer or ask anything");
    arrange(made);
    announce([...made.querySelectorAll("[data-words], .prompt")]);
    if (follows) toEnd(made);
  });
  source.addEventListener("failed", (event) => { end(); failed(article, JSON.parse(event.data).html); });
  source.addEventListener("lost", () => { end(); location.reload(); });
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED || ++tries > 8) {
      end();
      failed(article, `<p class="note bad">${say("The connection was lost.")} <a href="">${say("Look again")}</a></p>`);
    }
  };
};

const post = async (form, button, said) => {
  if (busy) return;
  const body = new URLSearchParams(new FormData(form, button));
  const text = body.get("text") ?? "";
  if (!form.dataset.key || form.dataset.sent !== text) form.dataset.key = key();
  form.dataset.sent = text;
  body.set("key", form.dataset.key);
  busy = { article: null };
  if (send) send.disabled = true;
  settle();
  const bubble = said ? mine(said) : null;
  const article = answering();
  busy.article = article;
  toEnd(article);
  announce([say("Meno is answering.")]);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.what), told);
    delete form.dataset.key;
    if (form === composer) forget();
    follow(article, told.events);
  } catch (error) {
    // The draft and the message's key stay: sent again, it is the same message.
    bubble?.remove();
    free();
    failed(article, '<p class="note bad"></p>');
    const note = article.firstElementChild;
    note.textContent = error.what ? `${error.what} ${error.do ?? ""}` : say("No connection. Your message is kept: send it again.");
    if (error.to) note.append(" ", Object.assign(document.createElement("a"), { href: error.to, textContent: say("Sign in") }));
    note.append(" ", Object.assign(document.createElement("a"), { href: "", textContent: say("Reload") }));
    announce([note.textContent]);
    if (said && form === composer && !box.value) box.value = said;
  }
};

// ── photos of work and voice notes: read, then confirmed ──
const SIDE = 1600; // pixels: enough to read a page by
const smaller = async (file) => {
  // Drawn anew, a picture also leaves behind where and when it was taken.
  if (!file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return (await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88))) ?? file;
  } catch { return file; /* the server says what is wrong with it */ }
};

const show = async (form, input) => {
  const [file] = input.files;
  if (busy || !file) return;
  const article = answering();
  busy = { article };
  if (send) send.disabled = true;
  toEnd(article);
  announce([say("Meno is reading it.")]);
  try {
    const body = new FormData();
    body.set("token", form.elements.token.value);
    body.set("file", await smaller(file), file.type.startsWith("image/") ? "work.jpg" : file.name);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.what), told);
    free();
    if (told.events) return follow(article, told.events);
    for (const old of log.querySelectorAll("[data-read-back]")) old.remove();
    const made = element("div", "", told.html).firstElementChild;
    article.replaceWith(made);
    announce([made.textContent]);
    toEnd(made);
    made.querySelector("button").focus({ preventScroll: true });
  } catch (error) {
    free();
    failed(article, '<p class="note bad"></p>');
    article.firstElementChild.textContent = error.what ? `${error.what} ${error.do ?? ""}` : say("No connection. Please send the photo again.");
  } finally {
    input.value = "";
  }
};

const photo = document.getElementById("photo");
document.getElementById("photo-file")?.addEventListener("change", (event) => show(photo, event.target));
document.addEventListener("click", (event) => {
  const mend = event.target.closest("[data-mend]");
  if (!mend) return;
  event.preventDefault();
  box.value = mend.closest("form").elements.text.value;
  mend.closest("[data-read-back]").remove();
  keep();
  grow();
  box.focus();
});

// ── the draft ──
const keep = () => { try { sessionStorage.setItem(draftKey, box.value); } catch { /* a full or closed store keeps no draft */ } };
const forget = () => { box.value = ""; grow(); try { sessionStorage.removeItem(draftKey); } catch { /* as above */ } };
const grow = () => { box.style.height = "auto"; box.style.height = `${box.scrollHeight}px`; };

// ── things to put in order: buttons instead of selects ──
const arrange = (part) => {
  for (const list of part.querySelectorAll("[data-order] .order")) {
    const number = () => [...list.children].forEach((row, i) => { row.querySelector("select").value = String(i + 1); });
    for (const row of list.children) {
      const name = row.querySelector("b").textContent;
      for (const [sign, label, to] of [["↑", "Move {name} up", -1], ["↓", "Move {name} down", 1]]) {
        const button = element("button", "move", sign);
        button.type = "button";
        button.setAttribute("aria-label", say(label, { name }));
        button.addEventListener("click", () => {
          const other = to < 0 ? row.previousElementSibling : row.nextElementSibling;
          if (!other) return;
          if (to < 0) other.before(row); else other.after(row);
          number();
          button.focus();
          announce([say("{name} is now at place {place}.", { name, place: [...list.children].indexOf(row) + 1 })]);
        });
        row.append(button);
      }
    }
    number();
  }
};

const spoken = (form) => {
  const picked = [...form.querySelectorAll("input[name=pick]:checked")].map((one) => one.value);
  if (picked.length) return picked.join(", ");
  const kind = form.elements.kind?.value;
  if (kind === "order") return [...form.querySelectorAll(".order b")].map((one) => one.textContent).join(" ");
  if (kind === "match") return [...form.querySelectorAll("select")].filter((s) => s.value).map((s) => s.name.slice(5) + s.value).join(" ");
  if (kind === "blanks") return [...form.querySelectorAll("input[name=blank]")].map((one) => one.value).join("\n");
  return form.elements.text?.value ?? "";
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-send], #composer")) return;
  event.preventDefault();
  if (form === composer && !box.value.trim()) return;
  post(form, event.submitter?.name ? event.submitter : undefined, event.submitter?.dataset.say ?? spoken(form));
  box?.focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && busy?.source) stop();
});

if (box) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      composer.requestSubmit(send.disabled ? undefined : send);
    }
  });
  box.addEventListener("input", () => { keep(); grow(); });
  try { box.value ||= sessionStorage.getItem(draftKey) ?? ""; } catch { /* no draft */ }
  grow();
  if (matchMedia("(min-width: 48rem)").matches) box.focus({ preventScroll: true });
}
arrange(log);
const waiting = log.querySelector("[data-events]");
if (waiting) follow(waiting, waiting.dataset.events);
toEnd(log.lastElementChild ?? log);
