"""What a preview keeps from one build to the next: saving one file makes one page anew."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

if TYPE_CHECKING:
    from .record.bodies import Body
    from .record.converter import Converted

Value = TypeVar("Value")


class Slot(Generic[Value]):
    """One value for each name, good as long as what it was made from is the same."""

    def __init__(self, on: bool) -> None:
        self._on = on
        self._found: dict[str, tuple[Hashable, Value]] = {}

    def find(self, name: str, source: Hashable) -> Value | None:
        """The value that was made from the same source."""
        old = self._found.get(name)
        return old[1] if old is not None and old[0] == source else None

    def keep(self, name: str, source: Hashable, value: Value) -> Value:
        """Remember a value in place of the last of this name; returns it."""
        if self._on:
            self._found[name] = (source, value)
        return value

    def made(self, name: str, source: Hashable, make: Callable[[], Value]) -> Value:
        """The value, made now if it is not known."""
        known = self.find(name, source)
        return self.keep(name, source, make()) if known is None else known


class Compiled(BytecodeCache):
    """The theme's templates, compiled."""

    def __init__(self) -> None:
        self._found: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept; its source is compared there."""
        if bucket.key in self._found:
            bucket.bytecode_from_string(self._found[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._found[bucket.key] = bucket.bytecode_to_string()


class Kept:
    """Everything that is kept, each by the path of its file; nothing if it is not `on`."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._settings: object = None
        self._empty()

    def renew(self, settings: object) -> None:
        """Forget everything if the site's settings are not those of the last build."""
        if settings != self._settings:
            self._settings = settings
            self._empty()

    def _empty(self) -> None:
        on = self.on
        self.bodies: Slot[Body] = Slot(on)
        self.converted: Slot[Converted] = Slot(on)
        self.pages: Slot[bytes] = Slot(on)
        """What the theme made of a page, packed."""
        self.compiled = Compiled()
        self.memory: str | None = None
        """What `generate` remembers of the files."""
