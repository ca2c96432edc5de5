"""Words composed ahead: the same as if it had been known where their links lead."""

from dataclasses import replace

import pytest

from adr_gen import reading
from adr_gen.generate.composition import compose
from adr_gen.markdown import parse
from adr_gen.render import record_text as render
from adr_gen.sources import Source
from tests import ROOT, SHARED
from tests.support.pipeline import ADOPTED

OWN = sorted((ROOT / "docs/research").glob("*.md"))
CORPUS = sorted((SHARED / "corpus").glob("[0-9]*.md"))
LINKED = """# Which queue

Decided: [the cache](cache.md), see <a href="../x y.md">it</a> and [the cache](cache.md) again.

## Recommendation: REJECT, see [why](why.md#because)

**Blockers:**

- [Nobody](nobody.md) has run one, `[code](code.md)` aside.

Revisit this when [the cache](cache.md) is full.

[1]: <defined here.md>
"""


TEXTS = {"every form of link": LINKED} | {path.stem: path.read_text(encoding="utf-8-sig") for path in (*OWN, *CORPUS)}


def changed(target: str) -> str | None:
    return None if target.startswith("why") else f"../moved/{target}"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_links_filled_in_later_are_as_if_known_from_the_start(text: str) -> None:
    source, document = Source("research/a.md", text), parse(text)
    findings = reading.read(document)
    verdict = findings.verdict or ADOPTED
    findings = replace(findings, verdict=verdict)
    words = compose(source, document, findings)
    record = replace(words.content.record, verdict=verdict.line or verdict.status.capitalize())
    assert words.linked(changed) == render.content(document, findings, record, changed)


def test_a_link_that_stands_twice_is_one_target() -> None:
    document = parse(LINKED)
    words = compose(Source("research/a.md", LINKED), document, reading.read(document))
    assert words.targets.count("cache.md") == 1
    assert set(words.targets) >= {"cache.md", "../x y.md", "why.md#because", "nobody.md", "defined here.md"}
    assert "code.md" not in words.targets
