// Materials: sends files one by one with their progress, and keeps the list fresh while they are read.
const form = document.querySelector("[data-upload]");
const list = document.querySelector("[data-list]");
const away = document.querySelector("[data-away]");
const sending = document.querySelector("[data-sending]");
const picker = form.querySelector("input[type=file]");
let waiting = Promise.resolve();

const send = (file) =>
  new Promise((done) => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Sending ${file.name}`);
    row.append(name, bar);
    sending.append(row);
    const end = (problem, remark = "") => {
      bar.remove();
      row.className = problem ? "problem" : "remark";
      name.textContent = problem || remark;
      if (!problem && !remark) row.remove();
      done();
    };
    const body = new FormData(form); // with what is said of the files beside them
    body.delete("files");
    body.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* a page, not JSON */ }
      if (answer.to) location.assign(answer.to);
      else if (request.status === 200) end((answer.refused || []).join(" "), (answer.same || []).join(" "));
      else end(`${file.name}: ${answer.what || "It could not be sent."} ${answer.do || ""}`);
    });
    request.addEventListener("error", () => end(`${file.name}: the connection broke. Add it again.`));
    request.send(body);
  });

const add = (files) => {
  sending.querySelectorAll(".problem, .remark").forEach((row) => row.remove());
  for (const file of files) waiting = waiting.then(() => send(file)).then(refresh);
};

const refresh = async () => {
  const answer = await fetch(list.dataset.list).catch(() => null);
  away.hidden = answer !== null && answer.status < 500; // a proxy answers while Meno starts again
  // not while somebody writes in it, or a form of it is open
  const written = list.contains(document.activeElement) || list.querySelector("details[open] .placing");
  if (answer && answer.ok && !written) {
    list.innerHTML = await answer.text();
    watch();
  } else if (!away.hidden || answer.ok) watch(true);
};

let timer = 0;
const watch = (again = false) => {
  clearTimeout(timer);
  if (again || list.querySelector("progress")) timer = setTimeout(refresh, 1000);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (picker.files.length) add([...picker.files]);
  else picker.click();
  picker.value = "";
});
picker.addEventListener("change", () => {
  add([...picker.files]);
  picker.value = "";
});
for (const kind of ["dragenter", "dragover"])
  form.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  event.preventDefault();
  add([...event.dataTransfer.files]);
});
watch();
