"""The tokens of conditions: what is understood, what is refused and where, and how several in one sentence combine."""

import pickle
from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adr_gen.checks import KINDS, Check, TokenError, kind_of, parse, tokens
from adr_gen.checks.base import OPERATORS, Bound
from adr_gen.checks.kinds.adr import Decided
from adr_gen.checks.kinds.calendar import UNITS, After, Day, NotBefore
from adr_gen.checks.kinds.dependency import Depends
from adr_gen.checks.kinds.eol import EndOfLife
from adr_gen.checks.kinds.file import Files
from adr_gen.checks.kinds.issue import Issue
from adr_gen.checks.kinds.manual_reading import Threshold
from adr_gen.checks.kinds.release import Release
from adr_gen.checks.kinds.repository import Repository
from adr_gen.model import STATUSES, Trigger
from adr_gen.revisit.combined_checks import CombinedChecks, Fault, combined

UNDERSTOOD = {
    "2027-03-01": Day("2027-03-01"),
    "2027-Q2": Day("2027-Q2"),
    "after 6 months": After(6, "month"),
    "after 1 year": After(1, "year"),
    "not before 2027-03-01": NotBefore("2027-03-01"),
    "pypi:mkdocs >= 2": Release("pypi", "mkdocs", ">= 2"),
    "npm:@scope/pkg >= 3": Release("npm", "@scope/pkg", ">= 3"),
    "github:owner/repo >= 2": Release("github", "owner/repo", ">= 2"),
    "issue:owner/repo#12 closed": Issue("owner/repo", 12),
    "https://github.com/owner/repo/issues/12": Issue("owner/repo", 12),
    "https://github.com/owner/repo/pull/7": Issue("owner/repo", 7),
    "eol:python/3.11": EndOfLife("python", "3.11"),
    "repo:owner/name archived": Repository("owner/name"),
    "repo:owner/name quiet for 12 months": Repository("owner/name", After(12, "month")),
    "dep:redis": Depends("redis"),
    "dep:npm/react >= 19": Depends("react", "npm", ">= 19"),
    "dep:@scope/pkg": Depends("@scope/pkg"),
    "dep:github.com/pkg/errors": Depends("github.com/pkg/errors"),
    "dep:go/github.com/pkg/errors >= 1": Depends("github.com/pkg/errors", "go", ">= 1"),
    "not dep:moment": Depends("moment", negated=True),
    "not dep:pypi/flask < 3": Depends("flask", "pypi", "< 3", negated=True),
    "file:src/**/*.sql count >= 20": Files("src/**/*.sql", "count", Bound(">=", 20)),
    "file:docs/an api.md exists": Files("docs/an api.md", "exists"),
    "file:pyproject.toml contains redis >= 5": Files("pyproject.toml", "contains", search_text="redis >= 5"),
    "file:src/app.py lines > 800": Files("src/app.py", "lines", Bound(">", 800)),
    "adr:12 accepted": Decided(12, "accepted"),
    "reading:monthly-users > 400": Threshold("monthly-users", Bound(">", 400)),
    "reading:error.rate <= 0.5": Threshold("error.rate", Bound("<=", 0.5)),
}

REFUSED = {
    "2027-02-30": (1, "a day that the calendar has (YYYY-MM-DD, YYYY-Q1 to YYYY-Q4)"),
    "2027-Q5": (1, "a day that the calendar has (YYYY-MM-DD, YYYY-Q1 to YYYY-Q4)"),
    "2027-03-01 or so": (12, "nothing more"),
    "after some months": (7, "a number from 1 to 9999"),
    "after 0 days": (7, "a number from 1 to 9999"),
    "after 2027-01-31": (7, "a number from 1 to 9999; a day stands alone, `2027-01-31`"),
    "after 2027-Q2": (7, "a number from 1 to 9999; a day stands alone, `2027-Q2`"),
    "after 6 moons": (9, "days, weeks, months, quarters or years"),
    "not before summer": (12, "a date such as 2027-03-01, or a quarter such as 2027-Q2"),
    "pypi:": (6, "a package name"),
    "pypi:mkdocs": (12, "a range such as >= 2"),
    "github:mkdocs >= 2": (8, "owner/repo"),
    "issue:owner/repo closed": (7, "owner/repo#12"),
    "issue:owner/repo#12": (20, "the word closed"),
    "issue:owner/repo#12 fixed": (21, "the word closed"),
    "eol:python": (5, "product/cycle such as python/3.11"),
    "file:/etc/passwd exists": (6, "a path inside the project, from its root"),
    "file:../secret exists": (6, "a path inside the project, from its root"),
    "file:src/app.py": (6, "a path or glob, then exists, count, contains, lines"),
    "file:src/*.py count": (20, "one of >= <= == != > <"),
    "file:src/*.py count >= many": (24, "a number"),
    "file:a contains": (16, "the words to look for"),
    "adr:x accepted": (5, "a record's number"),
    "adr:12 done": (8, "one of proposed, accepted, rejected, deferred, deprecated, superseded"),
    "reading:users 400": (15, "one of >= <= == != > <"),
    "repo:owner archived": (6, "owner/name"),
    "repo:owner/name": (16, "archived, or quiet for and a time such as 12 months"),
    "repo:owner/name quiet": (17, "archived, or quiet for and a time such as 12 months"),
    "repo:owner/name quiet for years": (27, "a number from 1 to 9999"),
    "repo:owner/name quiet for 2 years or so": (35, "nothing more"),
    "mood:good": (
        1,
        "a date (2027-03-01, 2027-Q2), after , not before , pypi:, npm:, github:, cargo:, go:, maven:, nuget:, gem:, issue:, eol:, repo:, dep:, not dep:, file:, adr:, reading:",
    ),
}


@pytest.mark.parametrize("token", UNDERSTOOD)
def test_a_token_is_understood_and_printed_so_that_it_is_understood_again(token: str) -> None:
    check = parse(token)
    assert check == UNDERSTOOD[token]
    assert parse(str(check)) == check
    assert kind_of(token) == check.kind


@pytest.mark.parametrize("token", REFUSED)
def test_a_mistake_is_named_with_its_column_and_what_is_legal_there(token: str) -> None:
    with pytest.raises(TokenError) as refused:
        parse(token)
    assert (refused.value.at + 1, refused.value.legal) == REFUSED[token]
    assert f"`{token}` is not understood at column {refused.value.at + 1} (" in str(refused.value)


def test_every_kind_shows_examples_that_it_understands() -> None:
    for kind in KINDS:
        assert kind.examples
        for example in kind.examples:
            assert isinstance(parse(example), kind)
            assert str(parse(example)) == example


names = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
bounds = st.builds(
    Bound, st.sampled_from(OPERATORS.split("|")), st.integers(-999, 10**6).map(float) | st.floats(-1e4, 1e4, width=16)
)
written_days = st.dates(date(2000, 1, 1), date(2199, 12, 31)).map(date.isoformat) | st.from_regex(
    r"20\d\d-Q[1-4]", fullmatch=True
)
paths = st.lists(st.sampled_from(["src", "a b", "**", "*.py", "x-1", "[ab]?"]), min_size=1, max_size=4).map("/".join)
checks = st.one_of(
    st.builds(Day, written_days),
    st.builds(NotBefore, written_days),
    st.builds(After, st.integers(1, 9999), st.sampled_from(UNITS)),
    st.builds(Release, st.sampled_from(["pypi", "npm"]), names, st.just(">= 2")),
    st.builds(Release, st.just("github"), st.builds("{}/{}".format, names, names), st.just(">= 2.1")),
    st.builds(Issue, st.builds("{}/{}".format, names, names), st.integers(1, 10**8)),
    st.builds(EndOfLife, names, st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2})?", fullmatch=True)),
    st.builds(Repository, st.builds("{}/{}".format, names, names)),
    st.builds(
        Repository,
        st.builds("{}/{}".format, names, names),
        st.builds(After, st.integers(1, 9999), st.sampled_from(UNITS)),
    ),
    st.builds(Depends, names, st.sampled_from(["", "pypi", "npm"]), st.sampled_from(["", ">= 2"]), st.booleans()),
    st.builds(Files, paths, st.sampled_from(["count", "lines"]), bounds),
    st.builds(Files, paths, st.just("exists")),
    st.builds(Files, paths, st.just("contains"), st.none(), names),
    st.builds(Decided, st.integers(1, 10**8), st.sampled_from(STATUSES)),
    st.builds(Threshold, names, bounds),
)


@given(checks)
def test_what_a_check_prints_is_the_check(check: Check) -> None:
    assert parse(str(check)) == check
    assert tokens(f"We wait for `{check}` to hold.") == (str(check),)


@given(
    st.sampled_from(["", *(word for kind in KINDS for word in kind.prefixes)]),
    st.text(st.sampled_from("pypi:2027-Q1 after#/>=.@*closed[]\\é "), max_size=30),
)
def test_no_text_breaks_the_parser(word: str, rest: str) -> None:
    text = word + rest
    try:
        printed = str(parse(text))
    except TokenError as error:
        place = error.at
    else:
        assert parse(printed) == parse(text)
        return
    assert 0 <= place <= len(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("when `pypi:mkdocs >= 2` or `2027-Q2`", ("pypi:mkdocs >= 2", "2027-Q2")),
        ("when ``after 6 months`` pass", ()),
        ("use ``node:test`` and ``` file:x exists ``` once `2027-Q2`", ("2027-Q2",)),
        ("as `` `2027-Q1` `` says, ``https://github.com/o/r/issues/1``, or ` 2027-Q2 `", ("2027-Q2",)),
        ("an open `` and `2027-Q2`", ("2027-Q2",)),
        ("see https://github.com/owner/repo/issues/12#issuecomment-3.", ("https://github.com/owner/repo/issues/12",)),
        ("[the fix](https://github.com/owner/repo/pull/7)", ("https://github.com/owner/repo/pull/7",)),
        ("once `mood:good` and `pypi: mkdocs >= 2`", ("mood:good", "pypi: mkdocs >= 2")),
        ("`std::vector`, `https://example.org`, `key: value`, `src/app.py`, `2027`, `x >= 2`", ()),
        ("pypi:mkdocs >= 2 without backticks", ()),
        ("twice `2027-Q2`, `2027-Q2`", ("2027-Q2",)),
    ],
)
def test_what_begins_like_a_check_in_backticks_is_meant_as_one(sentence: str, expected: tuple[str, ...]) -> None:
    assert tokens(sentence) == expected


def says(sentence: str) -> CombinedChecks:
    return combined(Trigger(sentence, sentence, check=tokens(sentence)))


A, B, FLOOR = parse("pypi:a >= 1"), parse("npm:b >= 2"), NotBefore("2027-03-01")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("once `pypi:a >= 1`", CombinedChecks((A,))),
        ("once `pypi:a >= 1` or `npm:b >= 2`", CombinedChecks((A, B))),
        ("once `pypi:a >= 1`, `npm:b >= 2`", CombinedChecks((A, B))),
        ("once `pypi:a >= 1` ships and `npm:b >= 2` does", CombinedChecks((A, B), together=True)),
        ("sobald `pypi:a >= 1` und `npm:b >= 2`", CombinedChecks((A, B), together=True)),
        ("`not before 2027-03-01`, once `pypi:a >= 1`", CombinedChecks((A,), floors=(FLOOR,))),
        ("once `pypi:a >= 1` and `not before 2027-03-01`", CombinedChecks((A,), floors=(FLOOR,))),
        ("`not before 2027-03-01`", CombinedChecks((FLOOR,))),
        ("`not before 2027-03-01`, when a customer asks", CombinedChecks(floors=(FLOOR,))),
        ("a customer asks, `not before 2027-03-01`", CombinedChecks(floors=(FLOOR,))),
        (
            "`not before 2027-03-01` (`not before 2027-Q3`)",
            CombinedChecks((FLOOR, NotBefore("2027-Q3")), together=True),
        ),
        ("this and that or `pypi:a >= 1`", CombinedChecks((A,))),
        ("closed: `issue:o/r#1 closed` (https://github.com/o/r/issues/1)", CombinedChecks((Issue("o/r", 1),))),
        (
            "`pypi:a >= 1` and `npm:b >= 2` or `2027-Q1`",
            CombinedChecks(
                (A, B, Day("2027-Q1")),
                together=True,
                faults=(
                    Fault(
                        "ADR404",
                        "'and' and 'or' between checks can be read in two ways; use one of them, or write two list items",
                    ),
                ),
            ),
        ),
    ],
)
def test_checks_in_one_sentence_combine_as_the_words_between_them_say(sentence: str, expected: CombinedChecks) -> None:
    assert says(sentence) == expected


def test_a_trigger_keeps_what_its_tokens_say_and_neither_stores_nor_compares_it() -> None:
    asked = Trigger("both", "Both `pypi:mkdocs >= 2` and `file:x exists`.", check=("pypi:mkdocs >= 2", "file:x exists"))
    same, fields = replace(asked), asdict(asked)
    parsed = combined(asked)
    assert combined(asked) is parsed
    assert (parsed.together, [str(check) for check in parsed.checks]) == (True, list(asked.check))
    assert (asked, asdict(asked), pickle.loads(pickle.dumps(asked))) == (same, fields, same)
    assert combined(replace(asked, check=("file:x exists",))) != parsed
