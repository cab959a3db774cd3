// keepPlace makes the switches of language and edition lead to the same place in
// the twin page: the anchors of all are the same, and so is what was chosen there.
export function keepPlace() {
  for (const other of document.querySelectorAll(".languages a, .edition")) {
    const address = other.getAttribute("href").split(/[?#]/)[0];
    other.setAttribute("href", address + location.search + location.hash);
  }
}
