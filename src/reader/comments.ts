import {
  type CommentPage,
  type CommentsService,
  FRAMES,
  forgetSession,
  keepSession,
} from "./comment-frames.ts";
import { whenRead } from "./when-read.ts";

/** The service, put in when the script is bundled. */
declare const COMMENTS: CommentsService;

const { address, told } = FRAMES[COMMENTS.service];

/** Shows the button; nothing is asked of others before it is pressed, or a reader comes back from it. */
function start(): void {
  const section = document.querySelector<HTMLElement>("[data-comments]");
  const button = section?.querySelector<HTMLElement>("[data-comments-open]");
  if (section === null || button === null || button === undefined) return;
  button.addEventListener("click", () => open(section, button));
  button.hidden = false;
  if (COMMENTS.service === "giscus" && keepSession()) open(section, button);
}

function open(section: HTMLElement, button: HTMLElement): void {
  const page = pageOf(section);
  const frame = document.createElement("iframe");
  frame.title = section.querySelector("h2")?.textContent ?? "";
  frame.allow = "clipboard-write";
  frame.src = address(COMMENTS, page);
  addEventListener("message", (event) => hear(event, frame, page));
  // Who has pressed the button by a key goes on from the frame.
  button.replaceWith(frame);
  frame.focus();
}

function pageOf(section: HTMLElement): CommentPage {
  const { documentElement: root } = document;
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const system = isDark ? "dark" : "light";
  return {
    address: section.dataset.comments ?? location.href,
    title: document.querySelector("h1")?.textContent ?? document.title,
    language: root.lang.split("-")[0] ?? root.lang,
    theme:
      root.dataset.theme === "dark" || root.dataset.theme === "light" ? root.dataset.theme : system,
  };
}

/** Other frames and windows may send anything. */
function hear({ source, origin, data }: MessageEvent, frame: HTMLIFrameElement, page: CommentPage) {
  const isTheirs = source === frame.contentWindow && origin === new URL(COMMENTS.host).origin;
  if (source === null || !isTheirs) return;
  const { height, isForgotten } = told(data);
  if (height !== undefined) frame.style.height = `${height}px`;
  if (isForgotten !== true) return;
  forgetSession();
  frame.src = address(COMMENTS, page);
}

whenRead(start);
