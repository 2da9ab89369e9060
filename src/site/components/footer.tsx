import { type Site, withPrefix } from "../../content/index.ts";

export function Footer({ site }: { site: Site }) {
  return (
    <footer class="footer">
      <p>
        <a href={withPrefix(site, "/")}>{site.name}</a> — {site.description}
      </p>
    </footer>
  );
}
