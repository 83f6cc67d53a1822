// A password one can look at: typing errors are the commonest reason not to be let in.
import { make } from "./make.js";

for (const input of document.querySelectorAll("input[data-reveal]")) {
  const button = make("button", { type: "button", className: "btn plain", textContent: "Show" });
  button.setAttribute("aria-controls", input.id);
  button.setAttribute("aria-label", "Show the password");
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", shown ? "Hide the password" : "Show the password");
  });
  // What was shown must not be kept by the browser as ordinary typing.
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });
  const box = make("span", { className: "reveal" });
  input.replaceWith(box);
  box.append(input, button);
}
