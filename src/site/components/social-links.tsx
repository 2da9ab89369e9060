/** Sites on which newspapers have pages, by their names without «www». */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["dzen.ru", "Дзен"],
  ["facebook.com", "Facebook"],
  ["instagram.com", "Instagram"],
  ["max.ru", "MAX"],
  ["ok.ru", "Одноклассники"],
  ["rutube.ru", "Rutube"],
  ["t.me", "Телеграм"],
  ["vk.com", "ВКонтакте"],
  ["vk.ru", "ВКонтакте"],
  ["vkvideo.ru", "VK Видео"],
  ["x.com", "X"],
  ["youtube.com", "YouTube"],
]);

/** The newspaper's pages on other sites; these know by «me» that they are of the same newspaper. */
export function SocialLinks({ addresses }: { addresses: readonly string[] }) {
  return (
    <nav aria-label="Мы на других сайтах">
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} rel="me">
              {nameOf(address)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** @returns what a site is called; of one that nobody knows, its host */
function nameOf(address: string): string {
  const host = new URL(address).hostname.replace(/^(?:www|m)\./, "");
  return NAMES.get(host) ?? host;
}
