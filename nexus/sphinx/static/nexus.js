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
    const narrow = drawing.clientWidth < 560;
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

  // A table that scrolls must be reachable by keyboard.
  document.querySelectorAll("div.cell_output .text_html, .table-wrapper, div.highlight pre").forEach((box) => {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) {
      box.tabIndex = 0;
      if (!box.matches("pre")) box.setAttribute("role", "region"), box.setAttribute("aria-label", "Table, scrolls");
    }
  });
  window.addEventListener("beforeprint", () =>
    document.querySelectorAll("details.data").forEach((details) => (details.open = true)),
  );
})();
