"""Where things are on the site: addresses of pages, and what a link written in a record becomes.

A path is as it is on disk; an address is quoted, once, as the site engine does it: `a b%.md` is at `a%20b%25/`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlencode, urlsplit

from .. import files, links
from ..records import Holders

MEDIA = frozenset(
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico", "mp4", "webm", "ogg", "mp3", "wav"]
)
"""Endings of files that a page may show; only these are published from outside of the docs folder."""


# asked for each link to a page, of which a log has many more than pages
@cache
def address(source: str, directory_urls: bool = True) -> str:
    """The site address of a docs file: `a/b.md` is at `a/b/`, `a/index.md` at `a/`, `a/b.png` at `a/b.png`."""
    return quote(_published(PurePosixPath(source), directory_urls), errors="surrogateescape")


@cache
def site_file(source: str, directory_urls: bool = True) -> str:
    """The file of the site that a docs file becomes: `a.md`, `a/README.md` and `a/index.html` become one."""
    place = _published(PurePosixPath(source), directory_urls)
    return place if place and not place.endswith("/") else f"{place}index.html"


def _published(path: PurePosixPath, directory_urls: bool) -> str:
    """Where a docs file is on the site; a folder, if it has an index."""
    if path.suffix.lower() not in (".md", ".markdown"):
        return str(path)
    if path.stem.lower() in ("index", "readme"):
        parent = path.parent.as_posix()
        folder = "" if parent == "." else f"{parent}/"
        return folder if directory_urls else f"{folder}index.html"
    return f"{path.with_suffix('')}/" if directory_urls else f"{path.with_suffix('')}.html"


def relative(target: str, page: str) -> str:
    """The address `target` as a link on the page at address `page`."""
    *here, _ = page.split("/")
    *there, name = target.split("/")
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:], name]) or "./"


def forge(repo_url: str, path: str) -> str | None:
    """The page of a repository file on its forge, on the default branch; None without a forge."""
    if not repo_url:
        return None
    host = urlsplit(repo_url).netloc
    # HEAD: the name of the default branch is not known here
    view = "-/blob/HEAD" if "gitlab" in host else "src/HEAD" if "bitbucket" in host else "blob/HEAD"
    return f"{repo_url.rstrip('/')}/{view}/{quote(path)}"


def issue_form(repo_url: str, title: str, body: str) -> str | None:
    """The forge's form for a new issue, filled in; None where no such form is known."""
    host = urlsplit(repo_url).netloc
    if not host or "bitbucket" in host:
        return None
    gitlab = "gitlab" in host
    names = ("issue[title]", "issue[description]") if gitlab else ("title", "body")
    query = urlencode(dict(zip(names, (title, body), strict=True)), quote_via=quote)
    return f"{repo_url.rstrip('/')}/{'-/issues' if gitlab else 'issues'}/new?{query}"


@dataclass(frozen=True)
class Urls:
    """The map of one site."""

    pages: dict[str, str]
    """Address of every project file that has one: records, research files (their record's), other docs files."""
    root: Path
    """The project's folder."""
    repo_url: str = ""
    holders: Holders = Holders(())  # noqa: RUF009 - it is never changed
    """The records by all that they are called."""
    below: str = ""
    """The project's folder in its repository, with a slash at the end."""

    def forge(self, path: str) -> str | None:
        """The page of a project file on the forge; None without one."""
        return forge(self.repo_url, self.below + path)

    def exists(self, path: str) -> bool:
        """Whether a project path is a file or folder inside the project."""
        return files.present(self.root, path, folders=True)

    def link(self, file: str, page: str, target: str) -> str | None:
        """What a link `target` written in the project file `file` becomes on the page at `page`; None: leads nowhere."""
        place, rest = links.split(target)
        if not place:
            return rest or None
        path = _project_path(file, place)
        if path is None:
            return None
        if path in self.pages:
            return relative(self.pages[path], page) + rest
        if self.exists(path):
            return self.forge(path)
        record = self.holders.at_site(place)
        return relative(self.pages[record], page) + rest if record and record in self.pages else None

    def image(self, file: str, page: str, media: dict[str, str], target: str) -> str | None:
        """What the source of an image becomes.

        Images from outside of the docs folder are published beside the log: they are added to `media`,
        project path and docs path.
        """
        place, rest = links.split(target)
        path = _project_path(file, place) if place else None
        if path is None:
            return None
        if path in self.pages:
            return relative(self.pages[path], page) + rest
        # a record by somebody else must not publish `.env.png` of whoever builds the site
        hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
        if hidden or PurePosixPath(path).suffix[1:].lower() not in MEDIA or not self.exists(path):
            return None
        media[path] = f"decisions/media/{path}"
        return relative(address(media[path]), page) + rest


def _project_path(file: str, place: str) -> str | None:
    folder = str(PurePosixPath(file).parent)
    return links.join("" if folder == "." else folder, place)
