/** What koffi makes of a function of the system's library: 0, or -1 with a reason in errno. */
type Rename = (from: string, to: string) => number;

/** «Relative to the working directory» on Linux, and the flag that asks for an exchange. */
const AT_FDCWD = -100;
const EXCHANGE = 2;

let rename: Promise<Rename | undefined> | undefined;

/**
 * Exchanges two folders in one step, so that at any moment each of the names leads to one of them:
 * renameat2 of Linux with RENAME_EXCHANGE, renamex_np of macOS with RENAME_SWAP. Node has neither.
 *
 * @returns whether it was done; false where the system or its disk knows no such thing
 */
export async function exchange(one: string, other: string): Promise<boolean> {
  rename ??= findRename().catch(() => undefined);
  return (await rename)?.(one, other) === 0;
}

async function findRename(): Promise<Rename | undefined> {
  if (process.platform !== "linux" && process.platform !== "darwin") return undefined;
  const { default: koffi } = await import("koffi");
  const library = koffi.load(null);
  if (process.platform === "darwin") {
    const renamex = library.func("int renamex_np(const char*, const char*, unsigned int)");
    return (from, to) => renamex(from, to, EXCHANGE);
  }
  const form = "int renameat2(int, const char*, int, const char*, unsigned int)";
  const renameat = library.func(form);
  return (from, to) => renameat(AT_FDCWD, from, AT_FDCWD, to, EXCHANGE);
}
