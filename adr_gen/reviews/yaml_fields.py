"""Fields of a small YAML file that a person may have touched: each mistake is a problem with its line."""

from ..checks import parse_day
from ..errors import Problem
from ..untyped_yaml import KeyPath, UntypedYamlError, Value, load


class Fields:
    """The values of one file, taken one by one; what is wrong is collected in `problems`."""

    def __init__(self, path: str, text: str, code: str) -> None:
        self.path, self.code = path, code
        self.problems: list[Problem] = []
        self.value: Value = {}
        self.lines: dict[KeyPath, int] = {}
        try:
            # what editors on Windows write
            self.value, self.lines = load(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        except UntypedYamlError as error:
            self.problems.append(Problem(path, error.line + 1, code, f"the file {error}"))

    def wrong(self, place: KeyPath, message: str) -> None:
        """Note what is wrong at a place, or at the nearest one around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        self.problems.append(Problem(self.path, self.lines.get(place, 0) + 1, self.code, message))

    def mapping(self, place: KeyPath, value: Value, legal: tuple[str, ...]) -> dict[str, Value]:
        """A mapping whose keys are all legal."""
        if not isinstance(value, dict):
            self.wrong(place, f"found {value!r:.60}; it must be lines of `key: value`, keys {', '.join(legal)}")
            return {}
        for key in value:
            if key not in legal:
                self.wrong((*place, key), f"the key {key!r} is not known; allowed are {', '.join(legal)}")
        return value

    def items(self, place: KeyPath, value: Value) -> list[Value]:
        """A list; nothing is an empty one."""
        if isinstance(value, list):
            return value
        if value:
            self.wrong(place, f"found {value!r:.60}; it must be a list")
        return []

    def text(self, place: KeyPath, fields: dict[str, Value], *, needed: bool = False) -> str:
        """A text; empty if there is none."""
        value = fields.get(str(place[-1]), "")
        if not isinstance(value, str):
            self.wrong(place, f"`{place[-1]}` is {value!r:.60}; it must be a text")
            return ""
        if needed and not value.strip():
            self.wrong(place, f"`{place[-1]}` is missing; add it")
        return value.strip()

    def day(self, place: KeyPath, fields: dict[str, Value], *, needed: bool = False) -> str:
        """An ISO day."""
        text = self.text(place, fields, needed=needed)
        if text and (len(text) != 10 or parse_day(text) is None):
            self.wrong(place, f"`{place[-1]}: {text[:40]}` is no calendar day; write YYYY-MM-DD")
        return text

    def one_of(
        self, place: KeyPath, fields: dict[str, Value], legal: tuple[str, ...], *, needed: bool = False
    ) -> str | None:
        """One of the legal words, None if there is none."""
        text = self.text(place, fields, needed=needed)
        if text and text not in legal:
            self.wrong(place, f"`{place[-1]}: {text[:40]}` is not known; allowed are {', '.join(legal)}")
        return text if text in legal else None

    def number(self, place: KeyPath, fields: dict[str, Value]) -> float:
        """A number."""
        text = self.text(place, fields, needed=True)
        try:
            return float(text) if text else 0.0
        except ValueError:
            self.wrong(place, f"`{place[-1]}: {text[:40]}` is no number; write digits, such as 380 or 0.5")
            return 0.0
