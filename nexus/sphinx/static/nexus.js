// A chart with something to explore is an SVG until a reader first points at it, focuses it or taps it.
(() => {
  const here = document.currentScript.src;
  let loading;

  const vega = () =>
    (loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL("vega.js", here);
      script.onload = () => done(window.vegaEmbed);
      script.onerror = failed;
      document.head.append(script);
    }));

  const value = (input) => (input.type === "radio" ? JSON.parse(input.value) : Number(input.value));

  async function wake(figure) {
    const drawing = figure.querySelector(".drawing");
    const spec = JSON.parse(figure.querySelector("script.live").textContent);
    const narrow = figure.clientWidth < 560;
    spec.config.view.continuousWidth = spec.config.view.discreteWidth = narrow ? 330 : 640;
    const embed = await vega();
    const stage = document.createElement("div");
    // Vega's own form elements go to a detached node: the page has labelled ones.
    const bind = document.createElement("div");
    const { view } = await embed(stage, spec, { actions: false, renderer: "svg", bind, tooltip: false });
    // Named as a whole, like the picture it replaces; its table holds the numbers.
    stage.setAttribute("role", "img");
    stage.setAttribute("aria-label", spec.description);
    stage.removeAttribute("aria-roledescription");
    const svg = stage.querySelector("svg");
    svg.setAttribute("aria-hidden", "true");
    svg.style.width = "100%";
    drawing.replaceChildren(stage);
    drawing.classList.add("is-live");
    return view;
  }

  document.querySelectorAll("figure.chart").forEach((figure) => {
    if (!figure.querySelector("script.live")) return;
    let view;
    const live = () =>
      (view ??= wake(figure).catch((error) => {
        view = undefined;
        console.warn("The live chart could not be shown; the picture stays.", error);
      }));
    const inputs = figure.querySelectorAll("[data-signal]");
    inputs.forEach((input) =>
      input.addEventListener("input", async () => {
        const output = input.closest(".control").querySelector("output");
        if (output) output.textContent = input.value;
        (await live())?.signal(input.dataset.signal, value(input)).run();
      }),
    );
    const places = [figure.querySelector(".drawing"), figure.querySelector(".controls")].filter(Boolean);
    for (const place of places)
      for (const event of ["pointerenter", "focusin", "touchstart"])
        place.addEventListener(event, live, { once: true, passive: true });
  });

  // Lists of the record: an item stays when it holds the words and matches every menu. The address keeps the choice.
  document.querySelectorAll("form.filters").forEach((form) => {
    const items = [...document.getElementById(form.dataset.list).children];
    const texts = items.map((item) => item.textContent.toLowerCase());
    const count = document.querySelector(`[data-count="${form.dataset.list}"]`);
    const fields = [...form.elements].filter((field) => field.name);
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => asked.has(field.name) && (field.value = asked.get(field.name)));
    const apply = () => {
      const set = fields.filter((field) => field.value.trim());
      const fits = (item, text) =>
        set.every(({ name, value }) =>
          name === "q"
            ? value.toLowerCase().trim().split(/\s+/).every((word) => text.includes(word))
            : (item.dataset[name] ?? "").split(" ").includes(value),
        );
      let shown = 0;
      items.forEach((item, i) => (shown += !(item.hidden = !fits(item, texts[i]))));
      const noun = shown ? `${shown} of ${items.length} ${count.dataset.noun}` : `No ${count.dataset.noun} match. Change a filter or show all.`;
      count.textContent = noun;
      const query = new URLSearchParams(set.map(({ name, value }) => [name, value])).toString();
      if (location.protocol !== "file:") history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    };
    const reveal = () => {
      const target = items.find((item) => item.id && `#${item.id}` === location.hash);
      if (target?.hidden) form.reset();
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    window.addEventListener("hashchange", reveal);
    apply();
    reveal();
  });

  // Search answers as you type; its index comes when a reader first turns to the field.
  document.querySelectorAll("input[name=q].sidebar-search").forEach((field) =>
    field.addEventListener(
      "focus",
      () => {
        if (window.nexusSearch) return;
        const script = document.createElement("script");
        script.src = new URL("search.js", here);
        document.head.append(script);
      },
      { once: true },
    ),
  );

  // BibTeX is copied with one click. The older way serves where the page did not come over https.
  document.querySelectorAll("pre.bibtex").forEach((text) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "x", textContent: "Copy BibTeX" });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
      } catch {
        getSelection().selectAllChildren(text);
        document.execCommand("copy");
      }
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy BibTeX"), 2000);
    });
    text.after(button);
  });

  // What scrolls must be reachable by keyboard. Seen by an observer: asked at once, code that is folded away would be laid out.
  const scrolls = new ResizeObserver((seen) => {
    const over = seen.map(({ target: box }) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
    seen.forEach(({ target: box }, i) => {
      if (!over[i]) return;
      box.tabIndex = 0;
      if (!box.matches("pre")) box.setAttribute("role", "region"), box.setAttribute("aria-label", "Table, scrolls");
    });
  });
  document.querySelectorAll("div.cell_output .text_html, .table-wrapper, div.highlight pre").forEach((box) => scrolls.observe(box));
  window.addEventListener("beforeprint", () =>
    document.querySelectorAll("details.data").forEach((details) => (details.open = true)),
  );
})();
