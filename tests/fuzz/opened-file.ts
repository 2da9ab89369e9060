import type { Browser, BrowserContext, Page, Route } from "@playwright/test";

/** Opens files of a site in a browser, and says what they did that a file of a site does not do. */

/** What the site itself runs, and what a browser asks for of its own accord. */
const OWN_SCRIPTS = /^\/(?:assets|search|pagefind)\/|^\/sw\.js$/;
const OF_ITSELF = /^\/favicon\.ico$/;

/** So many are open at once. */
const AT_ONCE = 4;
/** What begins by itself has begun by then, in milliseconds. */
const SETTLING = 60;
/** In milliseconds; pages answer within a hundredth of it. */
const PATIENCE = 3000;
/** In milliseconds: a file that has not come by then hangs. */
const LONGEST = 60_000;

/**
 * @param site the address of its root
 * @param paths of files in it, without «/» in front
 * @returns a line for each script that was not the site's own, and each request that left it
 */
export async function complaintsOf(
  browser: Browser,
  site: string,
  paths: readonly string[],
): Promise<string[]> {
  const complaints = new Set<string>();
  const waiting = paths[Symbol.iterator]();
  const open = async (): Promise<void> => {
    const window = await Window.open(browser, site, (what) => complaints.add(what));
    for (const path of waiting) await window.show(path);
    await window.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  return [...complaints].sort();
}

type Tell = (what: string) => void;

/** Shows one file after another and watches what they do. */
class Window {
  readonly #context: BrowserContext;
  #page: Page | undefined;
  readonly #site: string;
  readonly #tell: Tell;
  /** What is shown: its path in the site, and its address. */
  #path = "";
  #address = "";

  private constructor(context: BrowserContext, site: string, tell: Tell) {
    this.#context = context;
    this.#site = site;
    this.#tell = (what) => tell(`${this.#path}: ${what}`);
  }

  static async open(browser: Browser, site: string, tell: Tell): Promise<Window> {
    const context = await browser.newContext({ serviceWorkers: "block", acceptDownloads: false });
    return new Window(context, site, tell);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  async show(path: string): Promise<void> {
    const page = await this.#pageFor(path);
    this.#path = path;
    const names = path.replace(/(^|\/)index\.html$/, "$1").split("/");
    this.#address = this.#site + names.map(encodeURIComponent).join("/");
    await page.goto(this.#address, { timeout: LONGEST }).catch(refuseUnlessLeft);
    await answered(page.evaluate(CLICK_ALL));
    await page.waitForTimeout(SETTLING);
    const title = await answered(page.title());
    // As words an attack may stand in a drawing's own title.
    if (title === "PWNED") this.#tell("changed the title");
  }

  /** What a page has begun, as one that leads on does, ends with it. */
  async #pageFor(path: string): Promise<Page> {
    const isReused = this.#page !== undefined && !this.#isPage && !path.endsWith(".html");
    if (this.#page !== undefined && isReused) return this.#page;
    // Nobody waits for the old one, which may be on its way elsewhere: what it does is not told any more.
    void this.#page?.close().catch(() => undefined);
    this.#page = await this.#context.newPage();
    await this.#watch(this.#page);
    return this.#page;
  }

  get #isPage(): boolean {
    return this.#path.endsWith(".html");
  }

  async #watch(page: Page): Promise<void> {
    const tell = (what: string): void => {
      if (page === this.#page) this.#tell(what);
    };
    await page.route("**/*", (route) => this.#judge(route, tell));
    page.on("dialog", (dialog) => {
      tell(`opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", () => tell("opened a window"));
    const session = await page.context().newCDPSession(page);
    session.on("Debugger.scriptParsed", ({ url }) => this.#judgeScript(url, tell));
    await session.send("Debugger.enable");
  }

  #judge(route: Route, tell: Tell): Promise<void> {
    const url = route.request().url();
    const isOwn = url.startsWith(this.#site);
    const path = isOwn ? `/${url.slice(this.#site.length)}` : "";
    const isExpected = OF_ITSELF.test(path) || url === this.#address || (this.#isPage && isOwn);
    if (!isExpected && !/^(?:data|blob):/.test(url)) tell(`asked for ${url}`);
    return (isOwn ? route.continue() : route.abort()).catch(() => undefined);
  }

  /** What the test itself evaluates has no address. */
  #judgeScript(url: string, tell: Tell): void {
    const isOwn = this.#isPage && url.startsWith(this.#site);
    if (isOwn && OWN_SCRIPTS.test(`/${url.slice(this.#site.length)}`)) return;
    if (/^(?:https?|data|blob):/.test(url)) tell(`ran a script of ${url}`);
  }
}

/** A page that is on its way elsewhere may never answer: then there is nothing to ask it. */
function answered<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  const never = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([answer.catch(() => undefined), never]);
}

/** What is saved shows nothing, and what leads on at once is left before it has come. */
function refuseUnlessLeft(error: unknown): void {
  if (!/Download is starting|ERR_ABORTED|interrupted by another/.test(String(error))) throw error;
}

/** Links and handlers wait for somebody; pages are the business of others (tests/e2e/hostile.spec.ts). */
const CLICK_ALL = `if (document.contentType !== "text/html") for (const one of document.querySelectorAll("*"))
  one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));`;
