import { LinkIcon, ShareIcon } from "./icons.tsx";
import { replaceable } from "./replaceable.tsx";

/** Scripts show what the device can do; without them the address bar does. */
export const Share = replaceable("Share", OurShare);

function OurShare({ address }: { address: string }) {
  return (
    <div class="share-place">
      <div class="share" data-share data-address={address} hidden>
        <span data-share-status role="status" />
        <button type="button" class="icon-button" data-copy-link aria-label="Скопировать ссылку">
          <LinkIcon />
        </button>
        <button type="button" class="icon-button" data-share-native aria-label="Поделиться" hidden>
          <ShareIcon />
        </button>
      </div>
    </div>
  );
}
