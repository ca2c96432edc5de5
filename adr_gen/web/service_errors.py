"""Why something could not be looked up, in words that say what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from requests import exceptions
from urllib3.exceptions import NameResolutionError, ReadTimeoutError

SECONDARY = re.compile(r"secondary rate limit|abuse detection", re.IGNORECASE)
"""How GitHub names the limit today, and how it named it before."""
BROKEN = (exceptions.ChunkedEncodingError, exceptions.ContentDecodingError)


def of_error(error: BaseException, seconds: float) -> str:
    """The reason of a request that got no whole answer; nothing of the error's own text, which may hold secrets."""
    if _late(error):
        return f"no whole answer in time (at most {seconds:g} seconds)"
    if isinstance(error, exceptions.SSLError):
        return "the secure connection failed; is its certificate valid and trusted here?"
    if isinstance(error, exceptions.ProxyError):
        return "the proxy does not answer"
    if isinstance(error, BROKEN):
        return "the answer broke off"
    if isinstance(error, exceptions.ConnectionError):
        return "there is no such host" if _cause(error, NameResolutionError) else "nothing answers there"
    return f"asking failed ({type(error).__name__})"


def is_silence(error: BaseException) -> bool:
    """Whether the other side did not answer at all or not in time, so that asking it once more will hardly help."""
    return _late(error) or isinstance(error, exceptions.ConnectionError)


def _late(error: BaseException) -> bool:
    return isinstance(error, TimeoutError | exceptions.Timeout) or _cause(error, ReadTimeoutError)


def _cause(error: BaseException, kind: type[Exception]) -> bool:
    """Whether an error was made from one of a kind."""
    # requests wraps urllib3's error, and that holds the socket's in `reason`
    reasons = [getattr(cause, "reason", cause) for cause in error.args]
    return any(isinstance(reason, kind) for reason in reasons)


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer with another status than 200."""

    status: int
    headers: Mapping[str, str]
    message: str = ""
    """What it says in words."""

    @property
    def secondary(self) -> bool:
        """Whether it is a limit on how fast GitHub may be asked, which no header need tell."""
        return self.status in (403, 429) and bool(SECONDARY.search(self.message))

    @property
    def limited(self) -> bool:
        """Whether the service says that it was asked too often, so that asking more makes it worse."""
        spent = self.headers.get("x-ratelimit-remaining") == "0" or "retry-after" in self.headers
        spent = spent or "rate limit" in self.message.lower()
        return self.status == 429 or self.secondary or (self.status == 403 and spent)


def of_status(refused: Refused, *, github: bool, token: bool) -> str:
    """The reason of a status that is not 200."""
    status, hint = refused.status, "" if token or not github else "; set GITHUB_TOKEN"
    if refused.limited:
        whose = "GitHub's" if github else "the"
        secondary = "secondary " if refused.secondary else ""
        return f"{whose} {secondary}rate limit is used up{_until(refused.headers)}{hint}"
    if status in (404, 410):
        private = " (or it is private: set GITHUB_TOKEN)" if hint else ""
        return f"does not exist there ({status}); mend the name{private}"
    if status in (401, 403):
        return f"access is refused ({status}){'; is GITHUB_TOKEN valid?' if github and token else hint}"
    return f"the server has trouble ({status})" if status >= 500 else f"answered {status}"


def _until(headers: Mapping[str, str]) -> str:
    """When a rate limit ends, if the answer says so."""
    try:
        return f" until {datetime.fromtimestamp(int(headers['x-ratelimit-reset']), UTC):%H:%M} UTC"
    except (KeyError, ValueError, OverflowError, OSError):
        return ""
