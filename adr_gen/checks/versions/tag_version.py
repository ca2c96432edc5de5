"""The version in the name of a tag; projects write it in many ways, and what is not sure is never guessed."""

import re
from dataclasses import dataclass

FINAL = r"final|ga|rtm|release|stable|lts|sp\d*|pl?\d+|(?:post|hotfix)[.-]?\d*"
"""Words behind the numbers of a finished release; `p1`, `sp1`, `post1` and `hotfix.1` are patches of it."""
EARLY = (
    r"alpha|beta|rc|cr|pre|preview|prerelease|dev|devel|snapshot|nightly|canary|next|milestone|ea|eap|test|testing|"
    r"experimental|insiders?|unstable|edge|wip|draft|candidate|(?:[abcm](?=\d))"
)
"""Words behind the numbers of what comes before a release; a single letter only with a number of its own."""
NUMBERS = r"\d{1,4}(?:(?P<sep>[._-])\d{1,9}(?:(?P=sep)\d{1,9}){0,4})?(?!\d)"


@dataclass(frozen=True, slots=True)
class TagVersion:
    """What a tag says."""

    number: str
    """Its numbers, joined by points; empty if it names no version of this repository."""
    stable: bool | None
    """Whether it is a finished release; None if that cannot be told."""


UNREAD = TagVersion("", None)


def read(tag: str, repository: str, prefix: str = "") -> TagVersion:
    """The version in a tag of `owner/repo` behind a `prefix`, else behind words that every release of it may bear.

    These are `v`, words for release and the repository's own name; another package's name may not stand there.
    """
    before = re.escape(prefix) + r"v?" if prefix else _before(repository)
    named = re.match(rf"{before}(?P<number>{NUMBERS})(?P<rest>.*)", tag, re.IGNORECASE | re.ASCII)
    if not named:
        return UNREAD
    return TagVersion(re.sub(r"[_-]", ".", named["number"]), _finished(named["rest"]))


def _before(repository: str) -> str:
    """What may stand before the version."""
    owner, own = map(re.escape, repository.split("/", 1))
    own = re.sub(r"((?:\\-|_|\\\.)(?:src|source|server|project|repo))\Z", r"(?:\1)?", own)  # php-src is php
    apart = r"[-_/@ ]" if repository[-1].isdigit() else r"[-_/@. ]?"  # lua5.4 is no version 4 of lua5
    prefix = rf"(?:{owner}[-_/]{own}|{own}){apart}|(?:{own}[-_])?(?:releases?|rel|version|ver)[-_/@. ]?"
    return rf"(?:{prefix}){{0,3}}(?:[vrn][._-]?)?"


def _finished(rest: str) -> bool | None:
    """What stands behind the numbers, if it says so; a `+build` is the same release."""
    suffix, build, _ = rest.partition("+")
    if re.fullmatch(rf"(?:[._ -]*(?:{FINAL}))?", suffix, re.IGNORECASE):
        return True
    early = re.match(rf"[._ ~-]*(?:{EARLY})(?![a-z])", suffix or build, re.IGNORECASE)
    return False if early else None
