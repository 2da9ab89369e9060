/**
 * The job of GitLab that tries at night what takes too long for every push, in a schedule of its own
 * with the variable NIGHTLY. It waits for nothing, and nothing waits for it.
 */
export const GITLAB_NIGHTLY = `# All of the large matrices of the tests, with another seed each night: a schedule with NIGHTLY=yes.
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
