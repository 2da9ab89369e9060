import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type MarkFile, readDrawingFile, type Site, type SiteMarks } from "../../content/index.ts";
import { drawIcon, ICON_SIZES } from "./icon-sizes.ts";

/** In the folder of the site's own icons. */
const ICON = "icon.svg";

/**
 * Publishes a newspaper's logo, and its icon in all sizes in the place of ours.
 *
 * @param site says where pages look for the logo
 * @param folder of the site's assets
 * @throws ContentError with what is wrong with a drawing
 */
export async function writeMarks(marks: SiteMarks, site: Site, folder: string): Promise<void> {
  const { logo, icon } = marks;
  for (const theme of ["light", "dark"] as const) {
    const [mark, shown] = [logo?.[theme], site.logo?.[theme]];
    if (mark === undefined || shown === undefined) continue;
    await writeFile(join(folder, "..", shown.path), await bytesOf(mark));
  }
  if (icon !== undefined) await writeIcons(icon, folder);
}

async function writeIcons(icon: MarkFile, folder: string): Promise<void> {
  const bytes = await bytesOf(icon);
  await rm(join(folder, ICON));
  if (icon.type === "svg") await writeFile(join(folder, ICON), bytes);
  for (const size of ICON_SIZES) {
    await writeFile(join(folder, size.file), await drawIcon(bytes, icon.width, size));
  }
}

/** Drawings are cleaned as those of articles are. */
async function bytesOf({ file, type }: MarkFile): Promise<Buffer> {
  const bytes = await readFile(file);
  return type === "svg" ? Buffer.from(readDrawingFile(file, bytes).svg) : bytes;
}
