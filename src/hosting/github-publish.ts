import { action, SETUP } from "./actions.ts";
import { IS_DUE, NEXT_CHANGE } from "./next-change.ts";

/** The workflow of GitHub that builds the site and publishes it on Pages. */
export const GITHUB_PUBLISH = `# Builds the site in volumes, each on a machine of its own, and publishes it on GitHub Pages.
# A volume whose articles have not changed comes from the cache and takes no time.
# Made by \`npm run hosting -- --for github-publish\` (src/hosting).
name: Publish

on:
  push:
    branches: [main]
  # So that what is written for later appears, and what has a last day goes.
  schedule:
    - cron: "*/15 * * * *"
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: publish
  cancel-in-progress: false

env:
  VESTNIK_CACHE: \${{ github.workspace }}/.vestnik-cache
  # The address of the site, where site.yaml does not say it: https://example.org
  VESTNIK_URL: \${{ vars.VESTNIK_URL }}

jobs:
  # A scheduled run ends here after some seconds, unless an article or a headline is due.
  due:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    outputs:
      due: \${{ steps.look.outputs.due }}
      now: \${{ steps.look.outputs.now }}
    steps:
      - if: github.event_name == 'schedule'
        uses: ${action("restore")}
        with:
          path: ${NEXT_CHANGE}
          key: next-change-\${{ github.run_id }}
          restore-keys: next-change-
      - id: look
        run: |
          # All machines must agree on what is due.
          echo "now=$(date -u +%Y-%m-%dT%H:%M:%SZ)" >> "$GITHUB_OUTPUT"
          if ${IS_DUE}; then
            echo "due=true" >> "$GITHUB_OUTPUT"
          fi

  plan:
    needs: due
    if: needs.due.outputs.due == 'true'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    env:
      VESTNIK_NOW: \${{ needs.due.outputs.now }}
    outputs:
      volumes: \${{ steps.list.outputs.volumes }}
    steps:
${SETUP}
      - id: list
        # A failure within an echo would not be one of the step.
        run: |
          volumes=$(npm run --silent build -- --list-volumes)
          echo "volumes=$volumes" >> "$GITHUB_OUTPUT"

  volume:
    needs: [due, plan]
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      VESTNIK_NOW: \${{ needs.due.outputs.now }}
      VOLUME: \${{ matrix.volume }}
    strategy:
      matrix:
        volume: \${{ fromJSON(needs.plan.outputs.volumes) }}
    steps:
${SETUP}
      - uses: ${action("restore")}
        with:
          path: .vestnik-cache
          key: parts-\${{ github.run_id }}
          restore-keys: parts-
      - run: npm run build -- --volume "$VOLUME" --output "volumes/$VOLUME"
      - uses: ${action("upload")}
        with:
          name: volume-\${{ matrix.volume }}
          path: volumes
          retention-days: 1

  assemble:
    needs: [due, volume]
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      VESTNIK_NOW: \${{ needs.due.outputs.now }}
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
${SETUP}
      - uses: ${action("cache")}
        with:
          path: .vestnik-cache
          key: parts-\${{ github.run_id }}
          restore-keys: parts-
      - uses: ${action("download")}
        with:
          pattern: volume-*
          path: volumes
          merge-multiple: true
      - run: npm run assemble -- volumes/*
      - run: npm run --silent build -- --next-change > ${NEXT_CHANGE}
      - uses: ${action("pages")}
        with: { path: _site }
      - id: deploy
        uses: ${action("deploy")}
      # Only what is published counts as done.
      - uses: ${action("save")}
        with:
          path: ${NEXT_CHANGE}
          key: next-change-\${{ github.run_id }}
`;
