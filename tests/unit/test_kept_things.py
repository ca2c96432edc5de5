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
        ("Should the jobs be run by Airflow?", "Stay on cron.", "rejected"),
        ("Do we need Airflow?", "We keep cron.", "rejected"),
        ("Do we need Airflow?", "We keep things as they are.", "rejected"),
        ("Move the jobs to Airflow?", "We leave the jobs as they are.", "rejected"),
        ("Can we drop cron?", "We keep cron.", "rejected"),
        ("Is it time to drop cron?", "We keep it.", "rejected"),
        ("Which scheduler?", "Stay on cron.", "accepted"),
        ("Is cron still right?", "Stay on cron.", "accepted"),
        ("Should we leave the jobs alone?", "We leave the jobs as they are.", "accepted"),
        ("Cron or Airflow?", "Stay on cron.", "accepted"),
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
        ("Should we move to Airflow?", "We stick with cron.", "rejected"),
        ("Move the jobs to Airflow", "Stay on cron.", "rejected"),
        ("Faut-il migrer vers Kafka ?", "Nous restons sur Redis.", "rejected"),
        ("¿Debemos migrar a Kafka?", "Seguimos con Redis.", "rejected"),
        ("Devemos migrar para o Kafka?", "Continuamos com o Redis.", "rejected"),
        ("Dobbiamo passare a Kafka?", "Restiamo su Redis.", "rejected"),
        ("Which queue", "Stay on Redis. The team will not use Kafka.", "accepted"),
        ("Queue: which one?", "Keep Redis. Nobody should run a cluster for it.", "accepted"),
        ("Queue", "Stay on Redis. The team will not use Kafka.", None),
        ("Kafka for the mails", "Stay on Redis. The team will not use git.", None),
        ("Kafka for the mails", "Stay on Redis. The team will not use Kafka.", "rejected"),
        ("Kafka for the mails", "Stay on Redis. Not now.", "deferred"),
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


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ("- **Redis**: known\n- **Kafka**: fast", "accepted"),
        ("- **Redis**: known\n- **Mail queue**: fast", None),
        ("- **Kafka**: fast\n- **Pulsar**: faster", None),
        ("- **Redis**: known", None),
    ],
)
def test_one_of_several_options_is_kept_where_the_title_names_none_of_them(options: str, status: str | None) -> None:
    text = f"# Queue for the mails\n\n## Options\n\n{options}\n\n## Recommendation\n\nStay on Redis. The team will not use git.\n"
    verdict = reading.read(parse(text)).verdict
    assert (verdict and (verdict.status, verdict.line)) == (status and (status, "Stay on Redis."))
