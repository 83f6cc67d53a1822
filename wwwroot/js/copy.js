// Puts a text where it can be pasted from, and says whether that worked.
import { show } from "./toast.js";

export async function copy(text) {
  // Missing where an office reaches the program by plain http.
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (isCopied) show({ text: "Copied" });
  else show({ kind: "bad", text: "This browser does not let the page copy. Select the text instead." });
}

document.addEventListener("click", ({ target }) => {
  const text = target.closest?.("[data-copy]")?.dataset.copy;
  if (text) copy(text);
});
