/* Judges days in the reader's browser. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let day = "";

  /* What is in place by today of "DAY WORDS|DAY WORDS". */
  const due = (node) =>
    node.dataset.adrDays.split("|").map((part) => part.split(/\s(.*)/)).filter(([from]) => from <= day).pop()?.[1];

  const chip = (node, word) => {
    node.dataset.adrState = word;
    node.textContent = word[0].toUpperCase() + word.slice(1);
  };
  const banner = (node, word) => {
    const spans = all("[data-adr-when]", node);
    for (const span of spans) span.hidden = span.dataset.adrWhen !== word;
    node.dataset.adrState = word;
    node.hidden = spans.every((span) => span.hidden);
  };
  const record = (node, word) => {
    node.dataset.adrState = word;
    document.querySelector(`[data-adr-group="${word}"]`)?.append(node);
  };

  const ago = (since, seen) => {
    const days = Math.round((Date.parse(day) - Date.parse(since)) / 864e5);
    const time = days > 365 ? `${(days / 365).toFixed(1)} years` : days ? `${days} day${days === 1 ? "" : "s"}` : "today";
    return `${since === seen ? "noticed" : "since"} ${since}<span> (${time})</span>`;
  };

  /* Puts in place what is due by today, in pages that the log reads too. */
  const judge = (root) => {
    for (const node of all("[data-adr-days]", root)) {
      const word = due(node);
      if (word == null) continue;
      if (node.matches(".adr-state")) chip(node, word);
      else if (node.matches(".adr-banner")) banner(node, word);
      else if (node.matches(".adr-waiting")) record(node, word);
      else node.textContent = word;
    }
    for (const node of all("[data-adr-from]", root)) node.hidden = node.dataset.adrFrom > day;
    for (const node of all("[data-adr-overdue]", root)) {
      const since = node.dataset.adrOverdue.split(" ").filter((from) => from <= day).pop();
      node.innerHTML = since ? ago(since, node.dataset.adrSeen) : "";
    }
  };
  /* Calls with every page that the theme puts in place. */
  const ready = (start) =>
    window.document$ ? window.document$.subscribe(start)
    : document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();
  /* What is in sight of each column of the board, and behind each "more". */
  const count = () => {
    for (const group of all("[data-adr-group]")) {
      const cards = all(".adr-waiting:not([hidden])", group).length;
      for (const node of all(`[data-adr-count="${group.dataset.adrGroup}"]`)) node.textContent = cards.toLocaleString("en");
    }
    for (const fold of all(".adr-more")) {
      const more = all(":is(.adr-waiting, .adr-row):not([hidden], :empty)", fold).length;
      fold.hidden = !more;
      fold.firstElementChild.textContent = `${more.toLocaleString("en")} more`;
    }
  };
  window.adrGen = { all, count, judge, ready };

  const start = () => {
    day = new Date().toLocaleDateString("sv"); // as ISO has it
    judge(document);
    count();
    for (const node of all("[data-adr-since]"))
      node.textContent = Math.max(0, Math.round((Date.parse(day) - Date.parse(node.dataset.adrSince)) / 864e5)).toLocaleString("en");
    for (const node of all(".adr-today")) if (day > node.dateTime) node.textContent = node.dateTime = day;
  };
  ready(start);
  document.addEventListener("visibilitychange", start); // a page may be open for days
})();
