"""Where something of a file was read, in words, by the rule that read it."""

PLACES = {
    "front-matter": "in the front matter",
    "first-heading": "the first heading",
    "header-line": "at the head",
    "verdict-line": "beside the verdict",
    "history": "in the history",
    "record-section": "in its section",
    "heading": "the heading says it",
    "title": "the title says it",
    "label": "behind its label",
    "label-inline": "behind its label",
    "table": "in its table",
    "chosen-option": "named as the chosen one",
    "marked-option": "marked as the chosen one",
    "section-answers": "what each section takes",
    "ticked-row": "its row is ticked",
    "update": "a later update says it",
    "sentence": "a sentence says it",
    "bold-lead": "in bold at the beginning",
    "verdict-section": "first under its heading",
    "verdict-list": "the list under its heading",
    "opening": "first below the title",
    "told": "a sentence tells it",
    "conclusion": "what it concludes",
    "closing-act": "an item closes it",
    "picked-rows": "what its rows choose",
    "ticked-option": "its item is ticked",
    "reason": "the heading asks why",
    "summary": "the summary says it",
    "status-line": "in the status",
    "heading-list": "in the list under its heading",
    "label-list": "in the list behind its label",
    "heading-prose": "under its heading",
    "held-by": "a sentence says what it waits for",
    "points-back": "the next sentence points to it",
    "verdict-limit": "the verdict says until when",
}
"""Where something was read, by the rule that read it; every other rule reads a sentence."""
SENTENCES = {
    "verdict": "a sentence says it",
    "status": "a sentence says it",
    "blocker": "a sentence says what is in the way",
    "trigger": "a sentence about looking again",
    "review_by": "a sentence about looking again",
}
"""What the sentence of any other rule is about, by the field that it says."""


def place_of(field: str, rule: str) -> str:
    """Where a rule read a field."""
    return PLACES.get(rule) or SENTENCES.get(field, "a sentence says it")
