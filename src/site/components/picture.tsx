import { type Picture, type PictureFormat, type Site, withPrefix } from "../../content/index.ts";

interface Props {
  readonly picture: Picture;
  readonly site: Site;
  /** How wide it is shown, for the attribute `sizes`. */
  readonly sizes: string;
  /** Whether it is seen at once: it is then loaded before others. */
  readonly first?: boolean;
}

const FORMATS: readonly PictureFormat[] = ["avif", "webp"];

/** A picture in the smallest format and size that the browser can use. */
export function PictureImage({ picture, site, sizes, first = false }: Props) {
  const { path, alt, width, height } = picture;
  return (
    <picture>
      {FORMATS.map((format) => (
        <Source key={format} picture={picture} site={site} sizes={sizes} format={format} />
      ))}
      <img
        src={withPrefix(site, path)}
        alt={alt}
        width={width}
        height={height}
        decoding="async"
        {...(first ? { fetchpriority: "high" } : { loading: "lazy" as const })}
      />
    </picture>
  );
}

type SourceProps = Omit<Props, "first"> & { readonly format: PictureFormat };

function Source({ picture, site, sizes, format }: SourceProps) {
  const own = picture.variants.filter((variant) => variant.format === format);
  if (own.length === 0) return null;
  const srcset = own.map(({ path, width }) => `${withPrefix(site, path)} ${width}w`).join(", ");
  return <source type={`image/${format}`} srcset={srcset} sizes={sizes} />;
}

/** A picture with its caption. */
export function PictureFigure({ class: name, ...props }: Props & { readonly class: string }) {
  const { caption } = props.picture;
  return (
    <figure class={`picture ${name}`}>
      <PictureImage {...props} />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
