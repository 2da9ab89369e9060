import { z } from "zod";
import { isWebAddress } from "./fields.ts";
import type { AdminSettings } from "./types.ts";
import { knownFields, optional, text } from "./validate.ts";

const BACKENDS = ["github", "gitlab"] as const;

/** Names of an owner, of groups, of a repository. */
const REPOSITORY_FORM = /^[\w.-]+(?:\/[\w.-]+)+$/;

/** Names of folders, none of which steps up or stays. */
const FOLDER_FORM = /^(?!\.{1,2}(?:\/|$))[^/\\]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\]+)*$/;

/** The field `admin` of site.yaml, which switches the editor in the browser on. */
export function adminField() {
  return optional(
    knownFields({
      backend: backendField(),
      repo: text().refine((repo) => REPOSITORY_FORM.test(repo), {
        message: "это не имя хранилища.",
        params: { mend: "запишите владельца и имя: vladelets/sait." },
      }),
      branch: text().default("main"),
      login: optional(loginField()),
      appId: optional(text()),
      content: folderField("content"),
      data: folderField("_data"),
    }),
  );
}

function backendField() {
  return text()
    .default("github")
    .transform((name, context): AdminSettings["backend"] => {
      const known = BACKENDS.find((backend) => backend === name);
      if (known !== undefined) return known;
      const mend = `известны: ${BACKENDS.join(", ")}.`;
      context.addIssue({
        code: "custom",
        message: "такого хостинга редактор не знает.",
        params: { mend },
      });
      return z.NEVER;
    });
}

/** The editor appends paths of its own to it. */
function loginField() {
  return text()
    .refine(isWebAddress, {
      message: "это не адрес.",
      params: { mend: "запишите адрес службы входа целиком: https://vhod.example.org" },
    })
    .transform((address) => address.replace(/\/+$/, ""));
}

function folderField(usual: string) {
  return text()
    .transform((folder) => folder.replace(/^\/+|\/+$/g, ""))
    .refine((folder) => FOLDER_FORM.test(folder), {
      message: "такой папки в хранилище быть не может.",
      params: { mend: `запишите её от корня хранилища: ${usual}` },
    })
    .default(usual);
}
