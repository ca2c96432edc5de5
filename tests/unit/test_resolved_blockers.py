"""A blocker is resolved where its end says so, by a sign or a word and perhaps the day, and keeps these words."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse
from adr_gen.model import Blocker
from adr_gen.reading.blockers.resolved import is_gone

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


TOLD = {
    "en": {
        True: [
            "contract missing (signed on 2 June 2025)",
            "fumigation: cleared, the museum lets us",
            "mast, solved in May",
            "DONE: mast",
            "(gone) frost damage",
        ],
        False: [
            "budget, not solved yet",
            "solved tickets pile up",
            "contract to be signed",
            "the signed contract is missing",
            "permit (to be signed in May)",
            "mast: not cleared",
            "mast, cleared by nobody",
        ],
    },
    "de": {
        True: ["Vertrag fehlt (am 2. Juni unterschrieben)", "Strom (am 3.5.2025 gelöst)", "ERLEDIGT: Mast"],
        False: ["Strom (noch nicht gelöst)"],
    },
    "fr": {True: ["contrat (signé le 2 juin 2025)"], False: ["contrat (pas signé)"]},
    "es": {True: ["falta el convenio (firmado el 2 de junio de 2025)"], False: ["falta el convenio (no firmado)"]},
    "pt": {True: ["contrato (assinado em 2 de junho de 2025)"], False: ["contrato (não assinado)"]},
    "it": {True: ["contratto (firmato il 2 giugno 2025)"], False: ["contratto (non firmato)"]},
    "ru": {True: ["договор (подписан 2 июня 2025)"], False: ["договор (не подписан)"]},
    "zh": {True: ["合同（已签署）"], False: ["合同（未签署）"]},
    "ja": {True: ["契約（締結済み）"], False: ["契約（未締結）"]},
}


@pytest.mark.parametrize("language", TOLD)
def test_a_clause_that_says_only_that_it_is_done_clears_a_blocker(language: str) -> None:
    items = {item: gone for gone, some in TOLD[language].items() for item in some}
    assert {item: is_gone(item) for item in items} == items


@pytest.mark.parametrize(
    "none", ["None really, it is just not worth it.", "Nothing really.", "Eigentlich keine.", "Aucun vraiment."]
)
def test_who_says_that_there_are_none_really_names_none(none: str) -> None:
    text = f"# A\n\nDas ist nicht alles. Ce n'est pas tout.\n\nDecision: rejected.\n\n## Blockers\n\n{none}\n"
    assert reading.read(parse(text)).blockers == ()
