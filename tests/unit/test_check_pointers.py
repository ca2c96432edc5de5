"""The address of an issue beside a check tells more of it, where it stands in brackets or behind "see": it is no check then."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

CHECK, ISSUE, OTHER = "pypi:x >= 2", "https://github.com/a/b/issues/3", "https://github.com/a/b/pull/4"


def checks(words: str) -> list[tuple[str, ...]]:
    """The checks of each condition of a sentence."""
    sentence = words.format(check=f"`{CHECK}`", issue=ISSUE, other=OTHER)
    text = f"---\ndecision: defer\n---\n# T\n\n## Notes\n\n{sentence}\n"
    return [trigger.check for trigger in reading.read(parse(text)).conditions.triggers]


@pytest.mark.parametrize(
    "words",
    [
        "Revisit when {check} (see also {issue}).",
        "Revisit when {check} ({issue}).",
        "Revisit when {check} ([#3]({issue})).",
        "Revisit when {check} (tracked in [the issue](<{issue}>) and {other}).",
        "Revisit when {check}, see {issue}.",
        "Revisit when {check}, see [#3]({issue}) and {other}.",
        "Revisit when {check} – cf. {issue}.",
        "Revisit when {check}. See {issue}.",
        "Revisit when {check}, which fixes {issue}.",
        "Erneut prüfen, wenn {check} (siehe auch {issue}).",
        "Erneut prüfen, wenn {check}, siehe {issue}.",
        "À réexaminer quand {check}, voir {issue}.",
        "Reconsiderar cuando {check}, véase {issue}.",
        "Reconsiderar quando {check}, ver também {issue}.",
        "Da rivedere quando {check}, vedi {issue}.",
        "Пересмотреть, когда {check}, см. {issue}.",
        "当 {check}（参见 {issue}）时重新评估。",
        "{check}（参照 {issue}）になったら再検討する。",
    ],
)
def test_an_address_that_only_points_is_no_check(words: str) -> None:
    assert checks(words) == [(CHECK,)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Revisit when {check} or {issue} is closed.", [(CHECK,), (ISSUE,)]),
        ("Revisit when {check} and [#3]({issue}) is closed.", [(CHECK,), (ISSUE,)]),
        ("Revisit when {check} (or {issue} is closed).", [(CHECK, ISSUE)]),
        ("Revisit when {check} (and [#3]({issue}) is closed).", [(CHECK, ISSUE)]),
        ("Revisit when {check} (the new one) or {issue} is closed.", [(CHECK,), (ISSUE,)]),
        ("Revisit when {check}, see {issue}, or {other} is closed.", [(CHECK,), (OTHER,)]),
        ("Revisit when {check} (see {issue}), or {other} is closed.", [(CHECK,), (OTHER,)]),
        ("Revisit when {check}, or traffic doubles ({issue}).", [(CHECK,), (ISSUE,)]),
        ("Revisit when {check} (see {issue}), or when traffic doubles.", [(CHECK,), ()]),
        ("Revisit when {issue} is closed (see also {other}).", [(ISSUE,)]),
        ("Revisit when the vendor mends it (see also {issue}).", [(ISSUE,)]),
        ("Revisit when {issue} is closed or customers see {check}.", [(ISSUE,), (CHECK,)]),
    ],
)
def test_one_that_is_joined_or_stands_alone_is_a_check(words: str, expected: list[tuple[str, ...]]) -> None:
    assert checks(words) == expected
