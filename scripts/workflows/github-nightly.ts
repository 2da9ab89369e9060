import { INSTALL_ALL, setup } from "../../src/hosting/index.ts";

/** The workflow of GitHub that tries at night what takes too long for every push, where it is asked to. */
export const GITHUB_NIGHTLY = `# All of the large matrices of the tests, with another seed each night: for who works on Vestnik
# itself, and sets the repository's variable NIGHTLY to yes.
# Made by \`npm run workflows\` (scripts/workflows).
name: Nightly

on:
  schedule:
    - cron: "40 1 * * *"
  workflow_dispatch:

permissions:
  contents: read

jobs:
  test:
    if: vars.NIGHTLY == 'yes' || github.event_name == 'workflow_dispatch'
    runs-on: ubuntu-latest
    timeout-minutes: 120
    env:
      # What failed at night is tried again by this number.
      VESTNIK_SEED: \${{ github.run_number }}
    steps:
${setup(INSTALL_ALL)}
      # The site is tried behind the servers that it has configurations for.
      - run: |
          sudo apt-get update
          sudo apt-get install --yes nginx-light caddy
          sudo apt-get install --yes libnginx-mod-http-brotli-static || true
      - run: npm run test:all
`;
