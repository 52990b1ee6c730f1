/** What moves on the pages of `kg serve`: facts and text light up together, citations are copied, lists are filtered. */

import { citation, matches, parsePlace } from "./reading.ts";

function read(page: HTMLElement): void {
  const marks = [...page.querySelectorAll<HTMLElement>("[data-facts]")];
  const facts = new Map([...page.querySelectorAll<HTMLElement>("[data-fact]")].map((fact) => [fact.dataset["fact"] ?? "", fact]));
  const numbers = (mark: HTMLElement): string[] => (mark.dataset["facts"] ?? "").split(" ");
  const light = (lit: ReadonlySet<string>): void => {
    for (const mark of marks) mark.classList.toggle("lit", numbers(mark).some((number) => lit.has(number)));
    for (const [number, fact] of facts) fact.classList.toggle("lit", lit.has(number));
  };
  let held = new Set<string>();
  const over = (target: EventTarget | null): Set<string> | undefined => {
    if (!(target instanceof Element)) return undefined;
    const fact = target.closest<HTMLElement>("[data-fact]");
    if (fact) return new Set([fact.dataset["fact"] ?? ""]);
    const mark = target.closest<HTMLElement>("[data-facts]");
    return mark ? new Set(numbers(mark)) : undefined;
  };
  page.addEventListener("pointerover", (event) => light(over(event.target) ?? held));
  page.addEventListener("pointerleave", () => light(held));
  page.addEventListener("focusin", (event) => light(over(event.target) ?? held));
  page.addEventListener("click", (event) => {
    const target = event.target as Element;
    const cite = target.closest(".cite");
    if (cite) return copy(page, cite.closest<HTMLElement>("[data-fact]"));
    if (target.closest("a, summary")) return;
    held = over(target) ?? new Set();
    light(held);
    const [first = ""] = held;
    if (target.closest("[data-facts]")) show(facts.get(first));
    else if (target.closest("[data-fact]")) show(marks.find((mark) => numbers(mark).includes(first)));
  });
  const follow = (): void => {
    const place = parsePlace(location.hash);
    const found = place && [...facts].find(([, fact]) => (fact.dataset["quotes"] ?? "").split(" ").includes(place));
    if (!found) return;
    held = new Set([found[0]]);
    light(held);
    show(marks.find((mark) => numbers(mark).includes(found[0])));
    show(found[1]);
  };
  addEventListener("hashchange", follow);
  follow();
}

function show(element: Element | undefined): void {
  element?.closest("details")?.setAttribute("open", "");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

function copy(page: HTMLElement, fact: HTMLElement | null): void {
  const [first = ""] = (fact?.dataset["quotes"] ?? "").trim().split(" ");
  const text = citation(fact?.querySelector("q")?.textContent ?? "", page.dataset["article"] ?? "", first, page.dataset["hash"] ?? "");
  const toast = page.querySelector<HTMLElement>(".toast");
  const say = (words: string): void => {
    if (!toast) return;
    toast.textContent = words;
    toast.hidden = false;
    setTimeout(() => (toast.hidden = true), 4000);
  };
  navigator.clipboard.writeText(text).then(
    () => say(`Copied: ${text}`),
    () => say(text),
  );
}

function filter(input: HTMLInputElement): void {
  const list = document.getElementById(input.dataset["filter"] ?? "");
  input.addEventListener("input", () => {
    for (const item of list?.children ?? []) (item as HTMLElement).hidden = !matches(item.textContent ?? "", input.value);
  });
}

const page = document.querySelector<HTMLElement>("[data-article]");
if (page) read(page);
for (const input of document.querySelectorAll<HTMLInputElement>("[data-filter]")) filter(input);
