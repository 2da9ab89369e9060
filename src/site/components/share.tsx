import { SHARE_NETWORKS, type ShareNetwork, type Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { LinkIcon, ShareIcon, TelegramIcon, VkIcon } from "./icons.tsx";
import { replaceable } from "./replaceable.tsx";

interface Props {
  /** The whole address to share, and its title. */
  readonly address: string;
  readonly title: string;
  readonly site: Site;
}

/** Links to networks need no script; scripts add the device's own way to share. */
export const Share = replaceable("Share", OurShare);

function OurShare({ address, title, site }: Props) {
  const { share = SHARE_NETWORKS } = site;
  return (
    <div class="share-place">
      {share.length === 0 ? null : (
        <ul class="share-links">
          {share.map((network) => (
            <li key={network}>
              <NetworkLink network={network} address={address} title={title} site={site} />
            </li>
          ))}
        </ul>
      )}
      <div class="share-tools">
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
    </div>
  );
}

/** The address of a network's form, its name, and its drawing. */
const NETWORKS = {
  telegram: {
    label: "share.telegram",
    page: "https://t.me/share/url",
    titleKey: "text",
    Icon: TelegramIcon,
  },
  vk: {
    label: "share.vk",
    page: "https://vk.com/share.php",
    titleKey: "title",
    Icon: VkIcon,
  },
} as const satisfies Record<ShareNetwork, object>;

interface LinkProps extends Props {
  readonly network: ShareNetwork;
}

function NetworkLink({ network, address, title, site }: LinkProps) {
  const { label, page, titleKey, Icon } = NETWORKS[network];
  const query = `url=${encodeURIComponent(address)}&${titleKey}=${encodeURIComponent(title)}`;
  return (
    <a
      class="icon-button"
      href={`${page}?${query}`}
      rel="noopener nofollow"
      aria-label={text(site, label)}
    >
      <Icon />
    </a>
  );
}
