#!/bin/bash
# A whole sweep in parts with HyperQueue:   ./hyperqueue.sh DESIGN.toml OUT [PARTS]
# Needs a running server and workers (`hq server start`, `hq worker start` or `hq alloc add slurm`) that see this folder.
# Parts that were ended early: the same command again, with any number of parts; what is done is not done twice.
set -euo pipefail
design=$1 out=$2 parts=${3:-16}
weefsel=$(realpath "$(command -v weefsel)") # workers may look for programs elsewhere
# Exit code 1 says that some runs failed and are empty in sweep.h5: here that is a result.
hq submit --wait --name weefsel --array "1-$parts" --cpus 2 --stdout none -- \
    bash -c '"$1" sweep "$2" -o "$3" --shard "$HQ_TASK_ID/$4" --threads 2 --quiet || [ $? -eq 1 ]' \
    part "$weefsel" "$design" "$out" "$parts"
"$weefsel" merge "$out"
