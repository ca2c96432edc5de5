"""The slots that a language needs, as the table in the docs groups them."""

NEEDED = {
    "labels": "context options verdict blockers consequences confirmation status-label date people title-prefix",
    "status words": "of-drafts proposed accepted rejected deferred deprecated superseded",
    "verdicts": "contrary accept reject defer propose-label undecided chosen",
    "limits": "limits limits-open limits-before for-now",
    "conditions": "if-label revisit revisit-noun revisit-only label-verb carrier carrier-name review-date hold-off held never nothing",
    "connectors": "and or joins all any",
    "months and measures": "months seasons period-end period-past extended number above span lifecycle release",
    "blockers": "no-blockers gone held-by",
    "relations": "supersedes superseded-by relates",
    "candidates": "tone maybe comes-true package-word",
}
"""What the table in the docs shows of each language."""
