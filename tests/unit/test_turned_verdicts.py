"""What begins like an acceptance and ends as a refusal is none, in a heading, behind a label and in a section."""

import pytest
import yaml

from adr_gen import reading
from adr_gen.markdown import parse
from tests import GOLDEN

TURNED = yaml.safe_load((GOLDEN / "turned.yml").read_text(encoding="utf-8"))
PLACES = ("## {}: {}\n\nText.", "**{}:** {}.", "## {}\n\n{}.")


def statuses(language: str, phrase: str) -> set[str]:
    """What is read of a phrase in each place."""
    title, label = TURNED["titles"][language], TURNED["labels"][language]
    texts = (f"{title}\n\n{place.format(label, phrase)}\n" for place in PLACES)
    verdicts = [reading.read(parse(text)).verdict for text in texts]
    return {verdict.status if verdict else "undecided" for verdict in verdicts}


@pytest.mark.parametrize("language", TURNED["phrases"])
def test_a_verdict_that_ends_otherwise_than_it_begins_says_what_it_ends_with(language: str) -> None:
    for status, phrases in TURNED["phrases"][language].items():
        said = {phrase: statuses(language, phrase) for phrase in phrases}
        if status.startswith("not "):
            assert {phrase: some for phrase, some in said.items() if status.removeprefix("not ") in some} == {}
        else:
            assert {phrase: some for phrase, some in said.items() if some != {status}} == {}


@pytest.mark.parametrize("document", ["TL;DR: {}\n", "# Job order\n\n**TL;DR:** {}\n", "# Jobs\n\n## TL;DR\n\n{}\n"])
@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("we pick the next job from the queue", None),
        ("We choose the oldest file.", None),
        ("We pick Harbour for the queue.", "accepted"),
        ("We adopt Harbour.", "accepted"),
    ],
)
def test_what_a_summary_says_that_software_picks_is_no_verdict(
    document: str, sentence: str, status: str | None
) -> None:
    verdict = reading.read(parse(document.format(sentence))).verdict
    assert (verdict.status if verdict else None) == status


@pytest.mark.parametrize(
    ("title", "verdict", "status"),
    [
        ("Harbour for the mails", "Reject Quay in favour of Harbour.", "accepted"),
        ("Harbour for the mails", "Reject Oak in favour of Harbour.", "accepted"),
        ("C# for the tools", "Reject Go in favour of C#.", "accepted"),
        ("Go for the tools", "We keep C# instead of Go.", "rejected"),
        ("Harbour für die Mails", "Abgelehnt wird Quay zugunsten von Harbour.", "accepted"),
        ("Harbour for the mails", "Reject Harbour in favour of Quay.", "rejected"),
        ("Harbour for the mails", "Rejected in favour of Quay.", "rejected"),
        ("Harbour or Quay", "Reject Quay in favour of Harbour.", None),
        ("Mails", "Reject Quay in favour of Harbour.", None),
        ("Mails", "Rejected in favour of the cron job.", "rejected"),
        ("Queue", "We keep cron instead of adopting the queue.", "rejected"),
        ("Queue", "Rather than adopting the queue, we keep cron.", "rejected"),
        ("Queue", "Wir bleiben bei Cron, statt die Queue einzuführen.", "rejected"),
        ("Cron", "We keep cron instead of adopting the queue.", "accepted"),
        ("Queue or cron", "We keep cron instead of adopting the queue.", "accepted"),
        ("Queue", "Instead of building it ourselves we use the queue of the database.", "accepted"),
    ],
)
def test_who_takes_or_keeps_one_thing_for_another_decides_what_the_title_names(
    title: str, verdict: str, status: str | None
) -> None:
    decided = reading.read(parse(f"# {title}\n\n**Decision:** {verdict}\n")).verdict
    assert (decided.status if decided else None) == status


@pytest.mark.parametrize(
    ("title", "sentence", "status"),
    [
        ("Load shedding", "Reject requests at the gateway when the queue is full.", None),
        ("Load shedding", "Drop connections that send nothing for a minute.", None),
        ("Requests above 1 MB", "Reject requests above 1 MB.", "rejected"),
        ("Load shedding", "Reject both proposals.", "rejected"),
        ("Load shedding", "Reject the proposal.", "rejected"),
    ],
)
def test_an_order_to_refuse_things_that_the_title_does_not_name_refuses_no_proposal(
    title: str, sentence: str, status: str | None
) -> None:
    decided = reading.read(parse(f"# {title}\n\n## Decision\n\n{sentence}\n")).verdict
    assert (decided.status if decided else None) == status


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "What others decided"), ("en", "Prior art"), ("de", "Stand der Technik"), ("fr", "État de l'art")],
)
def test_what_others_decided_is_no_decision(language: str, heading: str) -> None:
    text = f"{TURNED['titles'][language]}\n\n## {heading}\n\n**Decision:** adopt Harbour.\n"
    assert reading.read(parse(text)).verdict is None


@pytest.mark.parametrize(
    ("title", "sentence", "status"),
    [
        ("Queue", "The committee rejected the first draft.", None),
        ("Queue", "The committee accepted the revised draft of this document.", None),
        ("Queue", "The board accepted this document for discussion.", None),
        ("Warteschlange", "Das Gremium hat die erste Fassung dieses Dokuments abgelehnt.", None),
        ("Save as draft", "We adopt save as draft.", "accepted"),
        ("Queue", "We adopt the queue for review apps.", "accepted"),
    ],
)
def test_a_draft_that_is_accepted_or_refused_is_no_verdict(title: str, sentence: str, status: str | None) -> None:
    decided = reading.read(parse(f"# {title}\n\n## Decision\n\n{sentence}\n")).verdict
    assert (decided.status if decided else None) == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("We adopt it in no case.", "rejected"),
        ("We will adopt it on no account.", "rejected"),
        ("Wir führen sie keinesfalls ein.", "rejected"),
        ("We adopt it, by no means a small step.", "accepted"),
        ("We agreed on not adopting it.", "rejected"),
        ("We adopt it because not adopting it would cost more.", "accepted"),
        ("We use no queue.", "rejected"),
        ("We go with no queue.", "rejected"),
        ("We adopt it with no changes.", "accepted"),
        ("We accept the objections and drop it.", None),
        ("We adopt its opposite: polling.", None),
        ("We cannot help but adopt it.", None),
        ("We adopt everything but the queue.", None),
        ("Reject all but the queue.", None),
        ("Adopt all of it except the retries.", "accepted"),
        ("We reject all alternatives and take the queue.", "accepted"),
        ("We reject the queue and adopt a table.", "rejected"),
    ],
)
def test_words_that_turn_a_verb_in_its_clause_are_heard(sentence: str, status: str | None) -> None:
    decided = reading.read(parse(f"# Queue\n\n## Decision\n\n{sentence}\n")).verdict
    assert (decided.status if decided else None) == status
