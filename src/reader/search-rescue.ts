/**
 * What the search page says where its script did not arrive, or did not start. It stands alone: of
 * what it would share with the script it might be missing the same.
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
