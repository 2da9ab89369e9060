import { action, INSTALL, setup } from "./actions.ts";
import { IS_STILL_RIGHT, isKnown, PUBLISHED } from "./published.ts";

/** How the keys begin under which parts of the site are kept. */
export const PARTS = "parts-";

/** A cache is never changed, so that each attempt of a run leaves one of its own. */
const THIS_ATTEMPT = `\${{ github.run_id }}-\${{ github.run_attempt }}`;

/**
 * The workflow of GitHub that builds a site and publishes it on Pages.
 *
 * @param install the command that installs packages
 */
export function githubPublish(install: string = INSTALL): string {
  // All jobs of a run take the same commit.
  const steps = setup(install, `\${{ needs.due.outputs.commit }}`);
  return `# Builds the site in volumes, each on a machine of its own, and publishes it on GitHub Pages.
# A volume whose articles have not changed comes from the cache and takes no time.
# Made by \`npm run hosting -- --for github-publish\`.
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
  # A scheduled run ends here after some seconds, unless another commit is live than the head of main, or
  # an article or a headline is due.
  due:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    outputs:
      due: \${{ steps.look.outputs.due }}
      commit: \${{ steps.look.outputs.commit }}
      now: \${{ steps.look.outputs.now }}
    steps:
      - if: github.event_name == 'schedule'
        uses: ${action("restore")}
        with:
          path: ${PUBLISHED}
          key: published-${THIS_ATTEMPT}
          restore-keys: published-
      - id: look
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          # The head of main, not the commit that began this run: GitHub drops runs that wait, and
          # whoever repeats an old run would bring back what it published.
          commit=$(gh api "repos/$GITHUB_REPOSITORY/commits/main" --jq .sha)
          now=$(date +%s)
          # All machines must agree on what is published, and on what is due.
          echo "commit=$commit" >> "$GITHUB_OUTPUT"
          echo "now=$(date -u -d "@$now" +%Y-%m-%dT%H:%M:%SZ)" >> "$GITHUB_OUTPUT"
          if ${isKnown("published next")} && ${IS_STILL_RIGHT}; then
            echo "Nothing is due: $commit is live."
          else
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
${steps}
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
${steps}
      - uses: ${action("restore")}
        with:
          path: .vestnik-cache
          key: ${PARTS}${THIS_ATTEMPT}
          restore-keys: ${PARTS}
      - run: npm run build -- --volume "$VOLUME" --output "volumes/$VOLUME"
      - uses: ${action("upload")}
        with:
          name: volume-\${{ matrix.volume }}
          path: volumes
          retention-days: 1
          overwrite: true

  assemble:
    needs: [due, volume]
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      COMMIT: \${{ needs.due.outputs.commit }}
      VESTNIK_NOW: \${{ needs.due.outputs.now }}
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
${steps}
      - uses: ${action("cache")}
        with:
          path: .vestnik-cache
          key: ${PARTS}${THIS_ATTEMPT}
          restore-keys: ${PARTS}
      - uses: ${action("download")}
        with:
          pattern: volume-*
          path: volumes
          merge-multiple: true
      - run: npm run assemble -- volumes/*
      - run: |
          next=$(npm run --silent build -- --next-change)
          echo "$COMMIT $next" > ${PUBLISHED}
      # Artifacts of earlier attempts stay, and deploy-pages refuses two of one name.
      - uses: ${action("pages")}
        with:
          name: github-pages-\${{ github.run_attempt }}
          path: _site
          # /.well-known/ is part of a site.
          include-hidden-files: true
      - id: deploy
        uses: ${action("deploy")}
        with:
          artifact_name: github-pages-\${{ github.run_attempt }}
      # Only what is published counts as done.
      - uses: ${action("save")}
        with:
          path: ${PUBLISHED}
          key: published-${THIS_ATTEMPT}
`;
}
