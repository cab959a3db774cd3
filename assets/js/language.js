// keepPlace makes the language switch lead to the same place in the twin page:
// the anchors of both languages are the same, and so is what was chosen there.
export function keepPlace() {
  for (const other of document.querySelectorAll(".languages a")) {
    const address = other.getAttribute("href").split(/[?#]/)[0];
    other.setAttribute("href", address + location.search + location.hash);
  }
}
