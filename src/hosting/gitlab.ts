import { INSTALL } from "./actions.ts";
import { IS_STILL_RIGHT, isKnown, PUBLISHED } from "./published.ts";

/** GitLab takes this exit code of the last job for «nothing to publish», and publishes nothing. */
const NOTHING_DUE = 77;

/** Of jobs that editors wait for with a merge request too. */
export const WITH_EVERY_CHANGE = `  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"`;

/** Jobs of a pipeline besides publishing. */
interface MoreJobs {
  /** Stages before the others. */
  readonly stages: readonly string[];
  /** In YAML. */
  readonly jobs: string;
}

/**
 * The pipeline of GitLab that builds a site and publishes it on Pages, its files packed.
 *
 * @param install the command that installs packages
 */
export function gitlabPublish(
  install: string = INSTALL,
  more: MoreJobs = { stages: [], jobs: "" },
): string {
  const stages = [...more.stages, "test", "volumes", "publish"].join(", ");
  return `# Builds the site in volumes on several machines and publishes it on GitLab Pages.
# An article waits for its check and the site's build, and for nothing else.
# A volume whose articles have not changed comes from the cache and takes no time.
# Made by \`npm run hosting -- --for gitlab\`.
image: node:22

stages: [${stages}]

variables:
  VESTNIK_CACHE: $CI_PROJECT_DIR/.vestnik-cache
  # All machines must agree on what is due.
  VESTNIK_NOW: $CI_PIPELINE_CREATED_AT

.vestnik:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  cache:
    - key: { files: [package-lock.json] }
      paths: [.npm/]
    - key: vestnik
      paths: [.vestnik-cache/]
      policy: $CACHE_POLICY
    - key: published
      paths: [${PUBLISHED}]
      policy: $CACHE_POLICY
  variables:
    CACHE_POLICY: pull
  before_script:
    # A pipeline ends here where a later one has published, and a scheduled one unless another commit is
    # live than its own, or an article or a headline is due.
    - |
      commit=$CI_COMMIT_SHA
      now=$(date -d "$CI_PIPELINE_CREATED_AT" +%s)
      reason=
      if ${isKnown("published next pipeline")}; then
        if [ "$pipeline" -gt "$CI_PIPELINE_IID" ]; then
          reason="Pipeline $pipeline, a later one, has published."
        elif [ "$CI_PIPELINE_SOURCE" = schedule ] && ${IS_STILL_RIGHT}; then
          reason="Nothing is due."
        fi
      fi
      if [ -n "$reason" ]; then echo "$reason"; exit "$NOTHING_DUE"; fi
    - ${install} --cache .npm

${more.jobs}check:
  stage: test
  needs: []
${WITH_EVERY_CHANGE}
  script:
    - ${install}
    - npm run check

# The site as the merge request would make it: download the artifact, and serve its folder.
preview:
  stage: volumes
  needs: []
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ${install}
    - npm run build -- --url http://localhost:8080
  artifacts:
    paths: [_site]
    expire_in: 1 week

# Each of the machines takes every fourth volume: make more of them for a larger archive.
volumes:
  extends: .vestnik
  stage: volumes
  # There is no check where nothing was pushed.
  needs:
    - job: check
      optional: true
  parallel: 4
  variables:
    NOTHING_DUE: 0
  script:
    - |
      npm run --silent build -- --list-volumes | node -e '
        const names = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
        const { CI_NODE_INDEX: index, CI_NODE_TOTAL: total } = process.env;
        console.log(names.filter((_, at) => at % total === index - 1).join("\\n"));
      ' > names.txt
      while read -r name; do
        [ -z "$name" ] || npm run build -- --volume "$name" --output "volumes/$name"
      done < names.txt
  artifacts:
    paths: [volumes/]
    expire_in: 1 day

pages:
  extends: .vestnik
  stage: publish
  needs: [volumes]
  # One at a time, so that each knows what the one before it has published.
  resource_group: pages
  variables:
    CACHE_POLICY: pull-push
    NOTHING_DUE: ${NOTHING_DUE}
  # A job that has failed publishes nothing; this failure is no fault.
  allow_failure:
    exit_codes: ${NOTHING_DUE}
  script:
    - npm run assemble -- volumes/*
    # GitLab sends packed files where they lie beside the others.
    - npm run compress -- _site --to public
    - next=$(npm run --silent build -- --next-change)
    - echo "$CI_COMMIT_SHA $next $CI_PIPELINE_IID" > ${PUBLISHED}
  artifacts:
    paths: [public]
`;
}
