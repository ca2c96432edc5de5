"""The codes of problems, which make a run fail."""

from .code import Code

PROBLEMS = {
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
        "`adr-gen resolve N` shows both changes: keep yours, take the research file's, or merge them. "
        "Or move the edit into the research file and run `adr-gen generate --force FILE`.",
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
    "ADR308": Code(
        "The site's navigation leads to a research file.",
        "Research is not published, its record is, so the page is gone and a strict build ends.",
        "Take the page out of `nav`, or the file out of `research`.",
    ),
    "ADR309": Code(
        "A page of the site's own stands at the address of a record.",
        "A page of yours wins, so the record would not be published, and links to it lead to that page.",
        "Rename the page or the record.",
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
        "Checks in one sentence are joined with both “and” and “or”, or with words that are neither, or one is denied.",
        "It can be read in two ways, and nobody is to be told too early; until it is mended the state is unknown.",
        "Write “and” or “or” between them, or two list items; deny in words alone.",
    ),
}
