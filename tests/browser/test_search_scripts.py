"""Search of a log in several languages and scripts, whatever language the site says that it is searched in."""

from pathlib import Path

import pytest

from tests.support.search_box import Reader, open_at, reader
from tests.support.search_site import PROJECT, built_site

__all__ = ["open_at", "reader"]  # fixtures
RECORDS = """
=== docs/decisions/0003-huan-cun.md
# 是否采用缓存服务器

* Status: deferred

## 决定

暂不采用，因为内存成本过高。

## 何时重新评估

* 每秒请求数超过一万
=== docs/decisions/0004-nei-cun.md
# 内存与成本

* Status: accepted

## 决定

采用。服务缓慢，存在风险。
=== docs/decisions/0005-kensaku.md
# 商品の検索

* Status: accepted

## 決定

全文索引を採用する。

## 再検討の条件

* 月額費用が十万円を超えたとき
=== docs/decisions/0006-otchyoty.md
# Выбор базы данных для отчётов

* Status: accepted

## Решение

Запросы выполняются за секунды, и не нужно ничего другого.
=== docs/decisions/0007-auswertung.md
# Welche Datenbank für die Auswertungen

* Status: rejected

## Entscheidung

Abgelehnt, weil niemand die Überwachung übernimmt.
=== docs/zhinan.md
# 部署指南

每次发布之前先备份数据库。
=== docs/tebiki.md
# 運用の手引き

障害のときは担当者に電話する。
"""
CACHE, MEMORY, SEARCH = "decisions/0003-huan-cun/", "decisions/0004-nei-cun/", "decisions/0005-kensaku/"
REPORTS, FIGURES = "decisions/0006-otchyoty/", "decisions/0007-auswertung/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("scripts"), PROJECT.rstrip() + RECORDS)


def places(reader: Reader, query: str) -> list[str]:
    return list(dict.fromkeys(hit.place.partition("#")[0] for hit in reader.find(query)))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("缓存", [CACHE]),  # not where one sign stands here and the other there
        ("采用缓存", [CACHE, MEMORY]),
        ("内存成本", [CACHE, MEMORY]),
        ("请求数", [CACHE]),
        ("为什么不采用缓存", [CACHE]),
        ("我们对缓存做了什么决定", [CACHE]),
        ("全文索引", [SEARCH]),
        ("なぜ全文索引を採用したのか", [SEARCH]),
        ("月額費用", [SEARCH]),
        ("почему не отчетов", [REPORTS]),
        ("секунды", [REPORTS]),
        ("warum nicht Auswertungen", [FIGURES]),
        ("uberwachung", [FIGURES]),
    ],
)
def test_words_and_questions_in_the_language_of_a_record_find_it(reader: Reader, query: str, found: list[str]) -> None:
    assert places(reader, query) == found


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "page"),
    [("备份", "zhinan/"), ("数据库", "zhinan/"), ("指南", "zhinan/"), ("電話", "tebiki/"), ("手引き", "tebiki/")],
)
def test_words_inside_a_phrase_find_a_page_of_the_sites_own(reader: Reader, query: str, page: str) -> None:
    assert places(reader, query) == [page]


@pytest.mark.browser
def test_what_was_asked_for_is_marked_in_scripts_without_spaces_and_nothing_else(reader: Reader) -> None:
    reader.find("内存成本")
    marks = reader.page.locator(".md-search-result__item").first.locator("mark").all_inner_texts()
    assert "".join(marks) == "内存成本"
