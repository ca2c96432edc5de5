"""The issues of one repository on GitHub: every request that a notice makes."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import quote, urlencode, urlsplit

import requests

from ... import __version__
from ...errors import visible
from ...web.service_client import SECONDS, STRIKES, within
from ...web.service_errors import Refused, of_status
from .client_errors import BROKEN, GitHubError, silence

TIMEOUT = (5, 30)
"""Seconds to connect, and between two parts of an answer."""
PATIENCE = SECONDS - TIMEOUT[0]
"""Seconds that one answer may take as a whole once the connection stands: with it no more than for a check."""
LARGEST = 32_000_000
"""Bytes of the largest answer that is read: a hundred issues of the largest size fit."""
PAGES = 1000
"""Pages of a list that are asked for: one that always names a next page would never end."""


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Without it a login for the host from `.netrc` would be sent."""
    return request


@dataclass
class GitHub:
    """Issues with one label in one repository, and comments; every method may raise GitHubError."""

    api: str
    repository: str
    """owner/repo."""
    label: str = ""
    token: str = field(default="", repr=False)
    permission: str = "issues"
    """What a workflow's job has to be allowed to write."""
    _session: requests.Session = field(default_factory=requests.Session, repr=False)
    _silences: int = 0
    """How many answers in a row did not come."""
    _ended: GitHubError | None = None
    """Why no more requests are made."""
    _labelled: GitHubError | bool = False
    """Whether the label is known to exist, or why it cannot be made."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def issues(self) -> Iterator[dict[str, Any]]:
        """All issues with the label, open or closed; no pull requests."""
        # the oldest first: what is opened while pages are asked for comes last and moves none of the others
        query = {"state": "all", "labels": self.label, "sort": "created", "direction": "asc", "per_page": 100}
        for issue in self._all(f"issues?{urlencode(query)}"):
            if "pull_request" not in issue and self.label.lower() in map(str.lower, _labels(issue)):
                yield issue

    def open(self, title: str, body: str) -> int:
        """Open an issue; returns its number."""
        self._make_label()
        made, _ = self._call("POST", self._url("issues"), {"title": title, "body": body, "labels": [self.label]})
        number = made.get("number") if isinstance(made, dict) else None
        if type(number) is not int:
            raise GitHubError("GitHub's answer names no issue; the next run looks for it")
        return number

    def say(self, number: int, comment: str) -> None:
        """Comment on an issue, unless a comment with the same first line is there already."""
        first = comment.partition("\n")[0]
        # a run that was killed right after its comment would say it again
        there = (str(one.get("body") or "") for one in self.comments(number))
        if not any(body.partition("\n")[0].strip() == first for body in there):
            self.comment(number, comment)

    def comments(self, number: int) -> Iterator[dict[str, Any]]:
        """All comments on an issue or pull request."""
        return self._all(f"issues/{number}/comments?per_page=100")

    def comment(self, number: int, body: str) -> None:
        """Add a comment to an issue or pull request."""
        self._call("POST", self._url(f"issues/{number}/comments"), {"body": body})

    def reword(self, comment: int, body: str) -> None:
        """Give a comment another text."""
        self._call("PATCH", self._url(f"issues/comments/{comment}"), {"body": body})

    def uncomment(self, comment: int) -> None:
        """Delete a comment; one that is gone already is fine."""
        self._call("DELETE", self._url(f"issues/comments/{comment}"), known=404)

    def change(self, number: int, **fields: str) -> None:
        """Change fields of an issue."""
        self._call("PATCH", self._url(f"issues/{number}"), fields)

    def _make_label(self) -> None:
        """Make the label, which also shows that the token may set it: an issue without it would be forgotten."""
        if isinstance(self._labelled, GitHubError):
            raise self._labelled
        if not self._labelled:
            label = {"name": self.label, "color": "5319e7", "description": "A decision to look at again (adr-gen)"}
            try:
                # 422: it is there already
                self._call("POST", self._url("labels"), label, known=422)
            except GitHubError as error:
                self._labelled = error
                raise
            self._labelled = True

    def _url(self, path: str) -> str:
        return f"{self.api}/repos/{quote(self.repository)}/{path}"

    def _all(self, path: str) -> Iterator[dict[str, Any]]:
        """The items of all pages of a list."""
        url: str | None = self._url(path)
        seen: set[str] = set()
        # an answer may name a page as the next one that was read already
        while url and url not in seen and len(seen) < PAGES:
            seen.add(url)
            page, url = self._call("GET", url)
            if not isinstance(page, list) or not all(isinstance(item, dict) for item in page):
                raise GitHubError("GitHub's answer is no list; is the setting github-api right?", broken=True)
            yield from page

    def _call(
        self, method: str, url: str, data: dict[str, Any] | None = None, known: int = 0
    ) -> tuple[Any, str | None]:
        """The answer and the address of the next page; an answer of status `known` is fine, too."""
        if self._ended:
            raise self._ended
        # the address of the next page comes with the answer, and the token goes where it leads
        if _origin(url) != _origin(self.api):
            raise GitHubError("GitHub's answer leads to another host; it was not followed")
        try:
            response, text = within(TIMEOUT[0] + PATIENCE, lambda: self._answer(method, url, data))
        except (requests.RequestException, TimeoutError) as error:
            raise self._silent(GitHubError(silence(error, method))) from None
        except ValueError:  # the library reads where a redirect leads also where nobody follows it
            raise GitHubError(
                "GitHub's answer leads to no address; is the setting github-api right?", broken=True
            ) from None
        except GitHubError as endless:
            raise self._silent(endless) from None
        self._silences = 0
        try:
            body = json.loads(text)
        # JSON that is nested too deeply ends the parser with a RecursionError
        except (ValueError, RecursionError):
            body = None
        if response.status_code != known and not 200 <= response.status_code < 300:
            raise self._refused(response, body)
        if body is None and text:
            raise GitHubError("GitHub's answer is no JSON; is there a proxy that wants a login?", broken=True)
        return body, response.links.get("next", {}).get("url")

    def _answer(self, method: str, url: str, data: dict[str, Any] | None) -> tuple[requests.Response, bytes]:
        """One answer, read as a whole."""
        with self._session.request(
            method, url, json=data, headers=self._headers(), auth=_nobody,
            timeout=TIMEOUT, allow_redirects=False, stream=True,
        ) as response:  # fmt: skip
            return response, _read(response)

    def _silent(self, reason: GitHubError) -> GitHubError:
        """Why there was no whole answer; after several in a row nothing more is asked."""
        self._silences += 1
        if self._silences >= STRIKES:
            self._ended = reason
        return reason

    def _headers(self) -> dict[str, str]:
        headers = {
            "Accept": "application/vnd.github+json",
            "User-Agent": f"adr-gen/{__version__}",
            # answered for two years after the next one comes: docs.github.com/en/rest/about-the-rest-api/api-versions
            "X-GitHub-Api-Version": "2022-11-28",
        }
        return headers | ({"Authorization": f"Bearer {self.token}"} if self.token else {})

    def _refused(self, response: requests.Response, body: Any) -> GitHubError:
        """What an answer that is no success means, and what to do."""
        status, headers = response.status_code, response.headers
        message = str(body.get("message") or "") if isinstance(body, dict) else ""
        if self.token:
            # what is printed ends in logs that many can read
            message = message.replace(self.token, "…")
        detail = f"{status}: {visible(' '.join(message.split()))[:200]}" if message else str(status)
        refused = Refused(status, headers, message)
        if refused.limited:
            self._ended = GitHubError(f"{of_status(refused, github=True, token=True)} ({status})")
            return self._ended
        reasons = {
            401: "GitHub does not accept the token; put a valid one into GITHUB_TOKEN",
            403: f"the token may not do this; a workflow's job needs `permissions: {self.permission}: write`",
            404: f"there is no {self.repository}, or the token may not see it",
            410: f"issues are switched off in {self.repository}, or this one was deleted",
            422: "GitHub refuses what was sent",
        }
        moved = f"{self.repository} has moved; name it as it is called now" if 300 <= status < 400 else ""
        reason = moved or reasons.get(status) or "GitHub has trouble; the next run tries again"
        return GitHubError(f"{reason} ({detail})", broken=status in BROKEN)


def _read(response: requests.Response) -> bytes:
    """The whole answer; raises GitHubError when it is too large, TimeoutError when nobody waits for it any more."""
    end, parts, size = time.monotonic() + PATIENCE, [], 0
    # in pieces: the time-out of the library counts from one to the next, and drops would come for ever
    for part in response.iter_content(65536):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise GitHubError("GitHub's answer is too large")
        if time.monotonic() > end:
            raise TimeoutError
    return b"".join(parts)


def _labels(issue: dict[str, Any]) -> list[str]:
    labels = issue.get("labels")
    names = (one.get("name") if isinstance(one, dict) else one for one in labels) if isinstance(labels, list) else ()
    return [str(name) for name in names]


def _origin(url: str) -> tuple[str, str]:
    """Whom an address asks; nobody where an answer names what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.lower()
