/* Filters and sorts the log; everything else works without. */
(() => {
  const { all, count, judge, ready } = window.adrGen; // of days.js
  /* Where no words fit, the theme's search, which knows the whole site, is asked for them. */
  const offer = (text) => {
    const link = document.querySelector(".adr-beyond");
    link.hidden = !text || !document.querySelector(".md-search");
    link.search = new URLSearchParams({ q: text });
    link.textContent = `Search the whole site for “${text}”`;
  };
  const FIELDS = ["text", "status", "owner", "tag", "state", "year", "sort"];
  const CHOSEN = ".adr-waiting:not([hidden], .adr-out)";
  const MOST = 1000; // rows put on the page at once
  const words = (node) => node.textContent.trim();
  const SORT = /^(-?)(.*)$/;
  const NEWEST = "-number";

  const none = (asked) => "none has " + asked.filter(([, value]) => value).map(([name, value]) => `${name} “${value}”`).join(" and ");
  /* A text with a blank before each word of plain letters: only scripts that put words apart are sure to have these. */
  const begun = (text) => text.toLowerCase().replace(/\b[a-z]/g, " $&");
  const known = (node, before = "") => begun(before + node.textContent + " " + (node.dataset.adrFile ?? ""));
  const holds = (text, asked) => asked.split(" ").every((word) => text.includes(begun(word)));
  /* The address keeps what the fields ask for. */
  const keep = (asked) => {
    const query = new URLSearchParams(asked.filter(([, value]) => value));
    history.replaceState(history.state, "", `${query}` ? `?${query}` : location.pathname);
  };
  const restore = (form, change) => {
    const query = new URLSearchParams(location.search);
    for (const field of form.elements) {
      field.value = query.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    form.oninput = change;
    form.onsubmit = (event) => event.preventDefault();
    form.hidden = false;
    form.querySelector("details").open = location.search || matchMedia("(min-width: 45em)").matches;
  };
  /* Chips choose what they count, and let go of it again. */
  const chips = (field, change) => {
    for (const chip of all(".adr-count")) {
      const [value] = Object.values(chip.firstElementChild.dataset);
      chip.ariaCurrent = value === field.value || null;
      chip.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        field.value = value === field.value ? "" : value;
        change();
      };
    }
  };

  /* What can be asked of a row of the log. */
  const read = (row) => {
    const [number, title, status, date] = row.cells;
    return {
      row,
      href: row.querySelector("a").href,
      text: known(row, "adr-"),
      number: +words(number),
      title: words(title.querySelector("a")).toLowerCase(),
      status: status.firstElementChild.dataset.adrStatus,
      date: words(date),
      year: words(date).slice(0, 4),
      owner: all(".adr-owner span", row).map(words),
      tag: all(".adr-tag", row).map(words),
      state: row.lastElementChild.firstElementChild?.dataset.adrState ?? "",
    };
  };

  const fits = (entry, ask) =>
    ["status", "owner", "tag", "state", "year"].every((name) => !ask[name] || [entry[name]].flat().includes(ask[name])) &&
    holds(entry.text, ask.text);

  /* The newest first, unless a column is chosen; words of a field in its order, and what is empty last. */
  const order = (sort) => {
    const [, down, column] = SORT.exec(sort || NEWEST);
    const listed = all(`#adr-${column} option`).map((option) => option.value);
    const key = ({ [column]: value = "" }) =>
      value.map ? value.join(" ").toLowerCase() : listed[0] === "" ? listed.indexOf(value) || "" : value;
    return (a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === y) return b.number - a.number;
      if (x === "" || y === "") return x === "" ? 1 : -1;
      return (x < y ? -1 : 1) * (down ? -1 : 1);
    };
  };

  /* The log page: the form's fields choose the rows, their order and the address. */
  const log = (form) => {
    const table = document.querySelector(".adr-table");
    const shown = document.querySelector(".adr-shown");
    const total = shown.dataset.adrTotal;
    const size = table.tBodies[0].rows.length; // of a group of rows, which are laid out together
    const coming = {};
    const entries = [];
    let [sorted, turn] = ["", 0];

    const take = (rows) => {
      const known = new Set(entries.map((entry) => entry.href));
      entries.push(...rows.map(read).filter((entry) => !known.has(entry.href)));
    };
    const readRows = () => entries.length || take(all("tbody tr", table)); // in their order
    /* A large log has its rows on the pages of its years. */
    const load = async (link) => {
      shown.textContent = "Loading…";
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      judge(page);
      for (const a of all(".adr-table a", page)) a.href = new URL(a.getAttribute("href"), link.href).href;
      take(all(".adr-table tbody tr", page).map((row) => document.adoptNode(row)));
      sorted = null;
    };
    /* Resolves to the years that could not be loaded, which are asked for again the next time. */
    const loaded = async (year) => {
      const links = all("[data-adr-year]").filter((link) => !year || link.dataset.adrYear === year);
      const failed = await Promise.all(links.map((link) => {
        const forget = () => delete coming[link.href] && words(link);
        return (coming[link.href] ??= load(link).catch(forget));
      }));
      return failed.filter(Boolean);
    };

    const asked = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value.trim() ?? ""]));
    /* New groups each time: one that was in sight would keep the height that it had then. */
    const group = (rows) => {
      const body = document.createElement("tbody");
      body.style.setProperty("--adr-rows", rows.length);
      body.append(...rows);
      return body;
    };
    const draw = (ask, missing) => {
      if (sorted !== ask.sort) entries.sort(order((sorted = ask.sort)));
      const fitting = entries.filter((entry) => fits(entry, ask));
      const rows = fitting.slice(0, MOST).map((entry) => entry.row);
      const groups = [];
      for (let at = 0; at < rows.length; at += size) groups.push(group(rows.slice(at, at + size)));
      for (const body of [...table.tBodies]) body.remove();
      table.append(...groups);
      const more = fitting.length > MOST ? `, the first ${MOST.toLocaleString("en")} below` : "";
      const less = missing.length ? `; ${missing.join(", ")} could not be loaded` : "";
      return `${fitting.length.toLocaleString("en")} of ${total} decisions${more}${less}`;
    };
    const show = async () => {
      const ask = asked();
      const mine = ++turn;
      const chosen = FIELDS.some((name) => ask[name]);
      const [, down, column] = SORT.exec(ask.sort || NEWEST);
      chips(form.elements.status, change);
      for (const head of table.tHead.rows[0].cells)
        head.ariaSort = head.dataset.adrColumn !== column ? null : down ? "descending" : "ascending";
      if (!chosen && !entries.length) return; // as it was built
      readRows();
      const missing = chosen ? await loaded(ask.year) : [];
      if (mine !== turn) return;
      const count = draw(ask, missing);
      shown.textContent = chosen || entries.length > MOST ? count : "";
      offer(table.rows[1] ? "" : ask.text);
      if (!table.rows[1]) shown.textContent += `: ${none(Object.entries(ask).slice(0, -1))}`; // without the order
    };

    const change = () => { keep(Object.entries(asked())); show(); };

    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words(head);
      button.onclick = () => {
        const column = head.dataset.adrColumn;
        form.elements.sort.value = form.elements.sort.value === column ? `-${column}` : column;
        change();
      };
      head.replaceChildren(button);
    }
    form.onreset = () => {
      form.elements.sort.value = "";
      setTimeout(change);
    };
    restore(form, change);
    show();
    setTimeout(readRows, 500); // when the page stands
  };

  /* Draws the coming months of the decisions in sight, on the scale of all. */
  const months = (picture) => {
    const said = [];
    for (const bar of all("rect", picture)) {
      const { adrMonth: month, adrOf: whole } = bar.dataset;
      const number = new Set(all(`[data-adr-month="${month}"]:not([hidden]) > a`).map((a) => a.href)).size;
      const label = bar.nextElementSibling;
      bar.style.transform = `scaleY(${number / whole})`;
      label.style.transform = `translateY(${bar.getAttribute("height") * (1 - number / whole)}px)`;
      label.textContent = number || "";
      if (number) said.push(`${month}: ${number}`);
    }
    picture.ariaLabel = `${picture.ariaLabel.split(".")[0]}. ${said.join(", ")}`;
  };

  /* The board: the form's fields choose the cards, and the address keeps them. */
  const board = (form) => {
    const fields = [...form.elements].filter((field) => field.name);
    const columns = document.querySelector(".adr-board");
    const year = all("h2:has(+ div > .adr-months), h2 + div:has(> .adr-months)");
    const { state, text } = form.elements;
    const asked = () => fields.map(({ name, value }) => [name, value.trim()]);
    const show = () => {
      for (const card of all(".adr-waiting, #undecided li")) {
        const fit = ({ name, value }) =>
          name === "text" ? holds(known(card), value) : !value || card.getAttribute(`data-adr-${name}`)?.split("|").includes(value);
        card.hidden = !fields.every((field) => field === state || fit(field));
        card.classList.toggle("adr-out", !fit(state)); // it still counts: a chip says what it would leave
      }
      chips(state, change);
      const chosen = fields.some(({ value }) => value);
      const fitting = new Set(all(`${CHOSEN} p a`).map((a) => a.href));
      columns.classList.toggle("adr-chosen", chosen);
      (chosen ? columns : form).parentNode.after(...year); // what was asked for comes first
      for (const fold of all(".adr-more:not(.adr-passed + *)")) fold.open = chosen;
      for (const row of all(".adr-row")) row.hidden = !all("a", row).some((a) => fitting.has(a.href.split("#")[0]));
      for (const box of all("h2 + div"))
        box.hidden = box.previousElementSibling.hidden = chosen && !box.querySelector(".adr-row:not([hidden])");
      all(".adr-months").forEach(months);
      count();
      const shown = all(CHOSEN).length;
      offer(shown ? "" : text.value.trim());
      form.nextElementSibling.textContent = !shown ? `No decision is here: ${none(asked())}`
        : chosen ? `${shown} of ${all(".adr-waiting").length} decisions` : "";
    };
    const change = () => { keep(asked()); show(); };
    form.onreset = () => setTimeout(change);
    restore(form, change);
    location.search ? show() : chips(state, change);
  };

  /* The graph: the address names a record, which is shown with its neighbours alone. */
  const graph = (box) => {
    const form = document.querySelector(".adr-only");
    const only = form.querySelector("select");
    const show = () => {
      only.value = location.hash.slice(1);
      if (only.selectedIndex < 0) only.value = "";
      const chosen = only.value;
      const near = new Set([chosen]);
      for (const edge of all(".adr-edge", box)) {
        const ends = edge.dataset.adrEnds.split(" ");
        const out = chosen && !ends.includes(chosen);
        edge.classList.toggle("adr-out", out);
        if (!out) ends.forEach((end) => near.add(end));
      }
      for (const node of all(".adr-node", box)) node.classList.toggle("adr-out", chosen && !near.has(node.id));
      for (const part of all(".adr-part", box)) {
        const picture = part.querySelector("svg");
        part.hidden = chosen && !part.querySelector(`#${chosen}`);
        if (part.hidden || !picture) continue;
        const { x, y, width, height } = picture.getBBox();
        picture.setAttribute("viewBox", [x - 1, y - 1, width + 2, height + 2].join(" "));
        picture.setAttribute("width", width + 2);
        picture.setAttribute("height", height + 2);
      }
    };
    only.onchange = () => (location.hash = only.value);
    window.onhashchange = show;
    form.hidden = false;
    show();
  };

  /* What scrolls inside itself can be reached with the keyboard. */
  const reach = () => {
    for (const box of all(".md-typeset__scrollwrap, .adr-scroll, .adr-part")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  };

  ready(() => {
    all(".adr-filters:has([name=sort])").forEach(log);
    all(".adr-board-filters").forEach(board);
    window.onhashchange = null;
    all(".adr-graph").forEach(graph);
    setTimeout(reach);
  });
})();
