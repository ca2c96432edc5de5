"""How the links of research files change, so that they lead to the same from the records' folder."""

from collections.abc import Callable, Mapping

from .. import links
from .facts import Draft


class LinkChanges:
    """The changes of one run."""

    def __init__(
        self,
        drafts: Mapping[str, Draft],
        made: Mapping[str, str],
        record_of: Mapping[str, str],
        folder: str,
        exists: Callable[[str], bool],
    ) -> None:
        self.drafts, self.made, self.record_of, self.folder, self.exists = drafts, made, record_of, folder, exists
        """Drafts by their paths; the records that this run makes and all records by their research files."""
        self.by_name: dict[str, list[str]] = {}
        for source in record_of:
            self.by_name.setdefault(source.rpartition("/")[2], []).append(source)
        self.changed_anchors: dict[str, dict[str, str]] = {}

    def of(self, path: str) -> Callable[[str], str | None]:
        """How local link targets of a research file change for its record's folder."""
        folder = path.rpartition("/")[0]

        def change(target: str) -> str | None:
            place, rest = links.split(target)
            if not place or place.startswith("/"):
                return None
            project = links.join(folder, place)
            if project is None:
                return None
            source = self._source(project)
            rest = self._anchors(source).get(rest, rest) if rest.startswith("#") else rest
            return links.relative(self.record_of.get(source, project), self.folder) + rest

        return change

    def _anchors(self, path: str) -> dict[str, str]:
        """New anchors of a research file's headings, for links from other files."""
        draft = self.drafts.get(path)
        if draft is None or path not in self.made:
            return {}
        if path not in self.changed_anchors:
            self.changed_anchors[path] = draft.anchors()
        return self.changed_anchors[path]

    def _source(self, project: str) -> str:
        """The research file that a project path means: the one there, or the only one of that name, which moved."""
        alike = self.by_name.get(project.rpartition("/")[2], [])
        moved = project not in self.record_of and len(alike) == 1 and not self.exists(project)
        return alike[0] if moved else project
