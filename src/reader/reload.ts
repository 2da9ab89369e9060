/** Loads a page of `npm run dev` anew once its site has been built: no page of a reader has it. */

const { searchParams, href } = new URL(import.meta.url);

/** The build that the page is of. */
const shown = searchParams.get("build");

let events: EventSource | undefined;

/** Browsers open six connections to a host: a tab that nobody looks at leaves them to the others. */
function listen(): void {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(new URL("events", href));
  events.addEventListener("message", ({ data }) => {
    if (data !== shown) location.reload();
  });
}

document.addEventListener("visibilitychange", listen);
listen();
