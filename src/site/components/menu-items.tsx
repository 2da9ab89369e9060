import { type MenuLink, type Site, withPrefix } from "../../content/index.ts";

interface Props {
  readonly links: readonly MenuLink[];
  readonly site: Site;
  /** Of the page that shows them, without the path prefix; nothing where none is to be marked. */
  readonly path?: string;
}

/** The links of a menu, as items of a list. */
export function MenuItems({ links, site, path }: Props) {
  return (
    <>
      {links.map(({ label, address }) => (
        <li key={address}>
          <a
            href={address.startsWith("/") ? withPrefix(site, address) : address}
            aria-current={address === path ? "page" : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </>
  );
}
