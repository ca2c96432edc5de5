"""Words that people ask with and look for nothing by: "why not kafka" asks for what has "kafka"."""

from collections.abc import Iterable

from ..mentions import bare

# Chinese and Japanese are searched by their signs, none of which only asks.
_WORDS = {
    "en": "a about and are be came can change choose chose chosen come condition conditions decide decided decision decisions"
    " did didn do does doesn don for had has have how i in instead is it make mind minds no not now of on or our s should t"
    " that the there to us use used was we were what when which who why with would",
    "de": "aber am an auf bei das dem den der die diese dieser doch ein eine einen entschieden entscheidung entscheidungen es"
    " für gegen haben hat im ist kein keine meinung mit nehmen nicht nutzen oder statt über um uns und unsere von wann warum"
    " was weshalb wenn wer wie wieso wir wird wofür wollen würde wurde zu zum zur ändern",
    "fr": "a au aux avec avis avons ce changer choisi comment contre d dans de des décidé décision décisions du en est et était"
    " fait ferait il j l la le les n nous notre on ou pas pour pourquoi qu quand que quel quelle qui quoi s sur un une",
    "es": "a al cambiar cambiaría como cómo con contra cuándo de decidido decidimos decisión decisiones del el elegimos en es"
    " eso está fue ha hemos la las lo los no nos nuestra o opinión para por porque qué que quién se sin sobre un una usamos y",
    "pt": "a ao as com como contra da das de decidido decidimos decisão decisões do dos e em escolhemos está foi há isso mudar"
    " mudaria na não nas no nos nossa o opinião os ou para pela pelo por porque porquê qual quando que quem se sobre um uma usamos",
    "it": "a abbiamo al alla cambiare cambierebbe che chi come con contro cosa da deciso decisione decisioni del della di e è"
    " fa fatto i idea il in la le lo nella noi non nostra o per perché quale quando scelto si su sul un una usiamo",
    "ru": "бы было в выбрали где для до же и из или к как какие какое когда кто ли мнение мы на наше не нет о об от по почему"
    " против решение решения решили с так то у что чтобы это изменить",
}


def of(languages: Iterable[str]) -> list[str]:
    """The words of the languages that a site is searched in and of English, as queries are compared: without accents."""
    chosen = dict.fromkeys(["en", *languages])
    return sorted({bare(word) for language in chosen for word in _WORDS.get(language, "").split()})
