import { foreignHost, type Headline, type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";

interface Props {
  readonly headline: Headline;
  readonly site: Site;
  /** Whether nothing else names its source there. */
  readonly namesSource?: boolean;
}

/**
 * A headline in a list: it leads to its story in one press, and is plain text where it has none; its own place is
 * behind the sign that follows. What leads away says where to.
 */
export function HeadlineText({ headline, site, namesSource = false }: Props) {
  const { text: words, link, source } = headline;
  const host = link === undefined ? undefined : foreignHost(site, link);
  const name = namesSource ? (source?.name ?? host) : host;
  return (
    <>
      {link === undefined ? (
        words
      ) : (
        <a href={link}>
          {words}
          {host === undefined ? null : (
            <>
              {" "}
              <span class="outside">{name}</span>
            </>
          )}
        </a>
      )}
      {"\u00A0"}
      <Permalink headline={headline} site={site} />
    </>
  );
}

function Permalink({ headline: { path, text: words }, site }: Props) {
  return (
    <a
      class="permalink"
      href={withPrefix(site, path)}
      aria-label={text(site, "headline.permalink", { headline: words })}
    >
      #
    </a>
  );
}
