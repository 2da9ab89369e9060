/**
 * Loads styles that lie beside the scripts. They are known by the address of the script, so that the
 * site may be in any folder.
 *
 * @param name of the file
 * @returns when they are there, or cannot be had: what they dress works without them
 */
export function loadStyles(name: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url).href;
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
}
