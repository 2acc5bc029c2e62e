"use strict";
// Comfort only: brings all passages of a finding into view, and walks through the findings.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const texts = document.querySelector(".texts");
  const said = document.getElementById("said");
  const bar = document.querySelector(".bar");
  const cards = [...document.querySelectorAll(".card")];
  const panes = new Map();
  for (const pane of document.querySelectorAll(".pane")) {
    panes.set(pane.dataset.d, { pane, text: pane.querySelector(".text"), marks: null });
  }
  let current = null;
  let coloured = [];

  const marksOf = (entry) => (entry.marks ??= [...entry.text.querySelectorAll("mark")]);

  // Where the wide layout scrolls each part by itself, so does this; else the page scrolls.
  function scrollTo(box, element, share) {
    // A chunk that was never in sight has a guessed height, and its marks no true place.
    element.closest(".chunk")?.classList.add("seen");
    const scrolls = box && box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== "visible";
    if (!scrolls) {
      if (box) element.scrollIntoView({ block: "center" });
      return;
    }
    // What comes into view is laid out only then, and may push the passage away again.
    let calm = 0;
    const settle = (left) => {
      const before = box.scrollTop;
      const inside = element.getBoundingClientRect();
      const outside = box.getBoundingClientRect();
      box.scrollTop += inside.top - outside.top - box.clientHeight * share;
      calm = Math.abs(box.scrollTop - before) < 2 ? calm + 1 : 0;
      if (left && calm < 3) requestAnimationFrame(() => settle(left - 1));
    };
    settle(20);
  }

  function marksOfPlace(link) {
    if (!link.dataset.m) return [];
    const [first, last] = link.dataset.m.split("-").map(Number);
    return marksOf(panes.get(link.dataset.d)).slice(first, last + 1);
  }

  function clear() {
    for (const mark of coloured) mark.classList.remove("now");
    coloured = [];
    if (current) {
      current.classList.remove("current");
      current.removeAttribute("aria-current");
    }
    current = null;
    if (texts) {
      texts.classList.remove("chosen");
      for (const { pane } of panes.values()) pane.classList.remove("chosen");
      bar.hidden = true;
    }
  }

  function show(card, wanted) {
    clear();
    current = card;
    card.classList.add("current");
    card.setAttribute("aria-current", "true");
    history.replaceState(null, "", "#" + card.id);
    if (!texts) return;
    const goals = new Map();
    for (const link of card.querySelectorAll("a.place")) {
      const marks = marksOfPlace(link);
      for (const mark of marks) mark.classList.add("now");
      coloured.push(...marks);
      const goal = marks[0] || document.getElementById(link.hash.slice(1));
      if (goal && (link === wanted || !goals.has(link.dataset.d))) goals.set(link.dataset.d, goal);
    }
    for (const id of goals.keys()) panes.get(id).pane.classList.add("chosen");
    texts.classList.toggle("chosen", goals.size > 0);
    bar.hidden = goals.size === 0;
    if (goals.size && texts.getBoundingClientRect().top >= innerHeight / 2) texts.scrollIntoView();
    for (const [id, goal] of goals) {
      const entry = panes.get(id);
      if (entry.pane.getBoundingClientRect().left < 0 || entry.pane.getBoundingClientRect().right > innerWidth) {
        entry.pane.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      scrollTo(entry.text, goal, 0.3);
    }
    const number = cards.indexOf(card) + 1;
    const where = goals.size ? ": the passages are in view in the articles." : ".";
    said.textContent = `${number} of ${cards.length}${where}`;
  }

  function goToCard(card, focus) {
    const list = document.querySelector(".list");
    if (getComputedStyle(list).overflowY === "visible") card.scrollIntoView({ block: "start" });
    else scrollTo(list, card, 0.1);
    if (focus) (card.querySelector(".go") || card).focus({ preventScroll: true });
  }

  const isShown = (card) => card.offsetParent !== null;

  function step(direction, kind) {
    let place = current ? cards.indexOf(current) : direction > 0 ? -1 : cards.length;
    for (place += direction; place >= 0 && place < cards.length; place += direction) {
      const card = cards[place];
      if (isShown(card) && (!kind || card.classList.contains(kind))) return card;
    }
    return null;
  }

  function walk(direction, kind) {
    const card = step(direction, kind);
    if (!card) return;
    const narrow = bar && getComputedStyle(bar).display !== "none";
    if (!narrow) goToCard(card, true);
    show(card);
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = event.target;
    const link = target.closest("a");
    if (link && link.matches(".ref")) {
      const card = document.getElementById(link.hash.slice(1));
      event.preventDefault();
      show(card);
      goToCard(card, true);
    } else if (link && link.matches(".go, .place")) {
      event.preventDefault();
      show(link.closest(".card"), link);
    } else if (link || !getSelection().isCollapsed) {
      return;
    } else if (target.closest("mark")) {
      const card = document.getElementById(target.closest("mark").dataset.f);
      show(card);
      if (getComputedStyle(bar).display === "none") goToCard(card, false);
    } else if (target.matches("rect")) {
      const card = document.getElementById(target.dataset.p.replace(/^p(\d+)-.*/, "f$1"));
      const place = [...card.querySelectorAll("a.place")].find((one) => one.hash === "#" + target.dataset.p);
      show(card, place);
      if (!bar || getComputedStyle(bar).display === "none") goToCard(card, false);
    } else if (target.closest("[data-step]")) {
      walk(Number(target.closest("[data-step]").dataset.step));
    } else if (target.closest("[data-back]")) {
      if (current) goToCard(current, true);
    } else if (target.closest(".card")) {
      show(target.closest(".card"));
    }
  });

  const kinds = document.querySelector(".kinds");
  if (kinds) {
    kinds.hidden = false;
    kinds.addEventListener("change", (event) => {
      root.classList.toggle("no-" + event.target.value, !event.target.checked);
    });
  }

  const keys = { n: [1], p: [-1], c: [1, "c"], C: [-1, "c"], o: [1, "o"], O: [-1, "o"] };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea")) return;
    if (event.key === "Escape") clear();
    else if (Object.hasOwn(keys, event.key)) walk(...keys[event.key]);
  });

  const asked = location.hash && document.getElementById(location.hash.slice(1));
  const card = asked && (asked.closest(".card") || document.getElementById(location.hash.replace(/^#p(\d+)-.*/, "f$1")));
  if (card && card.matches(".card")) {
    goToCard(card, false);
    show(card);
  }
})();
