"use strict";
// The page's own script: switches, tables that sort and filter and can be taken away, and where each number is from.
(() => {
  const root = document.documentElement;
  const words = document.getElementById("words").dataset;
  const byId = (id) => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  // Chinese by pinyin; runs of digits, as in section numbers, by their size.
  const words_in_order = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });

  const make = (tag, settings, ...children) => {
    const element = Object.assign(document.createElement(tag), settings);
    element.append(...children);
    return element;
  };

  // Switches -------------------------------------------------------------------------------------------------------
  const remembered = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("theme", value);
      return localStorage.getItem("theme");
    } catch { return null; } // a page opened from a folder may have no store
  };

  const show_theme = (dark) => {
    root.dataset.theme = dark ? "dark" : "light";
    byId("dark").setAttribute("aria-pressed", dark);
  };

  const start_switches = () => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const chosen = remembered();
    show_theme(chosen ? chosen === "dark" : system.matches);
    system.addEventListener("change", () => { if (!remembered()) show_theme(system.matches); });
    byId("dark").addEventListener("click", () => {
      const dark = root.dataset.theme !== "dark";
      show_theme(dark);
      remembered(dark ? "dark" : "light");
    });
    byId("show-code")?.addEventListener("click", ({ target }) => {
      target.setAttribute("aria-pressed", root.classList.toggle("code"));
    });
    byId("print").addEventListener("click", () => print());
    document.querySelector(".switches").hidden = false;
    const contents = document.querySelector(".contents details");
    if (contents && matchMedia("(max-width: 75rem)").matches) contents.open = false;
  };

  // Tables ---------------------------------------------------------------------------------------------------------
  const text_of = (cell) => cell.textContent.trim();
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const compare = (kind, one, other) => {
    if (!one || !other) return null; // what has no key stands last, either way round
    return kind === "number" ? Number(one) - Number(other) : words_in_order.compare(one, other);
  };

  const sort_rows = (body, rows, place, kind, direction) => {
    const key = (row) => row.cells[place].dataset.key ?? text_of(row.cells[place]);
    const sorted = direction ? [...rows].sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      const order = compare(kind, a, b);
      return order === null ? Number(!a) - Number(!b) : order * direction;
    }) : rows;
    body.append(...sorted);
  };

  const add_sorting = (table, rows, tell) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
        const state = next === undefined ? "ascending" : next;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (state) head.setAttribute("aria-sort", state);
        sort_rows(table.tBodies[0], rows, place, head.dataset.kind, { ascending: 1, descending: -1 }[state]);
        tell(state ? fill(words.sorted, { column: text_of(head) }) : "");
      });
    });
  };

  const add_filter = (field, rows, status) => {
    const texts = rows.map((row) => plain([...(row.cells ?? [row])].map(text_of).join(" \n ")));
    field.addEventListener("input", () => {
      const asked = plain(field.value).split(/\s+/).filter(Boolean);
      rows.forEach((row, place) => { row.hidden = !asked.every((word) => texts[place].includes(word)); });
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = asked.length ? fill(words.shown, { shown, total: rows.length }) : "";
    });
  };

  // A spreadsheet takes a cell that begins so for a formula; a plain negative number is none.
  const harmless = (text) => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d,.]+%?$/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  const download = (table, rows) => {
    const lines = [table.tHead.rows[0], ...rows].map((row) =>
      [...row.cells].map((cell) => quoted(harmless(text_of(cell)))).join(","));
    const address = URL.createObjectURL(new Blob([lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: table.dataset.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  const start_table = (table) => {
    const rows = table.tBodies.length ? [...table.tBodies[0].rows] : [];
    if (!rows.length || table.tBodies[0].dataset.packed || !table.tHead || rows.some((row) => row.cells.length !== rows[0].cells.length)) return;
    const status = make("span", { className: "status" });
    status.setAttribute("role", "status");
    const tools = make("div", { className: "tools" });
    if (rows.length > 1) add_sorting(table, rows, (said) => { status.textContent = said; });
    if (rows.length > 7) {
      const field = make("input", { type: "search", autocomplete: "off", spellcheck: false });
      add_filter(field, rows, status);
      tools.append(make("label", {}, `${words.filter} `, field));
    }
    const button = make("button", { type: "button" }, words.download);
    button.addEventListener("click", () => download(table, rows));
    tools.append(button, status);
    (table.closest(".scroll") ?? table).before(tools);
  };

  const start_search = () => {
    const search = byId("search");
    if (!search) return;
    add_filter(search.querySelector("input"), [...document.querySelectorAll(".cards > li")], search.querySelector(".status"));
    search.hidden = false;
  };

  // Rows that are packed on a large page -----------------------------------------------------------------------------
  const unpacking = new Map();

  const unpack = async (body) => {
    const packed = Uint8Array.from(atob(body.dataset.packed), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    body.innerHTML = await new Response(stream).text();
    body.removeAttribute("data-packed");
    start_table(body.closest("table"));
    mind_scrolling();
  };

  const unpack_in = (part) => Promise.all([...part.querySelectorAll("tbody[data-packed]")].map((body) => {
    if (!window.DecompressionStream) return null; // the row in their place says what it takes
    if (!unpacking.has(body)) unpacking.set(body, unpack(body));
    return unpacking.get(body);
  }));

  const start_unpacking = () => {
    document.addEventListener("toggle", ({ target }) => { if (target.open) unpack_in(target); }, true);
  };

  // Where a number is from -----------------------------------------------------------------------------------------
  const show_source = (row) => {
    const dialog = byId("source");
    const heads = [...row.closest("table").tHead.rows[0].cells];
    const list = dialog.querySelector("dl");
    list.replaceChildren();
    heads.forEach((head, place) => {
      const cell = row.cells[place];
      if (place && text_of(cell)) list.append(make("dt", {}, text_of(head)), make("dd", {}, ...cell.cloneNode(true).childNodes));
    });
    byId("source-title").textContent = row.id;
    dialog.querySelector(".actions a").href = `#${row.id}`;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };

  const find_row = async (id) => {
    for (const part of [...document.querySelectorAll(".sources"), document]) {
      if (!byId(id)) await unpack_in(part);
    }
    return byId(id);
  };

  const unfold = async () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && await find_row(id);
    if (!place) return;
    for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    place.scrollIntoView({ block: "center" });
  };

  const start_sources = () => {
    const dialog = byId("source");
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.id");
      if (!link || !dialog.showModal) return;
      event.preventDefault();
      find_row(link.getAttribute("href").slice(1)).then((row) => { if (row) show_source(row); });
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest(".actions > *")) dialog.close();
    });
    addEventListener("hashchange", unfold);
    unfold();
  };

  // What scrolls must be reached by keys, and what does not should not stop them; what scrolls sideways says so.
  const hints = new Map();

  const hint_at = (frame, wide) => {
    if (!hints.has(frame) && wide) hints.set(frame, make("p", { className: "sideways" }, words.sideways));
    const hint = hints.get(frame);
    if (wide) frame.before(hint);
    else hint?.remove();
  };

  const mind_scrolling = () => {
    document.querySelectorAll(".picture, .output_png, .scroll").forEach((frame) => {
      const wide = frame.scrollWidth > frame.clientWidth;
      if (wide || frame.scrollHeight > frame.clientHeight) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
      hint_at(frame, wide);
    });
  };

  start_switches();
  document.querySelectorAll("table.rows").forEach(start_table);
  start_search();
  start_unpacking();
  start_sources();
  mind_scrolling();
  addEventListener("resize", mind_scrolling);
  document.addEventListener("toggle", mind_scrolling, true);
})();
