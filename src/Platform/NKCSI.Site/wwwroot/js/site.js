// The site works without this script; it only spares clicks and scrolling.

// Menu and filters are folded away where they would push the page out of sight.
const wide = matchMedia("(min-width: 60rem)");
const fold = () => {
  for (const part of document.querySelectorAll("details.fold")) {
    part.open = wide.matches;
  }
};
fold();
wide.addEventListener("change", fold);

// Choosing a sort order applies it.
for (const select of document.querySelectorAll(".filters select[name=sort]")) {
  let chosenByPointer = false;
  select.addEventListener("pointerdown", () => {
    chosenByPointer = true;
  });
  select.addEventListener("change", () => {
    // With the keyboard each arrow key is a change: only a choice by pointer is final.
    if (chosenByPointer) {
      select.form.requestSubmit();
    }
  });
}
