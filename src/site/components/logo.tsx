import { type LogoPicture, type Site, withPrefix } from "../../content/index.ts";

/** The newspaper's logo, or else its name. One of two logos is hidden by the theme, and then not fetched. */
export function Logo({ site }: { site: Site }) {
  const { logo, name } = site;
  if (logo === undefined) return <>{name}</>;
  const { light, dark } = logo;
  if (dark === undefined) return <LogoImage site={site} picture={light} />;
  return (
    <>
      <LogoImage site={site} picture={light} theme="light" />
      <LogoImage site={site} picture={dark} theme="dark" />
    </>
  );
}

interface ImageProps {
  readonly site: Site;
  readonly picture: LogoPicture;
  /** In which it is shown; in both by default. */
  readonly theme?: "light" | "dark";
}

function LogoImage({ site, picture: { path, width, height }, theme }: ImageProps) {
  return (
    <img
      class={theme === undefined ? "logo" : `logo logo-in-${theme}`}
      src={withPrefix(site, path)}
      alt={site.name}
      width={Math.round(width)}
      height={Math.round(height)}
      loading={theme === undefined ? undefined : "lazy"}
    />
  );
}
