"""The command line knows the site as the build does, from whichever files and variables its settings come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from adr_gen.site_settings import SiteSettings
from tests.support.helpers import build, put, run

Make = Callable[[str], Path]
SITE = "site_name: S\ntheme: {name: material, font: false}\n"
PLUGINS = "plugins: [search, adr-gen]\n"
NAMES = ("0001-index", "0002-cache")
LOG = """
=== docs/index.md
# Home
=== docs/decisions/0002-cache.md
# Cache pages

* Status: accepted
* Date: 2026-04-02
"""


@pytest.mark.parametrize(
    ("files", "options", "env", "folders"),
    [
        ({"mkdocs.yml": SITE + PLUGINS}, (), {}, True),
        ({"mkdocs.yml": SITE + PLUGINS + "use_directory_urls: false\n"}, (), {}, False),
        ({"mkdocs.yaml": SITE + PLUGINS + "use_directory_urls: false\n"}, (), {}, False),
        ({"mkdocs.yml": SITE + PLUGINS, "mkdocs.yaml": "use_directory_urls: false\n"}, (), {}, True),
        (
            {"mkdocs.yml": "INHERIT: conf/base.yml\n", "conf/base.yml": SITE + PLUGINS + "use_directory_urls: false\n"},
            (),
            {},
            False,
        ),
        (
            {
                "mkdocs.yml": "INHERIT: a.yml\nuse_directory_urls: true\n",
                "a.yml": "INHERIT: b.yml\n",
                "b.yml": SITE + PLUGINS + "use_directory_urls: false\n",
            },
            (),
            {},
            True,
        ),
        ({"mkdocs.yml": SITE + PLUGINS + "use_directory_urls: !ENV [FOLDERS, false]\n"}, (), {}, False),
        (
            {"mkdocs.yml": SITE + PLUGINS + "use_directory_urls: !ENV [FOLDERS, true]\n"},
            (),
            {"FOLDERS": "false"},
            False,
        ),
        ({"mkdocs.yml": SITE + PLUGINS + "use_directory_urls: !ENV FOLDERS\n"}, (), {}, True),
        ({"mkdocs.yml": SITE + "plugins: [search, offline, adr-gen]\n"}, (), {}, False),
        ({"mkdocs.yml": SITE + "plugins:\n  offline: {}\n  adr-gen: {}\n"}, (), {}, False),
        (
            {
                "mkdocs.yml": SITE
                + "plugins:\n- search\n- adr-gen\n- material/offline:\n    enabled: !ENV [OFFLINE, false]\n"
            },
            (),
            {},
            True,
        ),
        (
            {"mkdocs.yml": SITE + "plugins:\n- adr-gen\n- material/offline:\n    enabled: !ENV [OFFLINE, false]\n"},
            (),
            {"OFFLINE": "true"},
            False,
        ),
        ({"mkdocs.yml": SITE + PLUGINS}, ("--no-directory-urls",), {}, False),
        (
            {"mkdocs.yml": SITE + PLUGINS + "use_directory_urls: false\n"},
            ("--use-directory-urls",),
            {},
            True,
        ),
    ],
)
def test_a_records_address_is_the_one_that_the_build_gives_it(
    files: dict[str, str], options: tuple[str, ...], env: dict[str, str], folders: bool, project: Make
) -> None:
    root = project(LOG)
    for path, text in files.items():
        put(root, path, text)
    done = build(root, *options, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    listed, shown = (json.loads(run(root, *c, "--json", *options, **env).stdout) for c in (["list"], ["show", "2"]))
    published = json.loads((root / "site/decisions.json").read_text(encoding="utf-8"))["records"]
    assert listed[0]["url"] == shown["url"] == published[0]["url"]
    assert published[0]["url"] == ("decisions/0002-cache/" if folders else "decisions/0002-cache.html")
    assert run(root, "export", "out", *options, **env).returncode == 0
    made = root / "out/decisions" / ("0002-cache/index.md" if folders else "0002-cache.md")
    assert made.is_file()


def test_the_forge_and_the_sites_address_may_be_inherited(project: Make) -> None:
    root = project(LOG)
    put(root, "base.yml", "repo_url: !ENV [FORGE, https://github.com/example/shop]\nsite_url: https://example.org/s/\n")
    put(root, "mkdocs.yml", "INHERIT: base.yml\n")
    put(root, "docs/decisions/0003-x.md", "# X\n\n* Status: rejected\n\n## Revisit when\n\n* `2026-01-01`\n")
    done = run(root, "revisit", "--notify", "github", "--dry-run", "--as-of", "2026-05-01")
    assert "example/shop" in done.stdout + done.stderr
    assert "is not known" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "INHERIT: mkdocs.yml\n",
        "INHERIT: gone.yml\n",
        "INHERIT: [x]\n",
        "INHERIT: docs\n",
        "- a\n- INHERIT\n",
        "7\n",
        "a: [\n",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "site_name: !!python/object/apply:os.mkdir [made]\n",
    ],
)
def test_settings_that_cannot_be_read_run_nothing_and_stop_nothing(text: str, project: Make) -> None:
    root = project(LOG)
    put(root, "mkdocs.yml", text)
    done = run(root, "list", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["url"] == "decisions/0002-cache/"
    assert not (root / "made").exists()


def test_tags_for_objects_are_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    put(tmp_path, "mkdocs.yml", "docs_dir: handbook\nx: !!python/name:os.system\ny: !relative $docs_dir\nz: !what 1\n")
    engine = SiteSettings(tmp_path)
    assert engine.settings == {"docs_dir": "handbook", "x": None, "y": None, "z": None}
    assert engine.docs == "handbook"


def test_the_theme_marks_the_statuses_that_the_site_names(project: Make) -> None:
    root = project(
        f"=== mkdocs.yml\n{SITE}{PLUGINS}extra: {{status: {{superseded: Another took its place, odd: 1}}}}\n{LOG}\n"
        "* Supersedes [ADR-0001](0001-index.md)\n"
        "=== docs/decisions/0001-index.md\n# Index pages\n\n* Status: accepted\n* Date: 2026-04-01\n"
        "=== docs/decisions/index.md\n# Decisions\n"
    )
    build(root, "--strict")
    pages = {name: (root / "site/decisions" / name / "index.html").read_text(encoding="utf-8") for name in NAMES}
    marks = {
        name: page.count('<span class="md-status md-status--superseded" title="Another took')
        for name, page in pages.items()
    }
    assert (marks["0001-index"] > 0, marks["0002-cache"]) == (True, marks["0001-index"])
    assert "md-status--accepted" not in "".join(pages.values())
