"""Who keeps what there is refuses what the title proposes in its place, and decides nothing where that cannot be told."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse


@pytest.mark.parametrize(
    ("title", "sentence", "status"),
    [
        ("Replace cron with Airflow", "Cron remains the main way to start jobs.", "rejected"),
        ("Replace cron with Airflow", "Airflow remains the best choice.", "accepted"),
        ("Should we replace cron with Airflow?", "Keep cron.", "rejected"),
        ("Drop Python 3.9", "Keep Python 3.9.", "rejected"),
        ("Evaluate dropping Python 3.9", "We keep Python 3.9.", "rejected"),
        ("Evaluate dropping Python 3.9", "Python 3.9 lives.", None),
        ("Evaluate dropping Python 3.9", "We drop it.", "accepted"),
        ("Getting rid of the fax", "We keep the fax.", "rejected"),
        ("Airflow for nightly jobs", "We see no reason to keep cron.", None),
        ("Keep the cron job?", "We see no reason to keep the cron job.", "rejected"),
        ("Evaluating Airflow", "For now we stay on cron.", "rejected"),
        ("Evaluating Airflow", "We are staying with cron.", "rejected"),
        ("Evaluating Airflow", "Keep things as they are.", "rejected"),
        ("Evaluate Airflow", "Leave as is.", "rejected"),
        ("Evaluating Airflow", "Keep Airflow.", "accepted"),
        ("Evaluating Airflow", "Keep it.", "accepted"),
        ("Upgrade to Postgres 18", "Stay on Postgres 16.", "rejected"),
        ("Upgrade to Postgres 18", "Stay on 16.", "rejected"),
        ("Airflow for nightly jobs", "Keep the cron job.", None),
        ("GraphQL gateway", "Stay on REST.", None),
        ("Should the jobs be run by Airflow?", "Stay on cron.", None),
        ("Evaluating Airflow", "The numbers are close, so we stay on cron.", "rejected"),
        ("Évaluation de Kafka", "On garde Redis.", "rejected"),
        ("Bewertung von Kafka", "Wir bleiben bei Redis.", "rejected"),
        ("Avaliação do Kafka", "Continuamos com o Redis.", "rejected"),
        ("Переход на Kafka", "Остаёмся на Redis.", "rejected"),
        ("Kafka 评估", "继续使用 Redis，不引入 Kafka。", "rejected"),
        ("Kafka 评估", "维持现状。", "rejected"),
        ("Kafka の評価", "現状維持とする。", "rejected"),
        ("Kafka の評価", "移行するメリットがない。", "rejected"),
        ("Airflow", "We stick with cron.", None),
        ("Job scheduling", "Keep the cron job.", "accepted"),
        ("Which registry?", "Keep Harbour.", "accepted"),
        ("GraphQL or REST", "Stay on REST.", "accepted"),
    ],
)
def test_who_keeps_something_says_of_the_title_what_that_means_for_it(
    title: str, sentence: str, status: str | None
) -> None:
    verdict = reading.read(parse(f"# {title}\n\nSome words on it.\n\n## Recommendation\n\n{sentence}\n")).verdict
    assert (verdict and verdict.status) == status
