/** A process that does what no process should. */
process.on("message", ({ hang, exit }: { hang?: boolean; exit?: number }) => {
  if (exit !== undefined) process.exit(exit);
  while (hang === true) {
    // For ever.
  }
  process.send?.({ answer: true });
});

process.send?.("ready");
