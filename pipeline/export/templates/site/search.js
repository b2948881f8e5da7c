// Searches the pages of this site in the browser. Text from the index is only ever set as text, never as markup.
"use strict";
(() => {
  const form = document.getElementById("search");
  const words = document.getElementById("words");
  const told = document.getElementById("told");
  const found = document.getElementById("found");
  let index;

  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const split = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const read = async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  // The parts come newest first, and so do the pages of each: of equal hits the newer stands above.
  const load = async () => {
    if (!index) {
      const parts = await Promise.all((await read("search-index.json")).parts.map(read));
      index = parts.flatMap((part) => part.pages).map((page) => ({ ...page, inTitle: split(page.title), inText: split(page.text.join(" ")) }));
    }
    return index;
  };

  // Every word must begin a word of the page; a word of the title weighs more.
  const score = (page, asked) => {
    let sum = 0;
    for (const word of asked) {
      const begins = (other) => other.startsWith(word);
      if (page.inTitle.some(begins)) sum += 5;
      else if (page.inText.some(begins)) sum += 1;
      else return 0;
    }
    return sum;
  };

  const show = (page) => {
    const item = document.createElement("li");
    const heading = item.appendChild(document.createElement("h2"));
    const link = heading.appendChild(document.createElement("a"));
    link.href = page.path;
    link.textContent = page.title;
    item.appendChild(document.createElement("p")).textContent = page.lead;
    return item;
  };

  const search = async () => {
    const asked = split(words.value);
    if (!asked.length) { found.replaceChildren(); told.textContent = ""; return; }
    if (!index) told.textContent = "The search is being loaded.";
    try {
      const hits = (await load()).map((page) => [score(page, asked), page]).filter(([points]) => points);
      hits.sort((one, other) => other[0] - one[0]);
      found.replaceChildren(...hits.slice(0, 50).map(([, page]) => show(page)));
      told.textContent = hits.length === 1 ? "1 page found." : hits.length + " pages found" + (hits.length > 50 ? "; the best 50 are shown." : ".");
    } catch (error) {
      told.textContent = "The search could not be loaded (" + error.message + "). Try again later.";
    }
  };

  form.hidden = false;
  words.value = new URLSearchParams(location.search).get("q") || "";
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  search();
})();
