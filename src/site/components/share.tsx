import type { Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { LinkIcon, ShareIcon } from "./icons.tsx";
import { replaceable } from "./replaceable.tsx";

/** Scripts show what the device can do; without them the address bar does. */
export const Share = replaceable("Share", OurShare);

function OurShare({ address, site }: { address: string; site: Site }) {
  return (
    <div class="share-place">
      <div class="share" data-share data-address={address} hidden>
        <span data-share-status role="status" />
        <button
          type="button"
          class="icon-button"
          data-copy-link
          aria-label={text(site, "share.copy")}
        >
          <LinkIcon />
        </button>
        <button
          type="button"
          class="icon-button"
          data-share-native
          aria-label={text(site, "share.send")}
          hidden
        >
          <ShareIcon />
        </button>
      </div>
    </div>
  );
}
