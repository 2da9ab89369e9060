import { startSearch } from "../search/ui/index.ts";
import { startMasthead } from "./masthead.ts";
import { startNotice } from "./notice.ts";
import { startWorker } from "./registration.ts";
import { startSharing } from "./share.ts";
import { startTimes } from "./times.ts";
import { whenRead } from "./when-read.ts";

/** What makes pages more pleasant, and what no page needs. */
whenRead(() => {
  startSearch();
  startMasthead();
  startTimes();
  startSharing();
  startNotice();
  startWorker();
});
