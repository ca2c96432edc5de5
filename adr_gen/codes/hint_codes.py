"""The codes of hints, which never make a run fail."""

from .code import Code

HINTS = {
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
        "It is met from the start, or holds nothing back, so it reminds of nothing.",
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
        "The setting `research` or `decisions` names a folder that is not there.",
        "A misspelt folder makes the log look empty, or leaves research out of it.",
        "Mend the path; the first file makes the folder if it is right.",
        hint=True,
    ),
    "ADR912": Code(
        "A site that Zensical builds names the plugin adr-gen.",
        "Zensical passes over plugins that it does not know, so nothing of the log would be published.",
        "Build from `adr-gen export`, as `adr-gen init` sets it up, and take the plugin out.",
        hint=True,
    ),
    "ADR913": Code(
        "The settings of the site cannot be read.",
        "Where its docs folder and addresses are is then unknown, and what MkDocs does without settings is taken for it.",
        "Mend the file at the line that is named; `mkdocs build` says the same.",
        hint=True,
    ),
    "ADR914": Code(
        "A folder among the research files or records is a link.",
        "Links to folders are not entered, as they may lead in a circle or out of the project; what lies there is not read.",
        "Name the folder that it leads to in the setting `research`, or move the files here.",
        hint=True,
    ),
    "ADR915": Code(
        "Only a sentence of a record says that it supersedes another one.",
        "What counts is stated in the front matter; the other record still holds, and its page does not name this one.",
        "Add `supersedes:` to the front matter of the research file, or `relates:` if the other one still holds.",
        hint=True,
    ),
    "ADR916": Code(
        "An update of a decision may overrule it, in words that are not read as a verdict.",
        "The log would go on saying what was decided before.",
        "Begin the update with the verdict that holds, such as `Rejected: …`, or write `decision:` in the front matter.",
        hint=True,
    ),
    "ADR917": Code(
        "A check in backticks stands in no condition of its record.",
        "Whoever writes one means a condition, and nobody makes a check that is only a word of the text.",
        "Write it behind `Revisit when`, or with two backticks on each side if no check is meant.",
        hint=True,
    ),
}
