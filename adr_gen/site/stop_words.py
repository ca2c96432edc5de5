"""Words that people ask with and look for nothing by: "why not kafka" asks for what has "kafka"."""

import re
from collections.abc import Iterable

from ..record_search import bare

_LETTERS = re.compile(r"[^\W\d_]+")

# Chinese and Japanese have no spaces that would part words: theirs are PHRASES.
_WORDS = {
    "en": "a about and any are be came can change choose chose chosen come condition conditions decide decided decision"
    " decisions did didn do does doesn don for had has have hold holds how i in instead is it make mind minds must need needs"
    " no not now of on or our s should stand stands still t that the there to today us use used valid was way we were what"
    " when which who why with would",
    "de": "aber am an auf bei das dem den der die diese dieser doch ein eine einen entscheidung entscheidungen entschieden es"
    " für gegen gilt haben hat heute im ist kein keine meinung mit muss nehmen nicht noch nutzen oder statt um und uns unsere"
    " von wann warum was wenn wer weshalb wie wieso wir wird wofür wollen wurde würde zu zum zur ändern über",
    "fr": "a au aujourd aux avec avis avons ce changer choisi comment contre d dans de des du décidé décision décisions en"
    " encore est et fait ferait hui il j l la le les n notre nous on ou pas pour pourquoi qu quand que quel quelle qui quoi s"
    " sur toujours un une vaut était",
    "es": "a al aún cambiar cambiaría como con contra cuándo cómo de decidido decidimos decisiones decisión del el elegimos"
    " en es eso está fue ha hemos hoy la las lo los no nos nuestra o opinión para por porque que quién qué se sigue sin sobre"
    " un una usamos vale y",
    "pt": "a ainda ao as com como contra da das de decidido decidimos decisão decisões do dos e em escolhemos está foi hoje"
    " há isso mudar mudaria na nas no nos nossa não o opinião os ou para pela pelo por porque porquê qual quando que quem se"
    " sobre um uma usamos vale",
    "it": "a abbiamo al alla ancora cambiare cambierebbe che chi come con contro cosa da decisione decisioni deciso del della"
    " di e fa fatto i idea il in la le lo nella noi non nostra o oggi per perché quale quando scelto si su sul un una usiamo"
    " vale è",
    "ru": "бы было в выбрали где для до ещё же и из изменить или к как какие какое когда кто ли мнение мы на наше не нет о об"
    " от по почему против решение решения решили с сегодня так то у что чтобы это",
}


_SMALL = {name: {bare(word) for word in words.split()} for name, words in _WORDS.items()}
_PHRASES = {
    # the longer ones first
    "zh": "为什么 为何 为啥 怎么 怎样 如何 什么时候 什么 哪些 哪个 我们 是否 有没有 没有 做了 决定 不用 不采用 不选 会让 改变 主意"
    " 想法 关于",
    "ja": "なぜ どうして なんで どのように どう 何を いつ 私たち 我々 について したら しない しなかった のか ですか ますか 決定"
    " 決めた 変える",
}
PHRASES = "|".join(phrase for phrases in _PHRASES.values() for phrase in phrases.split())
"""The same of Chinese and Japanese, as a pattern: they stand between the words that are looked for."""
LEAST = 2
"""Small words that tell a language."""


def language(text: str) -> str | None:
    """The language, other than English, whose small words a text has most of; None if it has hardly any."""
    words = {bare(word) for word in _LETTERS.findall(text.lower())}
    counts = {name: len(words & small) for name, small in _SMALL.items()}
    best = max(counts, key=lambda name: (counts[name], name == "en"))
    return best if best != "en" and counts[best] >= LEAST else None


def of(languages: Iterable[str]) -> list[str]:
    """The words of the languages that a site is searched in and of English, as queries are compared: without accents."""
    return sorted({word for language in {"en", *languages} for word in _SMALL.get(language, ())})
