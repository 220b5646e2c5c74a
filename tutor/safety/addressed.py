"""What an adult reads of an alert, in their own language: English, Spanish or Arabic (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.safety.concern import CRISES, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of one language; `{name}` is the learner's, `{where}` the page's address."""

    language: str
    about: Mapping[str, str]  # by Kind: a sentence about {name}
    other: str  # of any other kind
    sent: str  # behind it, on the way to the adult
    now: str  # the head of the alert on a page: of a crisis
    later: str  # of anything else
    perhaps: str  # of a doubt
    read: str
    note: str
    taken: str


_ENGLISH = Words(
    language="en",
    about={
        Kind.SELF_HARM: "{name} may be thinking of harming themselves.",
        Kind.ABUSE: "{name} may be being hurt or abused.",
        Kind.DANGER: "{name} may be in danger.",
        Kind.SEXUAL: "{name} wrote something sexual.",
        Kind.VIOLENCE: "{name} wrote something violent.",
        Kind.HATE: "{name} wrote something hateful.",
        Kind.PERSONAL_DATA: "{name} gave away personal data.",
        Kind.INJECTION: "{name} tried to make the tutor misbehave.",
    },
    other="{name} wrote something that an adult must see.",
    sent="Please open Meno now{where}, read the alert and acknowledge it.",
    now="{name} may need an adult now",
    later="{name} may need an adult",
    perhaps="Perhaps: the learner was asked.",
    read="Read what was written:",
    note="What you will do (optional)",
    taken="I have seen this and take it on",
)
_SPANISH = Words(
    language="es",
    about={
        Kind.SELF_HARM: "Puede que {name} esté pensando en hacerse daño.",
        Kind.ABUSE: "Puede que a {name} le estén haciendo daño o maltratando.",
        Kind.DANGER: "Puede que {name} esté en peligro.",
        Kind.SEXUAL: "{name} escribió algo de contenido sexual.",
        Kind.VIOLENCE: "{name} escribió algo violento.",
        Kind.HATE: "{name} escribió algo con odio.",
        Kind.PERSONAL_DATA: "{name} dio datos personales.",
        Kind.INJECTION: "{name} intentó que el tutor se portara mal.",
    },
    other="{name} escribió algo que un adulto debe ver.",
    sent="Por favor, abra Meno ahora{where}, lea el aviso y confirme que se hace cargo.",
    now="Puede que {name} necesite a un adulto ahora",
    later="Puede que {name} necesite a un adulto",
    perhaps="Quizá: se le ha preguntado.",
    read="Lea lo que se escribió:",
    note="Qué va a hacer (opcional)",
    taken="Lo he visto y me hago cargo",
)
_ARABIC = Words(
    language="ar",
    about={
        Kind.SELF_HARM: "قد تكون لدى {name} أفكار بإيذاء النفس.",
        Kind.ABUSE: "قد يكون هناك من يؤذي {name} أو يسيء المعاملة.",
        Kind.DANGER: "قد يكون هناك خطر على {name}.",
        Kind.SEXUAL: "في رسالة من {name} كلام جنسي.",
        Kind.VIOLENCE: "في رسالة من {name} كلام عنيف.",
        Kind.HATE: "في رسالة من {name} كلام كراهية.",
        Kind.PERSONAL_DATA: "في رسالة من {name} بيانات شخصية.",
        Kind.INJECTION: "في رسالة من {name} محاولة لجعل المعلم الآلي يخالف قواعده.",
    },
    other="في رسالة من {name} ما يجب أن يراه شخص بالغ.",
    sent="يرجى فتح Meno الآن{where} وقراءة التنبيه وتأكيد استلامه.",
    now="قد يحتاج {name} إلى شخص بالغ الآن",
    later="قد يحتاج {name} إلى شخص بالغ",
    perhaps="ربما: وُجّه سؤال عن ذلك.",
    read="لقراءة ما كُتب:",
    note="ما الذي ستفعله (اختياري)",
    taken="رأيت هذا وسأتولى الأمر",
)
_TABLES = {words.language: words for words in (_ENGLISH, _SPANISH, _ARABIC)}


def words_for(language: str) -> Words:
    """The sentences in a language (BCP 47), in English where there are none."""
    return _TABLES.get(language.partition("-")[0].casefold(), _ENGLISH)


def sent(kind: str, name: str, language: str, *, where: str = "") -> str:
    """What reaches the adult on the way: who and why, never what the learner wrote."""
    words = words_for(language)
    place = f" ({where})" if where else ""
    return f"{about(kind, name, language)} {words.sent.format(where=place)}"


def about(kind: str, name: str, language: str) -> str:
    """Why an adult is needed, in a sentence."""
    words = words_for(language)
    return words.about.get(kind, words.other).format(name=name)


def doubted(kind: str, tier: int) -> bool:
    """Whether an alert is of a doubt that the learner was asked about."""
    return tier == 2 and kind in CRISES
