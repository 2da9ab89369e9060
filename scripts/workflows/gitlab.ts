import { gitlabPublish, INSTALL, INSTALL_ALL, WITH_EVERY_CHANGE } from "../../src/hosting/index.ts";
import { AUDIT, BILL, TRY_LOCKFILE } from "./packages.ts";

const JOBS = `# Before the other tests: does npm ci work with every npm that people have? Nothing is installed.
install:
  stage: install
  image: node:24
${WITH_EVERY_CHANGE}
  script:
    - ${TRY_LOCKFILE}

# Known vulnerabilities of what builds sites; the bill of materials is kept.
supply:
  stage: test
${WITH_EVERY_CHANGE}
  script:
    - ${AUDIT}
    - ${BILL}
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

# Speed, accessibility, layout and feeds of the seed and of an archive of 1,000 articles.
audit:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
  script:
    - apt-get update && apt-get install -y chromium
    - ${INSTALL_ALL}
    - npm run audit
  artifacts:
    when: always
    paths: [test-results/audit]
    expire_in: 1 week

# All of the large matrices of the tests, with another seed each night: a schedule with NIGHTLY=yes.
nightly:
  stage: publish
  needs: []
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $NIGHTLY
  timeout: 2h
  variables:
    # What failed at night is tried again by this number.
    VESTNIK_SEED: $CI_PIPELINE_IID
  script:
    - apt-get update && apt-get install -y chromium nginx-light
    - npm ci
    - npm run test:all

`;

/** The pipeline of GitLab for this repository: it publishes its newspaper, and tests the project. */
export const GITLAB = gitlabPublish(INSTALL, { stages: ["install"], jobs: JOBS });
