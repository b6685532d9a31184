#!/bin/bash
# A whole sweep in parts with HyperQueue:   ./hyperqueue.sh DESIGN.toml OUT [PARTS]
# Needs a running server and workers (`hq server start`, `hq worker start` or `hq alloc add slurm`).
set -euo pipefail
design=$1 out=$2 parts=${3:-16}
hq submit --wait --array "1-$parts" --cpus 2 --stdout none \
    bash -c "weefsel sweep '$design' -o '$out' --shard \$HQ_TASK_ID/$parts --threads 2 --quiet"
weefsel merge "$out"
