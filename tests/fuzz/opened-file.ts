import type { Browser, Page, Route } from "@playwright/test";

/** Opens files of a site in a browser, and says what they did that a file of a site does not do. */

/** What the site itself runs, and what a browser asks for of its own accord. */
const OWN_SCRIPTS = /^\/(?:assets|search|pagefind)\/|^\/sw\.js$/;
const OF_ITSELF = /^\/favicon\.ico$/;

/** So many are open at once. */
const AT_ONCE = 4;
/** What begins by itself has begun by then, in milliseconds. */
const SETTLING = 60;
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

/** Shows one file after another and watches what they do. */
class Window {
  readonly #page: Page;
  readonly #site: string;
  readonly #tell: (what: string) => void;
  /** What is shown: its path in the site, and its address. */
  #path = "";
  #address = "";

  private constructor(page: Page, site: string, tell: (what: string) => void) {
    this.#page = page;
    this.#site = site;
    this.#tell = (what) => tell(`${this.#path}: ${what}`);
  }

  static async open(browser: Browser, site: string, tell: (what: string) => void): Promise<Window> {
    const context = await browser.newContext({ serviceWorkers: "block", acceptDownloads: false });
    const window = new Window(await context.newPage(), site, tell);
    await window.#watch();
    return window;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }

  async show(path: string): Promise<void> {
    // What the file before has begun, as a page that leads on does, ends here.
    await this.#page.goto("about:blank").catch(refuseUnlessLeft);
    this.#path = path;
    const names = path.replace(/(^|\/)index\.html$/, "$1").split("/");
    this.#address = this.#site + names.map(encodeURIComponent).join("/");
    await this.#page.goto(this.#address, { timeout: LONGEST }).catch(refuseUnlessLeft);
    await this.#page.evaluate(CLICK_ALL).catch(() => undefined);
    await this.#page.waitForTimeout(SETTLING);
    const title = await this.#page.title().catch(() => "");
    if (title.includes("PWNED")) this.#tell("changed the title");
  }

  get #isPage(): boolean {
    return this.#path.endsWith(".html");
  }

  async #watch(): Promise<void> {
    const page = this.#page;
    await page.route("**/*", (route) => this.#judge(route));
    page.on("dialog", (dialog) => {
      this.#tell(`opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", () => this.#tell("opened a window"));
    const session = await page.context().newCDPSession(page);
    session.on("Debugger.scriptParsed", ({ url }) => this.#judgeScript(url));
    await session.send("Debugger.enable");
  }

  #judge(route: Route): Promise<void> {
    const url = route.request().url();
    const isOwn = url.startsWith(this.#site);
    const path = isOwn ? `/${url.slice(this.#site.length)}` : "";
    const isExpected = OF_ITSELF.test(path) || url === this.#address || (this.#isPage && isOwn);
    if (!isExpected && !/^(?:data|blob):/.test(url)) this.#tell(`asked for ${url}`);
    return isOwn ? route.continue() : route.abort();
  }

  /** What the test itself evaluates has no address. */
  #judgeScript(url: string): void {
    const isOwn = this.#isPage && url.startsWith(this.#site);
    if (isOwn && OWN_SCRIPTS.test(`/${url.slice(this.#site.length)}`)) return;
    if (/^(?:https?|data|blob):/.test(url)) this.#tell(`ran a script of ${url}`);
  }
}

/** What is saved shows nothing, and what leads on at once is left before it has come. */
function refuseUnlessLeft(error: unknown): void {
  if (!/Download is starting|ERR_ABORTED|interrupted by another/.test(String(error))) throw error;
}

/** Links and handlers wait for somebody; pages are the business of others (tests/e2e/hostile.spec.ts). */
const CLICK_ALL = `if (document.contentType !== "text/html") for (const one of document.querySelectorAll("*"))
  one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));`;
