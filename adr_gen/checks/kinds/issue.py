"""Checks of an issue or pull request on GitHub: closed or merged, with the reason, and the release that has it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Self
from urllib.parse import quote

from ...counts import count
from ...model import Kind, Observation
from .. import service_response
from ..base import Check, Scanner, Unavailable, Web, World, observation, observation_since
from ..github_lists import Tagged, releases

URL = r"https?://github\.com/(?P<owner>[\w-]+)/(?P<repo>[\w.-]+)/(?:issues|pull)/(?P<number>\d{1,9}(?!\d))"

REASONS = {"completed": "as completed", "not_planned": "as not planned", "duplicate": "as a duplicate"}
CLICK = timedelta(minutes=2)
"""Longest time in which GitHub closes the issues of a pull request that is merged."""
COMPARED = 4
"""How many releases after a merge are asked whether they have it, the first ones."""


@dataclass(frozen=True, slots=True)
class Issue(Check):
    """`issue:owner/repo#12 closed`, or the address of the issue or pull request."""

    repository: str
    """owner/repo."""
    number: int
    kind: ClassVar[Kind] = "issue"
    prefixes: ClassVar[tuple[str, ...]] = ("issue:",)
    examples: ClassVar[tuple[str, ...]] = ("issue:owner/repo#12 closed",)
    online: ClassVar[bool] = True

    @classmethod
    def begins(cls, token: str) -> bool:
        """Whether a token is an issue, or the address of one."""
        return token.startswith(cls.prefixes) or re.match(URL, token) is not None

    @classmethod
    def parse(cls, text: Scanner) -> Self:
        """A repository, a number and the word closed; or an address."""
        if address := re.fullmatch(URL, text.token):
            text.at = len(text.token)
            return cls(f"{address['owner']}/{address['repo']}", int(address["number"]))
        text.take("issue:", "issue:")
        repository = text.take(r"[\w-]+/[\w.-]+(?=#)", "owner/repo#12", apart=False)
        number = text.take(r"#\d{1,9}", "owner/repo#12", apart=False)
        text.take(r"closed(?!\w)", "the word closed")
        return cls(repository, int(number[1:]))

    def __str__(self) -> str:
        return f"issue:{self.repository}#{self.number} closed"

    @property
    def subject(self) -> str:
        """The issue."""
        return f"issue:{self.repository}#{self.number}"

    def observe(self, world: World, decided: date | None) -> Observation:
        """Whether it is closed or merged, why, and in which release; closed does not mean mended."""
        web = world.online()
        # GitHub answers for pull requests here too, so a token need not say which it is
        data = web.json("github", f"repos/{self.repository}/issues/{self.number}")
        state, page = service_response.get(data, "state", str), service_response.address(data, "html_url")
        if state == "open":
            return observation("waiting", world, f"{self._name} is open, {page}")
        closed = service_response.day(data, "closed_at")
        if state != "closed" or closed is None:
            raise Unavailable(f"answered that {self._name} is neither open nor closed on a day")
        pull = service_response.maybe(data, "pull_request", dict)
        merged = service_response.day(pull, "merged_at") if pull else None
        end = f"merged on {merged}" if merged else f"closed {_why(data, pull)} on {closed}"
        end += _who(data) + ("" if pull else self._with(web, service_response.get(data, "closed_at", str)))
        evidence = f"{self._name} was {end}; {self._release(web, merged, closed)}, {page}"
        return observation_since(merged or closed, world, evidence)

    @property
    def _name(self) -> str:
        return f"{self.repository}#{self.number}"

    def _with(self, web: Web, closed: str) -> str:
        """The pull request that was merged when the issue was closed, if one refers to it; else nothing."""
        try:
            rows = service_response.objects(
                web.json("github", f"repos/{self.repository}/issues/{self.number}/timeline?per_page=100")
            )
            sources = (
                service_response.maybe(row, "source", dict) for row in rows if row.get("event") == "cross-referenced"
            )
            issues = (service_response.maybe(source, "issue", dict) for source in sources if source)
            for issue in filter(None, issues):
                pull = service_response.maybe(issue, "pull_request", dict)
                if pull and _together(service_response.maybe(pull, "merged_at", str), closed):
                    return f", with {service_response.address(issue, 'html_url')}"
        except Unavailable:
            return ""
        return ""

    def _release(self, web: Web, merged: str | None, closed: str) -> str:
        """Which release has what was merged, or came first after the closing; in words, also when it cannot be told."""
        try:
            listed = next(releases(web, self.repository))
            later = sorted((r for r in listed if r.day >= (merged or closed)), key=lambda release: release.day)
            return self._with_commit(web, later) if merged else _first(later)
        except Unavailable as reason:
            return f"its release could not be looked up: {reason}"

    def _with_commit(self, web: Web, later: list[Tagged]) -> str:
        commit = service_response.get(
            web.json("github", f"repos/{self.repository}/pulls/{self.number}"), "merge_commit_sha", str
        )
        if not re.fullmatch(r"[0-9a-f]{7,64}", commit):
            raise Unavailable("answered with a `merge_commit_sha` that is none")
        # each comparison is a request of its own
        for release in later[:COMPARED]:
            data = web.json(
                "github", f"repos/{self.repository}/compare/{quote(release.tag, safe='')}...{commit}?per_page=1"
            )
            if service_response.get(data, "status", str) in ("behind", "identical"):
                return f"it is in release {release}"
        if not later:
            return "no release since"
        which = f"first {COMPARED} of " if len(later) > COMPARED else ""
        return f"not in the {which}{count(len(later), 'release')} since"


def _why(data: Any, pull: dict[str, Any] | None) -> str:
    """Why it was closed, as GitHub says it."""
    reason = service_response.maybe(data, "state_reason", str)
    return "without merging" if pull else REASONS.get(reason or "", "without a reason")


def _who(data: Any) -> str:
    """Who closed it, if GitHub says so."""
    person = service_response.maybe(data, "closed_by", dict)
    name = service_response.maybe(person, "login", str) if person else None
    return f" by {name}" if name else ""


def _together(merged: str | None, closed: str) -> bool:
    """Whether two time stamps are those of one click."""
    try:
        return merged is not None and abs(datetime.fromisoformat(merged) - datetime.fromisoformat(closed)) < CLICK
    except (ValueError, TypeError):
        return False


def _first(later: list[Tagged]) -> str:
    return f"first release after it: {later[0]}" if later else "no release since"
