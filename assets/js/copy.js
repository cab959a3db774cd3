// Every citation gets a button that copies it. What has happened is told to
// those who do not see the button, too.
export function addCopyButtons() {
  for (const box of document.querySelectorAll(".cite")) {
    const told = document.createElement("p");
    told.className = "told";
    told.setAttribute("role", "status");
    box.append(told);
    for (const text of box.querySelectorAll(".copy")) text.after(makeButton(text, box.dataset, told));
  }
}

function makeButton(text, { label, done, failed }, told) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-describedby", text.id);
  button.addEventListener("click", async () => {
    const copied = await copy(text);
    told.textContent = ""; // the same words twice are told twice
    setTimeout(() => (told.textContent = copied ? done : failed), 50);
  });
  return button;
}

// copy falls back to the selection, where the page may not use the clipboard:
// the clipboard is there for https and local pages alone.
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}
