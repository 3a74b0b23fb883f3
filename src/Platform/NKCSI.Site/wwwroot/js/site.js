// The site works without this script; it only spares a click: choosing a sort order applies it.
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
