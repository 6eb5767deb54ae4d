/* Answers while one types. A form with data-live="ID" is sent when its fields change, and the element ID is replaced by
   the one of the answer; without this script the form has a button. */
"use strict";

for (const form of document.querySelectorAll("form[data-live]")) {
  let asked = 0;
  let waiting;
  const ask = async () => {
    const number = ++asked;
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const address = `${form.action.split("?")[0]}?${given}`;
    const answer = await fetch(address, { headers: { "X-Part": form.dataset.live } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.getElementById(form.dataset.live);
    if (number === asked && part) {
      document.getElementById(form.dataset.live).replaceWith(part);
      history.replaceState(null, "", address);
    }
  };
  const soon = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(() => form.submit()), pause);
  };
  form.addEventListener("input", (event) => soon(event.target.type === "search" ? 200 : 0));
  form.addEventListener("submit", (event) => { event.preventDefault(); soon(0); });
}
