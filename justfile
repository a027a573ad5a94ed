# The recipes of this repository. CI runs the same ones (`.ci/run`).

# List the recipes.
default:
    @just --list

# Check articles against the figures: the paths given, or all of articles/.
[positional-arguments]
check *PATHS:
    cargo run --release --quiet -- check "$@"

# Run every test.
test:
    cargo test --workspace

# Run the tests and go through the snapshots that changed, one by one.
review:
    cargo insta --version >/dev/null 2>&1 || cargo install cargo-insta --locked
    cargo insta test --workspace --review

# What the grammar reads of the labelled corpus in tests/sentences/corpus/: rates by kind and construction, and every difference.
corpus *FOLDER:
    cargo run --quiet --package recount-tests --bin corpus -- {{ FOLDER }}

# How fast each layer, `recount extract` and `recount check` of thousands of articles are; on invented news, or on a text and claims of your own.
bench NEWS="" CLAIMS="":
    #!/usr/bin/env bash
    set -euo pipefail
    cargo build --release --quiet
    if [ -n "{{ NEWS }}" ]; then export RECOUNT_NEWS="$(realpath "{{ NEWS }}")" RECOUNT_CLAIMS="$(realpath "{{ CLAIMS }}")"; fi
    RECOUNT="$(realpath target/release/recount)" cargo bench --package recount-tests --bench layers --bench extract --bench check

# Formatting, and clippy with warnings denied.
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings

# Run the main job; its report and exit status must be the reviewed ones, byte for byte.
main-job:
    #!/usr/bin/env bash
    set -euo pipefail
    cargo build --release --quiet
    mkdir -p target
    status=0
    NO_COLOR=1 cargo run --release --quiet -- check > target/main-job.txt || status=$?
    echo "exit status $status" >> target/main-job.txt
    diff -u tests/main-job/report.txt target/main-job.txt
    echo "main job: the report and the exit status are the reviewed ones"

# Take the main job's report of now as the reviewed one, and what the README shows of it; read the diff.
accept-main-job:
    #!/usr/bin/env bash
    set -euo pipefail
    cargo build --release --quiet
    mkdir -p tests/main-job
    status=0
    NO_COLOR=1 cargo run --release --quiet -- check > tests/main-job/report.txt || status=$?
    echo "exit status $status" >> tests/main-job/report.txt
    { sed '/^    ╰────$/q' tests/main-job/report.txt; echo "…"; tail -n 3 tests/main-job/report.txt | head -n 2; } > target/shown.txt
    awk 'NR == FNR { shown = shown $0 ORS; next } /^```text$/ { print; printf "%s", shown; skip = 1; next }
        /^```$/ { skip = 0 } !skip' target/shown.txt README.md > target/README.md
    cp target/README.md README.md
    git diff --stat -- tests/main-job README.md

# Everything that CI runs.
ci:
    .ci/run
