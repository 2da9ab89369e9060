import { isWebAddress } from "./fields.ts";
import { fault, knownFields, oneOf, optional, text } from "./validate.ts";

/** The repository that the editor in the browser writes to. */
export interface AdminSettings {
  readonly backend: (typeof BACKENDS)[number];
  /** owner/name; on GitLab the owner may be a path of groups. */
  readonly repo: string;
  readonly branch: string;
  /** Of the service that exchanges a login for a token, without a slash at the end. */
  readonly login?: string | undefined;
  /** Of the application on GitLab, which needs no such service. */
  readonly appId?: string | undefined;
  /** Folders of the repository, with «/» between, none at the ends. */
  readonly content: string;
  readonly data: string;
}

const BACKENDS = ["github", "gitlab"] as const;
const KNOWN_BACKENDS = `известны: ${BACKENDS.join(", ")}.`;

/** Names of an owner, of groups, of a repository. */
const REPOSITORY_FORM = /^[\w.-]+(?:\/[\w.-]+)+$/;
const NO_REPOSITORY = fault("это не имя хранилища.", "запишите владельца и имя: vladelets/sait.");

/** Names of folders, none of which steps up or stays. */
const FOLDER_FORM = /^(?!\.{1,2}(?:\/|$))[^/\\]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\]+)*$/;

/** The field `admin` of site.yaml, which switches the editor in the browser on. */
export function adminField() {
  return optional(
    knownFields({
      backend: oneOf(BACKENDS, "такого хостинга редактор не знает.", KNOWN_BACKENDS).default(
        "github",
      ),
      repo: text().refine((repo) => REPOSITORY_FORM.test(repo), NO_REPOSITORY),
      branch: text().default("main"),
      login: optional(loginField()),
      appId: optional(text()),
      content: folderField("content"),
      data: folderField("_data"),
    }),
  );
}

/** The editor appends paths of its own to it. */
function loginField() {
  const mend = "запишите адрес службы входа целиком: https://vhod.example.org";
  return text()
    .refine(isWebAddress, fault("это не адрес.", mend))
    .transform((address) => address.replace(/\/+$/, ""));
}

function folderField(usual: string) {
  const mend = `запишите её от корня хранилища: ${usual}`;
  const wrong = fault("такой папки в хранилище быть не может.", mend);
  return text()
    .transform((folder) => folder.replace(/^\/+|\/+$/g, ""))
    .refine((folder) => FOLDER_FORM.test(folder), wrong)
    .default(usual);
}
