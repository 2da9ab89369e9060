import { GITLAB_NIGHTLY } from "./gitlab-nightly.ts";
import { IS_DUE, NEXT_CHANGE } from "./next-change.ts";

/** GitLab takes this exit code of the last job for «nothing to publish», and publishes nothing. */
const NOTHING_DUE = 77;

/** Of jobs that editors wait for with a merge request too. */
const WITH_EVERY_CHANGE = `  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"`;

/** The pipeline of GitLab: tests, and the site on Pages with its files packed. */
export const GITLAB = `# Tests, then builds the site in volumes on several machines and publishes it on GitLab Pages.
# A volume whose articles have not changed comes from the cache and takes no time.
# Made by \`npm run hosting -- --for gitlab\` (src/hosting).
image: node:22

stages: [test, volumes, publish]

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
    - key: next-change
      paths: [${NEXT_CHANGE}]
      policy: $CACHE_POLICY
  variables:
    CACHE_POLICY: pull
  before_script:
    # A scheduled pipeline ends here, unless an article or a headline is due.
    - |
      due=yes
      if [ "$CI_PIPELINE_SOURCE" = schedule ]; then
        if ${IS_DUE}; then :; else due=no; fi
      fi
      if [ "$due" = no ]; then echo "Nothing is due."; exit "$NOTHING_DUE"; fi
    - npm ci --ignore-scripts --cache .npm

check:
  stage: test
${WITH_EVERY_CHANGE}
  script:
    - npm ci --ignore-scripts
    - npm run check

# What the project is made of: lockfile, licences, known holes; the bill of materials is kept.
supply:
  stage: test
${WITH_EVERY_CHANGE}
  script:
    - npm ci --ignore-scripts
    - npm run supply
    - npm run supply -- --sbom sbom.cdx.json
  artifacts:
    paths: [sbom.cdx.json]
    expire_in: 1 year

test:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
  script:
    - apt-get update && apt-get install -y chromium nginx-light
    - .ci/run

# Speed, accessibility, layout, links and feeds of the seed and of an archive of 1,000 articles.
audit:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
  script:
    - apt-get update && apt-get install -y chromium
    - npm ci --ignore-scripts
    - npm run audit
  artifacts:
    when: always
    paths: [test-results/audit]
    expire_in: 1 week

# The site as the merge request would make it: download the artifact, and serve its folder.
preview:
  stage: volumes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npm ci --ignore-scripts
    - npm run build -- --url http://localhost:8080
  artifacts:
    paths: [_site]
    expire_in: 1 week

# Each of the machines takes every fourth volume: make more of them for a larger archive.
volumes:
  extends: .vestnik
  stage: volumes
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
    - npm run --silent build -- --next-change > ${NEXT_CHANGE}
  artifacts:
    paths: [public]

${GITLAB_NIGHTLY}`;
