"""What the package carries for browsers says the same without what is for us."""

import re
from pathlib import Path

import pytest

import adr_gen.site
from adr_gen.site.browser_files import browser_file

ASSETS = Path(adr_gen.site.__file__).parent / "assets"
_TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`')
_PATTERN = re.compile(r"(?<=[(=])\s?/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/[a-z]*(?=[.,;)\n])")


@pytest.mark.parametrize("name", sorted(p.name for p in ASSETS.glob("*.js")))
def test_a_script_keeps_its_texts_and_patterns_without_comments_and_blanks(name: str) -> None:
    source = re.sub(r"(?m)(?s:^\s*/\*.*?\*/)$|\s+// .*$", "", (ASSETS / name).read_text(encoding="utf-8"))
    travels = browser_file(f"assets/{name}")
    patterns = [pattern.strip() for pattern in _PATTERN.findall(source)]
    assert patterns
    assert [one for one in [*_TEXT.findall(source), *patterns] if one not in travels] == []
    assert "\n " not in travels
    assert re.search(r" (?:=>|===|&&|\?) ", _TEXT.sub("", travels)) is None


def test_a_style_sheet_keeps_its_selectors_and_values_without_comments_and_blanks() -> None:
    source = (ASSETS / "adr-gen.css").read_text(encoding="utf-8")
    travels = browser_file("assets/adr-gen.css")
    assert "".join(re.sub(r"/\*.*?\*/", "", source, flags=re.S).split()).replace(";}", "}") == "".join(travels.split())
