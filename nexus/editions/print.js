// Makes an article of the site ready for paper and gives its HTML. Ids and links carry the page's
// name, so that many articles can stand in one document: data.html#gold_price becomes #data--gold_price.
({ name, inside, base }) => {
  const article = document.querySelector("article");
  const all = (query, act) => article.querySelectorAll(query).forEach(act);
  const make = (tag, css, ...children) => {
    const node = document.createElement(tag);
    node.className = css;
    node.append(...children);
    return node;
  };

  // What needs a screen goes: controls, code, tables behind a disclosure, the narrow drawing.
  all(
    "script, form, noscript, .controls, .count, .headerlink, .downloads, .cite, button.x, details.hide, details.data, " +
      ".table-entry details, svg.cn, .visually-hidden",
    (node) => node.remove(),
  );
  all(".data-card dd:has(details)", (node) => (node.previousElementSibling.remove(), node.remove()));

  // An anchor between a heading and its text would let a page end there.
  all(".at", (anchor) => {
    const block = article.querySelector(`#${anchor.id} ~ .marked`);
    if (block && !block.id) (block.id = anchor.id), anchor.remove();
  });

  // A heading and a list at the end of the article.
  const append = (title, css, ...content) => {
    const heading = make("h2", "", title);
    heading.id = css;
    article.append(make("section", css, heading, ...content));
  };

  // The choices of a question stay, their answers go to the end of the article.
  const answers = [];
  all(".check", (check, i) => {
    const question = check.querySelector(".check-text");
    check.id = `question-${i + 1}`;
    const told = make("li", "", question.textContent);
    check.querySelectorAll("details").forEach((choice) => {
      const letter = choice.querySelector("summary").textContent;
      const answer = choice.querySelector("p");
      told.append(make("p", "", `${letter.slice(0, 2)} `, ...answer.childNodes));
      choice.replaceWith(make("p", "choice", letter));
    });
    const link = make("a", "", "Answers at the end of the chapter");
    link.href = `#answer-${i + 1}`;
    told.id = `answer-${i + 1}`;
    check.append(make("p", "meta", link));
    answers.push(told);
  });
  if (answers.length) append("Answers to the check questions", "answers", make("ol", "", ...answers));

  // A mark opens a card on a screen. On paper all cards stand at the end, each mark once, and the mark leads there.
  const documents = new Map();
  const notes = new Map();
  all(".ev-note", (card) => {
    card.querySelectorAll(":scope > p").forEach((node) => documents.set(node.textContent, make("p", "", node.textContent)));
    card.querySelectorAll("li").forEach((item) => notes.set(item.querySelector("a").textContent, item));
    card.remove();
  });
  all("button.ev", (mark) => {
    const link = make("a", "ev", ...mark.childNodes);
    link.href = `#note-${link.textContent.trim()}`;
    link.setAttribute("aria-label", mark.getAttribute("aria-label"));
    mark.replaceWith(link);
  });
  if (notes.size) {
    const order = new Intl.Collator("en", { numeric: true }).compare;
    const listed = [...notes.keys()].sort(order).map((mark) => {
      notes.get(mark).id = `note-${mark}`;
      return notes.get(mark);
    });
    const sources = [...documents.keys()].sort(order).map((words) => documents.get(words));
    append("The evidence behind the marks", "evidence", ...sources, make("ul", "", ...listed));
  }

  // The signs of the marks are masks in the style sheet, of which a PDF makes four objects each: draw them.
  all(".g", (sign) => {
    const mask = getComputedStyle(sign).getPropertyValue("--m");
    sign.innerHTML = decodeURIComponent(mask.slice(mask.indexOf(",") + 1, mask.lastIndexOf('"')));
  });

  all("a[href]", (link) => {
    const href = link.getAttribute("href");
    link.removeAttribute("download");
    if (/^[a-z]+:/.test(href)) return;
    const [, file, anchor] = href.match(/^([^?#]*)[^#]*(?:#(.*))?$/);
    const page = file.replace(/\.html$/, "") || name;
    if (inside.includes(page)) link.setAttribute("href", `#${page}${anchor ? `--${anchor}` : ""}`);
    else if (base) link.setAttribute("href", new URL(href, base).href);
    else link.replaceWith(make("span", link.className, ...link.childNodes));
  });
  all("img", (image) => (image.src = image.src)); // the whole address: the document lies elsewhere

  const own = ["id", "for", "aria-labelledby", "aria-describedby"];
  all(own.map((key) => `[${key}]`).join(), (node) => {
    if (node.closest("svg")) return; // a drawing's ids are its own already
    own.forEach((key) => node.hasAttribute(key) && node.setAttribute(key, `${name}--${node.getAttribute(key)}`));
  });
  article.id = name;
  article.removeAttribute("role");
  const headings = [...article.querySelectorAll("section > h2")].map((node) => [
    (node.id || node.parentNode.id || ""),
    node.textContent,
  ]);
  return { html: article.outerHTML, title: article.querySelector("h1").textContent, headings };
};
