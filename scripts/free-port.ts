import { createServer } from "node:net";

/** @returns the wished port where nobody listens on it, else any that is free; any by default */
export function freePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && wished !== 0) resolve(freePort());
      else reject(error);
    });
    probe.listen(wished, () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : wished;
      probe.close(() => resolve(port));
    });
  });
}
