"""Problems that people can act on, with the codes that name them."""

import re
from dataclasses import dataclass

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What a terminal acts on, what turns the direction of text around, and what is no character."""


_COMMAND = re.compile(r"[\r\n]+\s*(?=::|##\[)")
"""The end of a line before what a workflow would take for a command."""


def visible(text: str) -> str:
    """`text` with control characters, which a terminal would act on, as replacement characters; line ends stay."""
    return text if text.isprintable() else _UNSEEN.sub(lambda match: "\n" if match[0] == "\n" else "\ufffd", text)


def one_line(path: str) -> str:
    """A path as text on one line: what is none of it is written as `\\n` or `\\xe9`, as programmers do."""
    return path if path.isprintable() else _UNSEEN.sub(_escaped, path)


def _escaped(match: re.Match[str]) -> str:
    """A sign as programmers write it; a byte that is not UTF-8 comes from the file system as a surrogate."""
    code = ord(match[0])
    byte = code - 0xDC00
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else match[0].encode("unicode_escape").decode()


class UsageError(Exception):
    """Wrong usage or a broken set-up; the doors print it and exit with 2."""


def os_error_text(error: OSError) -> str:
    """What the disk refused, where, and the way out."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}; mend that and run again"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that needs attention, at one place."""

    path: str
    """Relative to the project's root, with forward slashes."""
    line: int
    """1-based; 0 when the whole file is meant."""
    code: str
    message: str
    """What was found, what is allowed, what to do; no line of it is a command to a workflow or a terminal."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", one_line(self.path))
        object.__setattr__(self, "message", "\r\n".join(map(visible, _COMMAND.sub(" ", self.message).split("\r\n"))))

    def __str__(self) -> str:
        path = (
            f"./{self.path}" if self.path.startswith((":", " ")) else self.path
        )  # else a workflow would take it for a command
        place = f"{path}:{self.line}" if self.line else path
        return f"{place}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Code:
    """What a problem code stands for; the documentation's page of codes is made from these."""

    what: str
    why: str
    fix: str

    hint: bool = False
    """Hints are shown and never make a run fail."""
    warning: bool = False
    """A hint that deserves more than a note."""


CODES = {
    "ADR001": Code(
        "A file cannot be taken apart: its front matter is damaged, a merge left a conflict in it, or it nests or repeats beyond reason.",
        "Guessing at half a file could publish a decision that nobody made.",
        "Mend the named line; quote values that hold a colon, close front matter with `---`, keep one version of a conflict (marks that a text shows belong into a code block), split enormous files.",
    ),
    "ADR002": Code(
        "A file is not UTF-8 text.",
        "Bytes of another encoding would be published as other words.",
        "Save the file as UTF-8; a byte order mark and Windows line ends are fine.",
    ),
    "ADR003": Code(
        "A file is larger than the setting `max-size`.",
        "One huge file would hold up every run.",
        "Split it, or move data out of the text, or raise `max-size`.",
    ),
    "ADR004": Code(
        "A path that looks like a Markdown file cannot be read.",
        "It may be a folder or pipe, a link that leads nowhere or out of the project, a file without read permission, or one whose name holds line ends, control characters or bytes that are not UTF-8.",
        "Rename, mend or remove it, or allow reading it.",
    ),
    "ADR101": Code(
        "A verdict label or heading says nothing that is known.",
        "A status is never guessed.",
        "Begin the verdict with a known verb, or add `decision: accept`, `reject` or `defer` to the front matter.",
    ),
    "ADR102": Code(
        "A hand-written record has a status word that is not known.",
        "A status is never guessed.",
        "Use one of proposed, accepted, rejected, deferred, deprecated, superseded, or a word of the table in the docs.",
    ),
    "ADR103": Code(
        "A date key holds no calendar date.",
        "Dates order the log and start the clock of conditions.",
        "Write it as YYYY-MM-DD.",
    ),
    "ADR104": Code(
        "A front-matter key of adr-gen holds a value that is not understood.",
        "What is said explicitly beats prose, so it has to be clear.",
        "Use one of the values that the message names.",
    ),
    "ADR105": Code(
        "A document states verdicts, or a record statuses, that contradict each other.",
        "A status is never guessed.",
        "Add `decision:` to the front matter; in a record, write the one status that holds, or a day beside each.",
    ),
    "ADR106": Code(
        "A generated record states one status or date in its front matter and another in its list.",
        "The front matter is what is read; people who read the list would learn something else.",
        "Change both, or undo the edit and change the research file.",
    ),
    "ADR107": Code(
        "A heading announces blockers or conditions, and nothing under it was understood.",
        "Silence would look as if there were none, and nobody would ever look again.",
        "Write a list or one sentence for each; `None` if there is none, and a heading of another name if it is about something else.",
    ),
    "ADR201": Code(
        "A generated record was edited by hand, and its research file changed since.",
        "Neither the edit nor the new research may be lost, so nothing is written.",
        "Move the edit into the research file and run `adr-gen generate --force FILE`, or `adr-gen detach N`.",
    ),
    "ADR203": Code(
        "The research file of a generated record is gone.",
        "The record stays, but nothing can refresh it.",
        "Put the file back, write its new path into `source:`, delete the record, or own it by hand with `adr-gen detach N`.",
    ),
    "ADR204": Code(
        "A moved research file could belong to several records.",
        "A wrong guess would give a decision the number of another.",
        "Write the new path into `source:` of the right record.",
    ),
    "ADR205": Code(
        "Two records come from one research file.",
        "Only one of them can follow it.",
        "Delete one, or own it by hand with `adr-gen detach N`.",
    ),
    "ADR206": Code(
        "A research file with a record states no decision any more.",
        "The published record would stay although its source no longer says so.",
        "State the decision again, or own the record by hand with `adr-gen detach N`.",
    ),
    "ADR207": Code(
        "A file cannot be written.",
        "The old content stays whole.",
        "Allow writing to it, free space, and run again.",
    ),
    "ADR208": Code(
        "A record is behind its research file, or not written yet.",
        "A preview shows what would be written, but the repository does not have it, so no built site does.",
        "Run `adr-gen generate` and commit the record.",
    ),
    "ADR209": Code(
        "A generated record lost the line `source:` or `digest:` of its front matter.",
        "Without both it would count as written by hand, and its research file would get a second record.",
        "Put the line back, as the message says or from version control, or own the record with `adr-gen detach N`.",
    ),
    "ADR210": Code(
        "A research file may have a record that cannot be read.",
        "A second record would give one decision two numbers.",
        "Mend or delete the record file that the message names, and run `adr-gen generate` again.",
    ),
    "ADR301": Code(
        "Two records have the same number.",
        "Usually two branches took one number; links and reviews would mean either.",
        "`adr-gen renumber` moves the later one to the next free number and mends links, research and reviews.",
    ),
    "ADR302": Code(
        "A relative link leads to nothing.",
        "Readers of the site meet a dead end.",
        "Mend the path, or remove the link.",
    ),
    "ADR303": Code(
        "A link's anchor names no heading of its target.",
        "Readers land at the top of a long page.",
        "Use the heading's words in lower case, joined by hyphens.",
    ),
    "ADR304": Code(
        "A record refers to a record that does not exist.",
        "Supersession would be shown on one side only.",
        "Mend the number, or add the missing record.",
    ),
    "ADR305": Code(
        "The project's record template loses a field.",
        "What the template does not write cannot be read back, so the log would not show it.",
        "Add the field to the template; `adr-gen check` names it.",
    ),
    "ADR306": Code(
        "A reference may mean several records that share a number or a name.",
        "A guess could show the wrong decision as superseded, so nothing is concluded from it and its record stays as it is.",
        "`adr-gen renumber` gives each record a number of its own; or name the file of the record that is meant.",
    ),
    "ADR307": Code(
        "A marker `<!-- adr-gen:… -->` on a page asks for something that there is not.",
        "Readers would see nothing there.",
        "Write one of the markers that the message names.",
    ),
    "ADR401": Code(
        "A review cannot be read.",
        "What somebody answered would be lost, and asked again.",
        "Mend the named line, or delete the file and answer again with `adr-gen review N`.",
    ),
    "ADR402": Code(
        "A reading cannot be read.",
        "A number that is not understood settles no condition.",
        "Write each entry of `readings.yml` as `name`, `value`, `date` and `by`.",
    ),
    "ADR403": Code(
        "A token in backticks begins like a check and is not understood.",
        "What looks like a check and is none would be watched by nobody.",
        "Write it as the message says, or with two backticks on each side if no check is meant.",
    ),
    "ADR404": Code(
        "Checks in one sentence are joined with both “and” and “or”.",
        "It can be read in two ways.",
        "Use one of them, or write two list items.",
    ),
    "ADR501": Code(
        "A change makes a condition true.",
        "The moment to look at a decision again is the change that somebody is just looking at.",
        "`adr-gen review N` if the decision holds, `adr-gen reopen N` to ask the question again.",
        hint=True,
        warning=True,
    ),
    "ADR502": Code(
        "A change adds a dependency with the name of an option that a decision rejected or deferred.",
        "Nobody wrote a check for it, but the question may be the same.",
        "Look at the record; a condition with `dep:NAME` would tell of it by itself.",
        hint=True,
    ),
    "ADR503": Code(
        "A change edits a record, or gives it another status.",
        "What it means for those who rely on the decision is easily overlooked in a diff.",
        "Nothing has to be done; the message names what changes.",
        hint=True,
    ),
    "ADR901": Code(
        "A page in the records' folder carries no number.",
        "It is published as an ordinary page and is not part of the log.",
        "Name it `NNNN-title.md` if it is meant as a record.",
        hint=True,
    ),
    "ADR902": Code(
        "A deferred decision says nothing about when to look again.",
        "It will be forgotten.",
        "Add a section `## Revisit when`, or `review_by:` to the front matter.",
        hint=True,
    ),
    "ADR903": Code(
        "A condition could be checked by a program, and is not.",
        "Its words hold all that a check needs; without one it stays a question to a person.",
        "`adr-gen check --fix` asks, and puts the token that the message names into the sentence, in backticks; words in capitals are for you to fill in.",
        hint=True,
    ),
    "ADR904": Code(
        "A condition consists of vague words only.",
        "Nobody can notice that it came true.",
        "Name what would be seen: an event, a number, a release, or a day.",
        hint=True,
    ),
    "ADR905": Code(
        "A day in a condition was past when the decision was made.",
        "It is met from the start, so it reminds of nothing.",
        "Mend the day, or the decision's date.",
        hint=True,
    ),
    "ADR906": Code(
        "A blocker is in no condition.",
        "It may go away without anybody looking again.",
        "Add a condition that says how its end would be noticed.",
        hint=True,
    ),
    "ADR907": Code(
        "Several records wait for the same thing.",
        "One event settles them all, so they are best looked at together.",
        "Nothing has to be done; `adr-gen revisit` shows them as they come due.",
        hint=True,
    ),
    "ADR908": Code(
        "`review_by` is before the decision's own date.",
        "The review would be due before there was anything to review.",
        "Mend one of the two days.",
        hint=True,
    ),
    "ADR909": Code(
        "A decision with conditions for people has no date.",
        "Nothing tells when nobody has looked for too long.",
        "Add `date:` or `review_by:`.",
        hint=True,
    ),
    "ADR910": Code(
        "The log is empty, and records seem to lie in another folder.",
        "Nothing of them would be published or watched.",
        "Set `decisions` to that folder.",
        hint=True,
    ),
    "ADR911": Code(
        "The setting `decisions` names a folder that is not there.",
        "A misspelt folder makes the log look empty.",
        "Mend the path; the first record makes the folder if it is right.",
        hint=True,
    ),
    "ADR912": Code(
        "A site that Zensical builds names the plugin adr-gen.",
        "Zensical passes over plugins that it does not know, so nothing of the log would be published.",
        "Build from `adr-gen export`, as `adr-gen init` sets it up, and take the plugin out.",
        hint=True,
    ),
}
"""Every code that adr-gen prints."""
