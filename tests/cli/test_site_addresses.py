"""Links from the root of the site to records."""

from collections.abc import Callable
from pathlib import Path

from tests.support.helpers import run
from tests.support.renumber_research import contents, records_by_path, renumber_lines

ABSOLUTE = """
=== mkdocs.yml
site_name: Log
theme: {name: material, font: false}
plugins: [search, adr-gen]
=== docs/index.md
# Home
=== docs/decisions/0023-old.md
# 23. Old

Status: accepted
=== docs/decisions/0024-new.md
# 24. New

- Status: accepted
- Supersedes [the old one](/adr/23)

See [it](/adr/23#status), [it](/decisions/0023-old/), [it](/docs/decisions/0023-old.md), [none](/guide/23), [none](/adr/9).
"""


def test_a_link_from_the_root_of_a_site_leads_to_its_record(project: Callable[[str], Path]) -> None:
    root = project(ABSOLUTE)
    assert {path: one["status"] for path, one in records_by_path(root).items()} == {
        "0023-old.md": "superseded",
        "0024-new.md": "accepted",
    }
    problems = [line.partition("ADR302 ")[2] for line in run(root, "check").stderr.splitlines() if "ADR302" in line]
    assert [line.partition(" leads")[0] for line in problems] == ["link to '/adr/9'", "link to '/guide/23'"]
    assert run(root, "export", root / "out").returncode == 0
    page = next((root / "out").rglob("*0024-new*/index.md"), None) or next((root / "out").rglob("0024-new.md"))
    body = page.read_text(encoding="utf-8")
    assert body.count('0023-old/#status"') == 1
    assert body.count('0023-old/"') >= 2


def test_renumber_mends_addresses_of_the_site(project: Callable[[str], Path]) -> None:
    root = project(ABSOLUTE)
    renumber_lines(root, "23", "30")
    after = contents(root)["docs/decisions/0024-new.md"]
    assert "[the old one](/adr/30)" in after
    assert "[it](/adr/30#status)" in after
    assert "[none](/guide/23)" in after
    assert records_by_path(root)["0030-old.md"]["superseded_by"] == [24]
