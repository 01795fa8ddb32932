"use strict";
(() => {
  const form = document.querySelector(".filter");
  if (form) {
    const rows = [...document.querySelectorAll(".scenarios tbody tr")];
    const apply = () => {
      const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      const result = form.elements.result.value;
      const step = form.elements.step.value;
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const fits = words.every((word) => text.includes(word))
          && (!result || row.dataset.result === result)
          && (!step || row.dataset.steps.split(" ").includes(step));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      form.querySelector("output").value = shown + " of " + rows.length;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }

  const lightbox = document.querySelector(".lightbox");
  if (lightbox && lightbox.showModal) {
    const links = [...document.querySelectorAll("a[data-title]")];
    const shots = links.filter((link, index) => links.findIndex((one) => one.href === link.href) === index);
    const frame = lightbox.querySelector("iframe");
    let at = 0;
    let from = null;
    const show = (index) => {
      at = (index + shots.length) % shots.length;
      frame.src = shots[at].getAttribute("href");
      lightbox.querySelector("h2").textContent = shots[at].dataset.title + " (" + (at + 1) + " of " + shots.length + ")";
    };
    links.forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      from = link;
      show(shots.findIndex((shot) => shot.href === link.href));
      lightbox.showModal();
    }));
    lightbox.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.dataset.step) show(at + Number(button.dataset.step));
      if (event.target === lightbox || (button && "close" in button.dataset)) lightbox.close();
    });
    lightbox.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") show(at + 1);
      if (event.key === "ArrowLeft") show(at - 1);
    });
    lightbox.addEventListener("close", () => { frame.removeAttribute("src"); if (from) from.focus(); });
  }
})();
