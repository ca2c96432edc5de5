"""Conditions and blockers as people write them in the other languages, and sentences that only begin like them."""

import pytest

from adr_gen import reading
from adr_gen.markdown import parse

REFUSED = {
    "de": "# Warteschlange\n\n## Entscheidung\n\nVorerst abgelehnt.\n\n",
    "fr": "# File\n\n## Décision\n\nRejeté pour l'instant.\n\n",
    "es": "# Cola\n\n## Decisión\n\nRechazado por ahora.\n\n",
    "pt": "# Fila\n\n## Decisão\n\nRejeitado por enquanto.\n\n",
    "it": "# Coda\n\n## Decisione\n\nRifiutato per ora.\n\n",
    "ru": "# Очередь\n\n## Решение\n\nПока отклонено.\n\n",
    "zh": "# 队列\n\n## 决定\n\n暂时拒绝。\n\n",
    "ja": "# キュー\n\n## 決定\n\n当面却下。\n\n",
}
"""A document with a refusal, in each language."""


@pytest.mark.parametrize(
    ("language", "words", "conditions", "logic", "blockers"),
    [
        (
            "de",
            "Nochmals prüfen, sobald der Preis fällt und es einen ARM-Build gibt.",
            ["der Preis fällt", "es einen ARM-Build gibt"],
            "all",
            [],
        ),
        (
            "de",
            "Neu bewerten, wenn wir mehr als zehn Knoten betreiben.",
            ["wir mehr als zehn Knoten betreiben"],
            "single",
            [],
        ),
        ("de", "Das wird erst interessant, wenn die Last sich verdoppelt.", ["die Last sich verdoppelt"], "single", []),
        ("de", "Wir kommen darauf zurück, sobald Version 2 erscheint.", ["Version 2 erscheint"], "single", []),
        (
            "de",
            "Sollte der Preis sich halbieren, schauen wir uns das noch einmal an.",
            ["der Preis sich halbieren"],
            "single",
            [],
        ),
        ("de", "Wenn eine Anfrage scheitert, wird sie wiederholt.", [], None, []),
        ("de", "Sobald das Schema kopiert ist, schalten wir um.", [], None, []),
        (
            "de",
            "## Erneut prüfen, wenn\n\n- der Preis fällt\n- es einen ARM-Build gibt",
            ["der Preis fällt", "es einen ARM-Build gibt"],
            "any",
            [],
        ),
        ("de", "## Blocker\n\n- kein ARM-Build\n- kein SSO", [], None, ["kein ARM-Build", "kein SSO"]),
        ("de", "Blockiert durch den fehlenden ARM-Build.", [], None, ["den fehlenden ARM-Build"]),
        ("fr", "À revoir quand le prix baissera de moitié.", ["le prix baissera de moitié"], "single", []),
        ("fr", "Nous y reviendrons dès que la version 2 sortira.", ["la version 2 sortira"], "single", []),
        ("fr", "Cela deviendra intéressant si la charge double.", ["la charge double"], "single", []),
        (
            "fr",
            "## À reconsidérer si\n\n- le prix baisse\n- une version ARM existe",
            ["le prix baisse", "une version ARM existe"],
            "any",
            [],
        ),
        ("fr", "Si une requête échoue, elle est relancée.", [], None, []),
        (
            "fr",
            "## Points bloquants\n\n- pas de version ARM\n- pas de SSO",
            [],
            None,
            ["pas de version ARM", "pas de SSO"],
        ),
        ("fr", "Bloqué par l'absence de version ARM.", [], None, ["l'absence de version ARM"]),
        ("es", "Volver a evaluar cuando el precio baje a la mitad.", ["el precio baje a la mitad"], "single", []),
        ("es", "Lo retomaremos en cuanto salga la versión 2.", ["salga la versión 2"], "single", []),
        ("es", "Solo será interesante si la carga se duplica.", ["la carga se duplica"], "single", []),
        (
            "es",
            "## Reconsiderar cuando\n\n- baje el precio\n- exista una versión ARM",
            ["baje el precio", "exista una versión ARM"],
            "any",
            [],
        ),
        ("es", "Si una petición falla, se repite.", [], None, []),
        ("es", "## Bloqueos\n\n- no hay versión ARM\n- no hay SSO", [], None, ["no hay versión ARM", "no hay SSO"]),
        ("pt", "Reavaliar quando o preço cair pela metade.", ["o preço cair pela metade"], "single", []),
        ("pt", "Voltaremos ao assunto assim que sair a versão 2.", ["sair a versão 2"], "single", []),
        (
            "pt",
            "## Rever quando\n\n- o preço cair\n- existir uma versão ARM",
            ["o preço cair", "existir uma versão ARM"],
            "any",
            [],
        ),
        ("pt", "Se um pedido falhar, ele é repetido.", [], None, []),
        ("pt", "## Impedimentos\n\n- sem versão ARM\n- sem SSO", [], None, ["sem versão ARM", "sem SSO"]),
        ("it", "Rivalutare quando il prezzo si dimezza.", ["il prezzo si dimezza"], "single", []),
        ("it", "Ci torneremo appena uscirà la versione 2.", ["uscirà la versione 2"], "single", []),
        (
            "it",
            "## Da riconsiderare quando\n\n- il prezzo scende\n- esiste una versione ARM",
            ["il prezzo scende", "esiste una versione ARM"],
            "any",
            [],
        ),
        ("it", "Se una richiesta fallisce, viene ripetuta.", [], None, []),
        (
            "it",
            "## Ostacoli\n\n- manca una versione ARM\n- manca SSO",
            [],
            None,
            ["manca una versione ARM", "manca SSO"],
        ),
        ("ru", "Пересмотреть, когда цена снизится вдвое.", ["цена снизится вдвое"], "single", []),
        ("ru", "Вернёмся к этому, как только выйдет версия 2.", ["выйдет версия 2"], "single", []),
        (
            "ru",
            "## Пересмотреть, когда\n\n- снизится цена\n- появится сборка для ARM",
            ["снизится цена", "появится сборка для ARM"],
            "any",
            [],
        ),
        ("ru", "Если запрос не удался, он повторяется.", [], None, []),
        ("ru", "## Блокеры\n\n- нет сборки для ARM\n- нет SSO", [], None, ["нет сборки для ARM", "нет SSO"]),
        ("zh", "当价格减半时重新评估。", ["价格减半时"], "single", []),
        ("zh", "如果负载翻倍，我们将重新考虑。", ["负载翻倍"], "single", []),
        ("zh", "## 重新评估条件\n\n- 价格下降\n- 有 ARM 版本", ["价格下降", "有 ARM 版本"], "any", []),
        ("zh", "如果请求失败，则重试。", [], None, []),
        ("zh", "## 阻碍\n\n- 没有 ARM 版本\n- 没有 SSO", [], None, ["没有 ARM 版本", "没有 SSO"]),
        ("ja", "価格が半分になったら再検討する。", ["価格が半分になったら"], "single", []),
        ("ja", "負荷が倍になった場合は改めて検討する。", ["負荷が倍になった場合は"], "single", []),
        ("ja", "## 再検討の条件\n\n- 価格が下がる\n- ARM 版が出る", ["価格が下がる", "ARM 版が出る"], "any", []),
        ("ja", "リクエストが失敗したら再試行する。", [], None, []),
        ("ja", "## ブロッカー\n\n- ARM 版がない\n- SSO がない", [], None, ["ARM 版がない", "SSO がない"]),
        ("de", "Das wird interessant für alle, wenn man viele Knoten hat.", [], None, []),
        ("de", "Es wird teuer, wenn die Last sich verdoppelt.", [], None, []),
        ("de", "Die Warteschlange wird relevant, sobald der Dienst startet.", [], None, []),
        ("fr", "Le test sera intéressant si les données sont réelles.", [], None, []),
        ("es", "La prueba será relevante si los datos son reales.", [], None, []),
        ("pt", "O teste será interessante se os dados forem reais.", [], None, []),
        ("it", "La prova sarà interessante se i dati sono reali.", [], None, []),
    ],
)
def test_what_a_language_says_of_conditions_and_blockers_is_read(
    language: str, words: str, conditions: list[str], logic: str | None, blockers: list[str]
) -> None:
    read = reading.read(parse(f"{REFUSED[language]}{words}\n"))
    found = [condition.text for condition in read.conditions.triggers]
    assert (found, read.conditions.logic, [blocker.text for blocker in read.blockers]) == (conditions, logic, blockers)
