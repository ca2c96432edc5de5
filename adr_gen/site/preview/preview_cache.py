"""What a preview keeps from one build to the next: saving one file makes one page anew."""

from ...generate.draft_cache import DraftCache
from ...model import Status
from ..memo import Memo
from ..record.body.record_bodies import Body
from ..theme.compiled_templates import CompiledTemplates
from .notes import OpenDraft


class PreviewCache:
    """Everything that is kept, each by the path of its file; nothing if it is not `on`."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._settings: object = None
        self._known: set[str] = set()
        self._warnings: set[str] = set()
        self._empty()

    def renew(self, settings: object) -> None:
        """Forget everything if the site's settings are not those of the last build."""
        if settings != self._settings:
            self._settings = settings
            self._empty()

    def begin(self) -> None:
        """Begin a build: what the last one warned of is known."""
        self._known, self._warnings = self._warnings, set()

    def is_news(self, warning: str) -> bool:
        """Whether the last build did not warn of it: what is known is not said again after every change."""
        self._warnings.add(warning)
        return not self.on or warning not in self._known

    def _empty(self) -> None:
        on = self.on
        self.bodies: Memo[Body] = Memo(on)
        self.drafts: Memo[OpenDraft] = Memo(on)
        """Research files that nobody has decided, with their candidates."""
        self.replaced: Memo[Status] = Memo(on)
        """Records whose place another one took, with the statuses that they had."""
        self.words: Memo[str] = Memo(on)
        """The different words of each record's page."""
        self.compiled = CompiledTemplates()
        """The theme's."""
        self.generated: DraftCache | None = None
        """What `generate` remembers of the files."""
