#!/usr/bin/env bash
# Scores `gainsay compare` on a folder of pair sets: in-scope pairs of every
# pairs_*.jsonl, by a scorer that reads gold and predictions.
#
#   tests/eval/compare_pairs.sh GAINSAY PAIRS_DIR SCORER [SET...]
#
# Skips, and says so, where the folder or the scorer is absent.
set -euo pipefail
gainsay=$1 pairs=$2 scorer=$3
shift 3
if [ ! -d "$pairs" ] || [ ! -f "$scorer" ]; then
  echo "skipped: no pair sets at $pairs or no scorer at $scorer"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- ecbplus_hand vitaminc_real wikicontradict rte3_en summedits_news \
  equate_stress equate_newsnli rte12_consistent equate_rte_quant
for name in "$@"; do
  gold=$pairs/pairs_$name.jsonl
  [ -f "$gold" ] || continue
  "$gainsay" compare "$gold" > "$work/$name.jsonl" || [ $? -eq 1 ]
  python3 "$scorer" --gold "$gold" --pred "$work/$name.jsonl" --scope in --ci
done
