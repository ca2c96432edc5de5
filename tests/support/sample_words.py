"""The words of the sample's research files, and how a random text is made of them."""

import re
from random import Random

SLOT = re.compile(r"\{(\w[\w-]*)\}")
RANGE = re.compile(r"(\d+)-(\d+)")
ARTICLE = re.compile(r"\b([Aa]) (?=[aeio])")

WORDS = {
    "area": "billing|search|checkout|reporting|onboarding|the mobile client|the public API|telemetry|archiving|"
    "invoicing|the editor|scheduling|the gateway|notifications|the importer|access control|the warehouse|"
    "translations|the build farm|backups|the data lake|document storage|the partner portal|mapping",
    "thing": "message queue|object store|column store|feature switch|rate limiter|service mesh|schema registry|"
    "job runner|search index|edge cache|vector store|type checker|template engine|connection pool|log shipper|"
    "test harness|design token set|rule engine|graph database|event bus|monorepo layout|container image|"
    "binary format|query planner|session store|retry policy|static site|compiler cache|release train|lock service|"
    "secrets vault|time-series store|workflow engine|load balancer|diff algorithm|form library|charting library",
    "noun": "latency|write amplification|memory use|start-up time|build time|review effort|on-call load|disk space|"
    "cold-cache behaviour|error budget|bundle size|licence cost|lock contention|tail latency|migration effort|"
    "log volume|test flakiness|deployment time|network traffic|energy use|index size|recovery time|schema drift",
    "actor": "the platform team|support|a new colleague|the nightly job|the old client|every tenant|the batch importer|"
    "our largest customer|the mobile app|the release engineer|an auditor|the staging cluster|the plug-in author",
    "adjective": "small|stale|naïve|shared|idempotent|partial|encrypted|nested|duplicate|oversized|regional|signed|"
    "lazy|cross-border|half-written|compressed|read-only|short-lived|untyped|hand-tuned|zero-copy|café-sized",
    "object": "payload|snapshot|tenant|shard|manifest|token|batch|cursor|index|checkpoint|webhook|queue entry|"
    "page|replica|partition|attachment|lookup table|stack trace|feature flag|invoice line|draft|thumbnail",
    "verb": "rewrites|replays|drops|delays|copies|locks|evicts|re-reads|splits|validates|compacts|mirrors|retries|"
    "buffers|truncates|reorders|deduplicates|quarantines",
    "ident": "max_batch|page_size|ttl_ms|shard_count|retry_after|warm_start|flush_every|pool_min|lease_s|chunk_kb|"
    "queue_depth|fan_out|grace_days|spill_limit|read_quorum|jitter_pct|probe_path|window_s|keep_alive|cold_tier",
    "module": "ledger|courier|harbour|lantern|meadow|orchard|pebble|quarry|ripple|signal|timber|vessel|willow|zephyr|"
    "anchor|beacon|cinder|drift|ember|fathom",
    "month": "January|February|March|April|May|June|July|August|September|October|November|December",
    "tag": "storage|search|frontend|build|security|cost|api|data|ops|mobile|testing|naming|größe|i18n",
    "team": "storage team|web team|data team|release team|platform team|security team",
    "size": "{2-90} KB|{2-900} MB|{2-40} GB|{3-60} million rows|{11-990} tenants|{2-70} thousand requests",
    "pace": "{2-980} ms|{2-95} s|{2-50} minutes|{1-9}.{1-9} s",
    "claim": "The {thing} {verb} each {adjective} {object} within {pace} once it holds {size}.|"
    "With `{ident}` at {3-512}, {noun} fell by {4-70} % while {noun} stayed within {2-9} %.|"
    "For {actor} the {adjective} {object} costs {pace}, because the {thing} {verb} it twice.|"
    "We replayed {size} of {area} traffic from {month} and saw {noun} rise to {pace}.|"
    "A {adjective} {object} is what {actor} notices first: {noun} grows with every {thing} beside it.|"
    "Neither `{module}.{ident}` nor the {adjective} {object} explains the {3-48} % that {area} lost in {month}.|"
    "{size} of {adjective} {object} data pass through the {thing} in {pace}; the {thing} of today needs {pace}.|"
    "When {actor} stops a {thing} half-way, the {adjective} {object} survives {2-40} of {41-60} restarts.|"
    "*{noun}* depends on the {object}, not on the {thing}: {size} gave {pace}, {size} gave {pace}.|"
    "Our `{module}` service {verb} the {object} before {area} asks for it, which hides {noun} up to {size}.|"
    "The {thing} documents a limit of {size}; in {area} we met it at {size} – after {3-80} days.|"
    "Between {month} and {month} the share of {adjective} {object} errors in {area} moved from {5-9} % to {1-4} %.|"
    "Ein {adjective} {object} in {area} braucht {pace}, obwohl `{ident}` auf {2-64} steht.|"
    "**{noun}** was measured with {size} over {2-21} days; the spread between runs was {1-12} %.|"
    "If {actor} and {actor} share one {thing}, the {adjective} {object} is written {2-30} times → {noun} ×{2-9}.|"
    "Nothing in `{module}/{ident}.py` assumes a {thing}; for {2-18} months {area} keeps its {adjective} {object}.|"
    "~~{size}~~ {size} is the honest figure for {area}: the first run had counted each {adjective} {object} twice.|"
    "{actor} asked for {noun} below {pace}, see <https://example.org/{module}/{100-9999}>.",
    "point": "{noun} for {actor}: {pace}|`{module}.{ident}` {verb} the {adjective} {object}|"
    "{size} per {object}, {1-99} % of {area}|"
    "the {adjective} {object} of {actor} {verb} {size}|a {thing} beside the {thing} in {area}|"
    "{month}: {noun} {2-60} % up, {noun} {2-60} % down|**{thing}**: {noun} within {pace} at {size}",
    "problem": "the {thing} {verb} a {adjective} {object} of {actor}|no {thing} accepts {size} of {object} data yet|"
    "{noun} of the {adjective} {object} is {2-9} times the budget of {area}|"
    "`{module}` still pins the {object} format of {month}",
    "event": "{area} holds more than {size}|{noun} stays above {pace} for {2-9} weeks|"
    "{actor} asks for a {adjective} {object}|"
    "a second {thing} appears in {area}|the {thing} learns to keep a {adjective} {object}|"
    "{noun} of the {object} passes {15-90} %",
    "task": "{noun} at {size} measured|a {adjective} {object} shown to {actor}|"
    "`{ident}` explained to {actor} and set to {2-99}",
    "topic": "{adjective} {object} handling in {area}|a {thing} for {area}|one {thing} instead of a {thing}|"
    "{noun} of {area}|where the {object} of {area} lives|{thing} “light” – {noun} & {object}|"
    "Größe des {object} in {area}|a {thing}: {noun} or {noun}?",
}  # fmt: skip
RULES = {name: tuple(text.split("|")) for name, text in WORDS.items()}

FENCES = {
    "python": "def {ident}({object}_count: int) -> int:\n    # {noun}\n    return max({2-99}, {object}_count // {2-9})",
    "sql": "SELECT {object}, count(*) AS {ident}\nFROM {module}_{object}\nWHERE {ident} > {2-900}\nGROUP BY 1;",
    "yaml": "{module}:\n  {ident}: {2-99}\n  {ident}_max: {100-999}\n  mode: {adjective}",
    "json": '{\n  "{module}": {"{ident}": {2-99}, "mode": "{adjective}"}\n}',
    "toml": '[{module}]\n{ident} = {2-99}\nnote = "{noun}"',
    "bash": "for run in 1 2 3; do\n  ./{module} --{ident}={2-99} | tee run-$run.log  # {pace}\ndone",
    "javascript": "const {ident} = ({object}) => {object}.filter((x) => x < {2-99});\n// {noun}",
    "rust": "fn {ident}(n: u64) -> Option<u64> {\n    n.checked_mul({2-99}) // {noun}\n}",
    "diff": "-{ident} = {2-99}\n+{ident} = {100-999}\n {module} = on",
    "": "{module}  {size}  {pace}\n{module}  {size}  {pace}",
}


def say(rng: Random, rule: str) -> str:
    """One random text of a rule, its slots filled; `{2-90}` is a number from that range."""
    return fill(rng, rng.choice(RULES[rule]))


def fill(rng: Random, form: str) -> str:
    """The form with every slot replaced by what its rule says."""

    def slot(match: re.Match[str]) -> str:
        if limits := RANGE.fullmatch(match[1]):
            return str(rng.randint(int(limits[1]), int(limits[2])))
        return say(rng, match[1])

    return ARTICLE.sub(r"\1n ", SLOT.sub(slot, form))
