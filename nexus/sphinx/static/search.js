// Search as you type, over Sphinx's own index. The index is a script, so it also loads from disk.
// Needs no more than searchtools.js and what it calls; their display of results fetches pages, which a disk refuses.
window.nexusSearch ??= (async () => {
  const root = document.documentElement.dataset.content_root;
  const place = document.getElementById("search-results") ?? document.getElementById("searchbox");
  const fields = [...document.querySelectorAll("input[name=q]")];
  const few = place.id === "searchbox" ? 8 : 60;

  const load = (path) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.onload = done;
      script.onerror = failed;
      script.src = root + path;
      document.head.append(script);
    });

  const status = document.createElement("p");
  status.className = "count";
  status.setAttribute("role", "status");
  const list = document.createElement("ul");
  list.className = "found";
  place.append(status, list);

  // [page, title, #anchor, description, score, file]: a title "Page > Section" names a section of the page.
  // A page without one is opened at the words, where the browser can.
  const item = ([page, title, anchor], query) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    const plain = new DOMParser().parseFromString(title, "text/html").body.textContent;
    const [first, ...section] = plain.split(" > ");
    link.href = `${root}${page}.html${anchor || `#:~:text=${encodeURIComponent(query)}`}`;
    link.append(section.length ? section.join(" > ") : first);
    if (section.length) link.append(Object.assign(document.createElement("span"), { textContent: first }));
    entry.append(link);
    return entry;
  };

  const answer = (words) => {
    const query = words.trim();
    if (!query) return list.replaceChildren(), (status.textContent = "");
    const found = Search._performSearch(...Search._parseQuery(query)).reverse();
    list.replaceChildren(...found.slice(0, few).map((result) => item(result, query)));
    const more = found.length > few ? `, the first ${few} shown` : "";
    status.textContent = found.length ? `${found.length} ${found.length === 1 ? "place" : "places"} found${more}` : `Nothing found for “${query}”`;
  };

  const typed = new Map(fields.map((field) => [field, field.value])); // Sphinx empties the fields when it starts
  fields.forEach((field) => field.addEventListener("input", () => typed.set(field, field.value)));
  if (typeof Stemmer === "undefined") await load("_static/language_data.js");
  if (typeof Search === "undefined") await load("_static/searchtools.js");
  // Sphinx asks these two for an answer to ?q=…; its index calls the second once it is there.
  Search.query = answer;
  Search.performSearch = (query) => (Search.hasIndex() ? answer(query) : Search.deferQuery(query));
  fields.forEach((field) => (field.value ||= typed.get(field)));
  if (!Search.hasIndex()) await load("searchindex.js");

  fields.forEach((field) => field.addEventListener("input", () => answer(field.value)));
  const asked = new URLSearchParams(location.search).get("q");
  const first = document.activeElement?.name === "q" ? document.activeElement.value : asked;
  if (first) {
    fields.forEach((field) => (field.value = first));
    answer(first);
  }
})();
