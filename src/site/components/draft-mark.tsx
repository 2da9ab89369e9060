/** Stands above what only a preview shows. */
export function DraftMark() {
  return <p class="draft-mark">Черновик: видите его только вы</p>;
}
