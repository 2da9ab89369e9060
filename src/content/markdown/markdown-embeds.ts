import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { text as say, type Wording } from "../../interface/index.ts";
import { type Post, postAt } from "./markdown-posts.ts";
import { wordingOf } from "./markdown-wording.ts";

/**
 * A markdown-it plugin: a link to a video or a post, alone in its paragraph, is a card. Nothing is loaded
 * from there: a player would tell its network who reads what.
 */
export function markdownEmbeds(md: MarkdownIt): void {
  md.core.ruler.push("embeds", (state) => {
    for (const [index, open] of state.tokens.entries()) {
      // In a list whose items are close together the paragraphs are hidden: there it stays a link.
      if (open.type !== "paragraph_open" || open.hidden) continue;
      const [inline, close] = state.tokens.slice(index + 1, index + 3);
      // At the end of a footnote there is the way back before it.
      if (close?.type !== "paragraph_close") continue;
      const post = onlyPost(inline?.children ?? []);
      if (inline === undefined || post === undefined) continue;
      [open.type, close.type] = ["embed_open", "embed_close"];
      open.attrSet("class", "embed");
      inline.children = card(state, inline.children ?? [], post);
    }
  });
}

function onlyPost(children: readonly Token[]): Post | undefined {
  const [link] = children;
  if (link?.type !== "link_open" || children.at(-1)?.type !== "link_close") return undefined;
  if (children.filter(({ type }) => type === "link_open").length > 1) return undefined;
  return postAt(String(link.attrGet("href")));
}

/** A card: the service and kind of the post, then its title, or the action where it has none. */
function card(state: StateCore, children: readonly Token[], post: Post): Token[] {
  const [link, ...words] = children.slice(0, -1);
  if (link === undefined) return [];
  link.attrSet("rel", "noopener nofollow");
  const isAddress = link.markup === "autolink" || link.markup === "linkify";
  const wording = wordingOf(state.env);
  const title = isAddress ? [text(state, invitationTo(post, wording))] : words;
  const facts = [text(state, `${say(wording, post.kind)} · ${post.host}`)];
  const end = children.slice(-1);
  return [
    link,
    ...within(state, "span", facts),
    text(state, " "),
    ...within(state, "strong", title),
    ...end,
  ];
}

/** «Смотреть на YouTube» */
function invitationTo(post: Post, wording: Wording): string {
  const where = say(wording, post.where);
  return say(wording, post.kind === "prose.video" ? "prose.watch" : "prose.readPost", { where });
}

function text(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

function within(state: StateCore, tag: "span" | "strong", tokens: readonly Token[]): Token[] {
  const open = new state.Token(`embed_${tag}_open`, tag, 1);
  return [open, ...tokens, new state.Token(`embed_${tag}_close`, tag, -1)];
}
