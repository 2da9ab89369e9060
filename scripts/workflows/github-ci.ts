import { action, INSTALL, INSTALL_ALL, PARTS, setup } from "../../src/hosting/index.ts";
import { AUDIT, BILL, TRY_LOCKFILE } from "./packages.ts";

/** The workflow of GitHub that tests every push, and shows what a pull request would publish. */
export const GITHUB_CI = `# Made by \`npm run workflows\` (scripts/workflows).
name: CI

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  # Before anything else: does npm ci work with every npm that people have? Nothing is installed.
  install:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${action("checkout")}
      - uses: ${action("node")}
        with: { node-version: 24 }
      - run: ${TRY_LOCKFILE}

  # What editors have to mend stands beside the lines of a pull request.
  check:
    needs: install
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${setup(INSTALL)}
      - run: npm run check

  # Known vulnerabilities of what builds sites; the bill of materials is kept.
  supply:
    needs: install
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${action("checkout")}
      - uses: ${action("node")}
        with: { node-version: 22 }
      - run: ${AUDIT}
      - run: ${BILL}
      - uses: ${action("upload")}
        with:
          name: sbom
          path: sbom.cdx.json
          overwrite: true

  test:
    needs: install
    runs-on: ubuntu-latest
    timeout-minutes: 45
    strategy:
      matrix:
        node: [20, 22, 24]
    steps:
      - uses: ${action("checkout")}
      - uses: ${action("node")}
        with:
          node-version: \${{ matrix.node }}
          cache: npm
      # The site is tried behind the servers that it has configurations for.
      - run: |
          sudo apt-get update
          sudo apt-get install --yes nginx-light caddy
          sudo apt-get install --yes libnginx-mod-http-brotli-static || true
      - run: .ci/run

  # Speed, accessibility, layout and feeds of the seed and of an archive of 1,000 articles.
  audit:
    needs: install
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
${setup(INSTALL_ALL)}
      - run: npm run audit
      - uses: ${action("upload")}
        if: always()
        with:
          name: audit
          path: test-results/audit
          overwrite: true

  # The site as the pull request would make it: download the artifact, and serve its folder.
  preview:
    needs: install
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      VESTNIK_CACHE: \${{ github.workspace }}/.vestnik-cache
      VESTNIK_URL: http://localhost:8080
    steps:
${setup(INSTALL)}
      - uses: ${action("cache")}
        with:
          path: .vestnik-cache
          key: preview-\${{ github.run_id }}-\${{ github.run_attempt }}
          # What this pull request has made before, or else what was published last.
          restore-keys: |
            preview-
            ${PARTS}
      - run: npm run build
      - uses: ${action("upload")}
        with:
          name: preview
          path: _site
          retention-days: 7
          overwrite: true
`;
