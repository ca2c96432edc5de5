"""Which records speak of a subject, and why."""

import pytest

from adr_gen.record_search import Subject, find
from adr_gen.records import Record, read

PAGES = {
    "1": "# A message broker for jobs\n\n## Considered Options\n\n* RabbitMQ\n* Redis Streams\n\n## Decision\n\nRejected.\n",
    "2": "# Zwischenspeicher für Sitzungen\n\nWe may add a message here, in src/web/cache.py.\n\n## Decision\n\nAccepted.\n",
    "3": "# 缓存服务器\n\n## Decision\n\nAccepted: Müller's cache, not c++.\n",
}


def records() -> list[Record]:
    return [read(f"docs/decisions/000{number}-x.md", text, "docs/decisions").record for number, text in PAGES.items()]


def numbers(subject: Subject) -> list[int]:
    texts = {f"docs/decisions/000{number}-x.md": text for number, text in PAGES.items()}
    return [mention.record.number for mention in find(records(), texts, subject)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("May I add a message broker here?", [1]),
        ("brokers", [1]),
        ("redis", [1]),
        ("Sitzung", [2]),
        ("zwischenspeicher", [2]),
        ("缓存", [3]),
        ("c++", [3]),
        ("Muller", [3]),
        ("is it for the", []),
        ("", []),
        ("elephants", []),
    ],
)
def test_a_question_finds_what_a_record_is_about(question: str, expected: list[int]) -> None:
    assert numbers(Subject(question)) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Subject(packages=("rabbitmq",)), [1]),
        (Subject(packages=("redis-streams",)), [1]),
        (Subject(packages=("rabbit",)), []),
        (Subject(paths=("src/web/cache.py",)), [2]),
        (Subject(paths=("src/web/other.py",)), []),
        (Subject(paths=("src/web/cache.py",), packages=("rabbitmq",)), [1, 2]),
    ],
)
def test_packages_are_meant_by_their_whole_names_and_paths_by_themselves_and_their_folders(
    subject: Subject, expected: list[int]
) -> None:
    assert numbers(subject) == expected


def test_why_a_record_is_found_is_told_the_strongest_reason_first() -> None:
    texts = {"docs/decisions/0001-x.md": PAGES["1"]}
    (mention,) = find(records()[:1], texts, Subject("a broker such as redis", packages=("rabbitmq",)))
    assert mention.reasons == (
        "“RabbitMQ” is the package rabbitmq",
        "its text names rabbitmq",
        "“broker” in its title",
        "“redis” in its options",
    )
