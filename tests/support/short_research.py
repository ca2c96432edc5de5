"""The shortest research files that are decided, as bytes: whole, and without a head."""

GOOD = b"---\ntitle: Good\ncompleted: 2026-01-01\n---\n\n## Recommendation: ADOPT\n\nIt is good.\n"
DECIDED = b"\n\n## Goal\n\nA goal.\n\n## Recommendation: ADOPT\n\nYes, adopt it.\n"
