"""A blocker is resolved where its end says so, by a sign or a word and perhaps the day, and keeps these words."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.model import Blocker

HEAD = "# Solar roof\n\n## Decision\n\nRejected for now.\n\n"
OWNER = "The landlord has to agree"


def blockers(text: str, front: str = "") -> tuple[Blocker, ...]:
    return tuple(reading.read(parse(front + HEAD + text + "\n")).blockers)


@pytest.mark.parametrize(
    "words",
    [
        f"{OWNER}. ✓ resolved 2026-02-11",
        f"{OWNER}. Resolved 2026-02-11.",
        f"{OWNER}. **Resolved** in August 2025",
        f"{OWNER} ✓",
        f"{OWNER} ✅",
        f"{OWNER}. ✔️ Cleared on 11 February 2026",
        f"{OWNER} → done 2026-02-11",
        f"{OWNER}: done",
        f"{OWNER}, resolved in 2026",
        f"{OWNER}. Fixed in v2.1.",
        f"✓ {OWNER}",
        "Der Vermieter muss zustimmen. Erledigt am 11. Februar 2026.",
        "Le propriétaire doit donner son accord. Réglé le 11.02.2026.",
        "El dueño tiene que aceptar. Resuelto el 2026-02-11.",
        "O dono tem de aceitar. Resolvido em 2026.",
        "Il proprietario deve accettare. Risolto 2026-02-11.",
        "Владелец должен согласиться. Решено 2026-02-11.",
        "房东必须同意。已解决",
        "家主の同意が必要。解決済み 2026-02-11",
    ],
)
def test_what_its_end_says_is_resolved(words: str) -> None:
    assert blockers(f"## Blockers\n\n- {words}\n- No room for it") == (
        Blocker(words, cleared=True),
        Blocker("No room for it"),
    )
    assert blockers("", f"---\nblockers:\n  - '{words}'\n---\n") == (Blocker(words, cleared=True),)


@pytest.mark.parametrize(
    "words",
    [
        f"{OWNER}. Not resolved 2026-02-11.",
        f"{OWNER}. Resolved conflicts come back.",
        f"{OWNER}. Resolved only in part.",
        f"{OWNER}. Done in 2 of 3 houses.",
        f"{OWNER}. It is resolved when he signs.",
        f"{OWNER}. ✗ 2026-02-11",
        "Der Vermieter muss zustimmen. Erledigt ist das nicht.",
    ],
)
def test_what_is_resolved_in_part_or_not_yet_blocks(words: str) -> None:
    assert [one.cleared for one in blockers(f"## Blockers\n\n- {words}")] == [False]


def test_a_label_says_it_too() -> None:
    assert blockers(f"**Blocker:** {OWNER} (resolved 2026-02-11)") == (
        Blocker(f"{OWNER} (resolved 2026-02-11)", cleared=True),
    )
