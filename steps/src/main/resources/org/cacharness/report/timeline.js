"use strict";
(() => {
  const form = document.querySelector(".layers");
  const lanes = document.querySelector(".lanes");
  if (!form || !lanes) return;
  const svgNamespace = "http://www.w3.org/2000/svg";
  const steps = [...document.querySelectorAll(".step")].filter((step) => step.dataset.start);
  const rows = [...document.querySelectorAll(".events tbody tr")];
  const boxes = [...form.querySelectorAll("input")];
  const whole = form.querySelector("[data-whole]");
  const start = (step) => Number(step.dataset.start);
  const end = (step) => Number(step.dataset.end);
  let zoomed = null;

  const element = (name, attributes, text) => {
    const made = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  };
  const open = (step) => {
    step.querySelector(".under").open = true;
    step.querySelector("summary").focus();
    step.scrollIntoView({ block: "nearest" });
  };
  const zoom = (step) => {
    zoomed = step;
    whole.hidden = !step;
    draw();
  };
  /** A round number of seconds, so that about eight lines divide the time. */
  const gap = (length) => {
    const rough = length / 8;
    const power = 10 ** Math.floor(Math.log10(rough));
    return power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
  };

  const draw = () => {
    const shown = boxes.filter((box) => box.checked);
    const names = ["Step", ...shown.map((box) => box.parentElement.textContent.trim().replace(/\s*\d+$/, ""))];
    const from = zoomed ? start(zoomed) : 0;
    const to = Math.max(zoomed ? end(zoomed) : Math.max(...steps.map(end)), from + 0.001);
    const width = Math.max(480, lanes.clientWidth);
    const left = 76;
    const lane = 26;
    const height = names.length * lane + 24;
    const x = (seconds) => left + (seconds - from) / (to - from) * (width - left - 12);
    const clipped = (seconds) => Math.min(Math.max(x(seconds), left), width - 12);
    const picture = element("svg", {
      viewBox: `0 0 ${width} ${height}`, width, height, role: "img",
      "aria-label": "Swimlanes of the scenario by layer. The steps below list the same events.",
    });
    const unit = gap(to - from);
    for (let line = Math.ceil(from / unit) * unit; line <= to; line += unit) {
      picture.append(element("line", { class: "tick", x1: x(line), x2: x(line), y1: 0, y2: height - 20 }));
      picture.append(element("text", { class: "when", x: x(line), y: height - 6, "text-anchor": "middle" },
        Number(line.toFixed(3)) + " s"));
    }
    names.forEach((name, index) => {
      picture.append(element("line", { class: "lane", x1: 0, x2: width, y1: (index + 1) * lane, y2: (index + 1) * lane }));
      picture.append(element("text", { class: "name", x: 0, y: index * lane + 17 }, name));
    });
    for (const step of steps.filter((one) => end(one) >= from && start(one) <= to)) {
      const bar = element("rect", {
        class: "bar " + [...step.classList].find((name) => name !== "step"), x: clipped(start(step)), y: 5, rx: 3,
        width: Math.max(2, clipped(end(step)) - clipped(start(step)) - 1), height: lane - 10,
      });
      bar.append(element("title", {}, step.querySelector(".sentence").textContent));
      bar.addEventListener("click", () => { open(step); zoom(step); });
      picture.append(bar);
    }
    for (const row of rows) {
      const index = shown.findIndex((box) => box.value === row.dataset.layer);
      const at = Number(row.dataset.at);
      const until = at + Number(row.dataset.took);
      if (index < 0 || until < from || at > to) continue;
      const y = (index + 1) * lane + 5;
      const length = clipped(until) - clipped(at);
      const mark = element("rect", length < 4
        ? { class: "event " + row.dataset.layer, x: clipped(at) - 2, y, width: 4, height: lane - 10, rx: 2 }
        : { class: "event " + row.dataset.layer, x: clipped(at), y: y + 3, width: length, height: lane - 16, rx: 2 });
      mark.append(element("title", {}, "+" + row.dataset.at + " s " + row.cells[2].innerText));
      mark.addEventListener("click", () => {
        open(row.closest(".step"));
        row.scrollIntoView({ block: "center" });
        rows.forEach((other) => other.classList.toggle("chosen", other === row));
      });
      picture.append(mark);
    }
    lanes.replaceChildren(picture);
  };

  const filter = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const row of rows) {
      row.hidden = !shown.has(row.dataset.layer);
      count += row.hidden ? 0 : 1;
    }
    form.querySelector("output").value = count + " of " + rows.length + " events shown";
    draw();
  };

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const all = event.target.dataset.all;
    if (all) document.querySelectorAll(".under").forEach((under) => { under.open = all === "open"; });
    if (event.target === whole) zoom(null);
  });
  new ResizeObserver(draw).observe(lanes);
  form.hidden = false;
  draw();
})();
