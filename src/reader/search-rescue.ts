/**
 * The message of the search page when its script is missing or did not start. It shares no file with that
 * script, which might be missing too.
 */

/** The page's load waits for the script; one that hangs is waited for so long. */
const PATIENCE_MS = 15_000;

/** The script takes the fallback away when it starts. */
function rescue(): void {
  const fallback = document.querySelector("[data-search-fallback]");
  if (fallback === null || fallback.matches("[role=alert]")) return;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "more";
  again.textContent = MESSAGES["fault.retry"];
  again.addEventListener("click", () => location.reload());
  fallback.className = "failure";
  fallback.setAttribute("role", "alert");
  fallback.replaceChildren(`${MESSAGES["fault.broken"]} `, again);
}

if (document.readyState === "complete") rescue();
else addEventListener("load", rescue, { once: true });
setTimeout(rescue, PATIENCE_MS);
