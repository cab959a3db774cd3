// keepPlace makes the language switch lead to the same place in the twin page:
// the anchors of both languages are the same.
export function keepPlace() {
  for (const other of document.querySelectorAll(".languages a")) {
    const address = other.getAttribute("href").split("#")[0];
    const keep = () => other.setAttribute("href", address + location.hash);
    addEventListener("hashchange", keep);
    keep();
  }
}
