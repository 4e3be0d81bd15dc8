// Ties marks in the text to their cards and back.  The pages read without this file; it only adds to them.
"use strict";

(() => {
  const WIDE = window.matchMedia("(min-width: 60.01rem)");
  let pinned = null;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const ids = (mark) => (mark.dataset.of || "").split(" ").filter(Boolean);
  const cardOf = (id) => one(".group .card#" + CSS.escape(id));

  function clear() {
    for (const lit of all(".on")) lit.classList.remove("on");
    for (const told of all(".m[data-role]")) delete told.dataset.role;
  }

  function spotsOf(card) {
    return (card.dataset.spots || "").split(" ").filter(Boolean).map((spot) => {
      const [, start, end, role] = /^(\d+)-(\d+):(.*)$/.exec(spot);
      return { start: +start, end: +end, role: role.replaceAll("_", " ") };
    });
  }

  // Lights what a card rests on; the first mark of each spot says what it is in it.
  function light(card) {
    card.classList.add("on");
    const marks = all(".body .m").map((mark) => [+mark.dataset.at, mark]);
    for (const spot of spotsOf(card)) {
      let first = true;
      for (const [at, mark] of marks) {
        if (at < spot.start || at >= spot.end) continue;
        mark.classList.add("on");
        if (first && spot.role) mark.dataset.role = spot.role;
        first = false;
      }
    }
    for (const sign of all(".sign")) if (sign.dataset.of === card.id) sign.classList.add("on");
  }

  function within(pane, element) {
    if (!WIDE.matches || !pane) return;
    const top = one(".legend", pane)?.offsetHeight || 0;
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top < frame.top + top || box.bottom > frame.bottom) {
      pane.scrollTop += box.top - frame.top - top - 8;
    }
  }

  function show(element) {
    clear();
    const card = element.closest(".card");
    if (card) {
      const own = card.id ? card : cardOf(card.dataset.copy);
      if (own) light(own);
      card.classList.add("on");
      return;
    }
    const found = ids(element).map(cardOf).filter(Boolean);
    if (!found.length) return;
    light(found[0]);
    for (const more of found.slice(1)) more.classList.add("on");
    element.classList.add("on");
    if (!pinned) within(one(".record"), found[0]);
  }

  // All that is known at these words, in one place: overlapping marks stay apart there.
  function pin(mark) {
    const here = one("#here");
    const found = ids(mark).map(cardOf).filter(Boolean);
    if (!here || !found.length) return;
    pinned = mark;
    here.replaceChildren();
    const head = document.createElement("header");
    const words = document.createElement("q");
    words.dir = "auto";
    words.textContent = (mark.textContent || one(".m", mark.parentNode)?.textContent || "").slice(0, 60);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "quiet";
    close.textContent = "Close";
    close.addEventListener("click", unpin);
    head.append(found.length > 1 ? found.length + " findings at " : "At ", words, close);
    here.append(head);
    for (const card of found) {
      const copy = card.cloneNode(true);
      copy.dataset.copy = card.id;
      copy.removeAttribute("id");
      copy.classList.remove("on");
      here.append(copy);
    }
    here.hidden = false;
    show(mark);
    one(".record").scrollTop = 0;
  }

  function unpin() {
    const here = one("#here");
    if (here) { here.hidden = true; here.replaceChildren(); }
    const from = pinned;
    pinned = null;
    clear();
    if (from && from.isConnected) from.focus({ preventScroll: true });
  }

  const holds = "a.m, span.m[data-of], .sign, .card, .card a[data-of]";
  document.addEventListener("mouseover", (event) => {
    const element = event.target.closest?.(holds);
    if (element && element.closest(".reading")) show(element);
  });
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest?.(holds) && !event.relatedTarget?.closest?.(holds)) {
      clear();
      if (pinned) show(pinned);
    }
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest?.(holds);
    if (element && element.closest(".reading")) show(element);
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a.m, span.m[data-of], .sign");
    if (mark && mark.closest(".body")) {
      event.preventDefault();
      pin(mark);
      return;
    }
    const link = event.target.closest?.(".card a[data-of]");
    if (link && cardOf(link.dataset.of)) {
      event.preventDefault();
      const card = cardOf(link.dataset.of);
      clear();
      light(card);
      card.scrollIntoView({ block: "nearest" });
      return;
    }
    const find = event.target.closest?.(".card .find");
    if (find) {
      event.preventDefault();
      const card = find.closest(".card");
      const mark = one(find.getAttribute("href"));
      show(card);
      mark?.scrollIntoView({ block: "center" });
    }
  });

  // One tab stop for all marks: arrows go from mark to mark, Enter opens, Escape closes.
  function rove(body) {
    const marks = all("a.m, .sign", body);
    marks.forEach((mark, number) => { mark.tabIndex = number ? -1 : 0; });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pinned) { unpin(); return; }
    const mark = event.target.closest?.(".body a.m, .body .sign");
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!mark || !step) return;
    event.preventDefault();
    const marks = all("a.m, .sign", mark.closest(".body"));
    const next = marks[Math.min(Math.max(marks.indexOf(mark) + step, 0), marks.length - 1)];
    mark.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  // A file that is dropped is read at once.
  function dropping(form) {
    const file = one("input[type=file]", form);
    form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      form.classList.remove("over");
      file.files = event.dataTransfer.files;
      one("textarea", form).value = "";
      form.requestSubmit();
    });
  }

  function ready(root) {
    for (const body of all(".body", root)) rove(body);
    for (const form of all("form.paste", root)) if (!form.dataset.ready) { form.dataset.ready = "1"; dropping(form); }
  }
  document.addEventListener("DOMContentLoaded", () => ready(document));
  document.addEventListener("htmx:afterSwap", (event) => {
    ready(document);
    pinned = null;
    if (event.target.id !== "result" || !one(".reading", event.target)) return;
    one(".door")?.classList.add("has-result");
    one(".reading").scrollIntoView({ block: "start" });
  });
})();
