"""What sentences say that are verdicts only where they stand: first in a verdict's section, or where they call themselves one."""

import re
from functools import cache

from . import words
from .judge import ORDER, Judged, clean, judge, of_sentence, option_name, refused
from .status import qualifier


@cache
def _made() -> re.Pattern[str]:
    part = {n: words.alternation(f"verdict.sentence.{n}") for n in ("who", "firm", "vague")}
    return re.compile(rf"{part['who']}\s+{part['firm']}\s+(?!{part['vague']}(?!\w))[a-z]+", re.I)


def made(sentence: str) -> Judged | None:
    """A decision that its section's first sentence tells: "We will …", whatever it is that will be done."""
    return ("accepted", None) if _made().match(clean(sentence)) else None


@cache
def _chosen() -> re.Pattern[str]:
    part = {
        n: words.alternation(f"verdict.sentence.{n}")
        for n in ("intro", "who", "fillers", "chose", "recommend", "unclear")
    }
    return re.compile(
        rf"(?:{part['intro']},?\s+)?{part['who']}\s+(?:{part['fillers']}\s+)*"
        rf"(?:{part['chose']}\s+(?!{part['unclear']}(?!\w))\w|{part['recommend']}\s+(?!{part['unclear']}(?!\w))(?-i:[A-Z]))", re.I)  # fmt: skip


@cache
def _refused() -> re.Pattern[str]:
    part = {n: words.alternation(f"verdict.sentence.{n}") for n in ("intro", "who", "refuse", "able")}
    return re.compile(
        rf"(?:{part['intro']},?\s+)?(?:{part['who']}\s+)?{part['refuse']}\s+(?!{part['able']}(?!\w))(?=\w)", re.I
    )


@cache
def _passive() -> re.Pattern[str]:
    be, fillers = words.alternation("verdict.sentence.be"), words.alternation("verdict.sentence.fillers")
    return re.compile(rf"(?P<subject>\S.{{0,80}}?)\s+{be}\s+(?:{fillers}\s+)*(?P<rest>\S.*)", re.I)


@cache
def _present() -> re.Pattern[str]:
    part = {n: words.alternation(f"verdict.sentence.{n}") for n in ("intro", "who", "fillers")}
    return re.compile(rf"(?:{part['intro']},?\s+)?{part['who']}\s+(?:{part['fillers']}\s+)*(?P<rest>\S.*)", re.I)


def opening(sentence: str, title: str) -> Judged | None:
    """What the first sentence of a verdict's section says there, though it would say nothing elsewhere.

    A choice, a refusal, an order, what people do from now on, or what is done with the matter that the title names.
    """
    text = clean(sentence)
    if text.endswith("?"):
        return None
    if _chosen().match(text) or _option_alone().match(text):
        return "accepted", None
    if words.leading("verdict.sentence.orders").match(text):
        return judge(text)
    if no := _refused().match(text):
        return refused(text[no.end() :])
    return doing(text) or _ruled(text) or settled(text, title)


@cache
def _rule() -> re.Pattern[str]:
    will, fillers = words.alternation("verdict.sentence.will"), words.alternation("verdict.sentence.fillers")
    return re.compile(rf"(?P<subject>\S+(?:\s+[^\s,.;:]+){{0,7}}?)\s+{will}\s+(?:{fillers}\s+)*(?P<rest>\S.*)", re.I)


def _ruled(text: str) -> Judged | None:
    """What is laid down for something: "All services will use …"."""
    found = _rule().match(text)
    return judge(found["rest"], "free") if found else None


def doing(text: str) -> Judged | None:
    """What people say that they do: "We stay with …"; nothing if what they do may be part of a study."""
    found = _present().match(clean(text))
    unsaid = ("verdict.sentence.vague", "verdict.sentence.chose")
    if not found or any(words.leading(path).match(found["rest"]) for path in unsaid):
        return None
    return judge(found["rest"])


@cache
def _option_alone() -> re.Pattern[str]:
    return re.compile(rf"{option_name().pattern}\s*(?:[.!:]|\Z)", re.I)


def settled(sentence: str, title: str) -> Judged | None:
    """What a sentence of a verdict's section says is done with the matter that the title names: "it is deferred"."""
    text = clean(sentence)
    found = _passive().match(text)
    if not found or words.leading("verdict.sentence.nothing").match(text):
        return None
    for status in ORDER:
        said = words.leading(f"verdict.done.{status}").match(found["rest"])
        if said and (status == "accepted" or _matter(found["subject"], title)):
            return status, qualifier(found["rest"][said.end() :])
    return None


@cache
def _owns() -> re.Pattern[str]:
    return re.compile(rf"\b{words.joined('verdict.sentence.own', 'verdict.sentence.context')}(?!\w)")


def owns(text: str) -> bool:
    """Whether a text has any of the words without which none of its sentences is `owned`; cheap."""
    return _owns().search(text.lower()) is not None


def owned(sentence: str) -> Judged | None:
    """The verdict of a sentence that calls itself one, wherever it stands: "Our conclusion is that we …".

    So does a Y-statement: "In the context of …, facing …, we decided for … to achieve …".
    """
    text = clean(sentence)
    if words.leading("verdict.sentence.context").match(text):
        found = _within().search(text)
        return (of_sentence(text[found.start() :]) or ("accepted", None)) if found else None
    return of_sentence(sentence) if words.leading("verdict.sentence.own").match(text) else None


@cache
def _within() -> re.Pattern[str]:
    who, decided = (
        words.alternation("verdict.sentence.who"),
        words.joined("verdict.sentence.chose", "verdict.sentence.firm"),
    )
    return re.compile(rf"(?<!\w){who}\s+{decided}\s", re.I)


def _matter(subject: str, title: str) -> bool:
    """Whether a subject is what the document is about: "the proposal", or words of the title."""
    if words.whole("verdict.sentence.matter").match(subject):
        return True
    telling = re.findall(r"\w{4,}", subject.lower())
    return bool(telling) and all(word[:6] in title.lower() for word in telling)
