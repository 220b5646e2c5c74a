"""Signs that a text wants what no learner asks a tutor for: somebody's private data, a password, in many languages."""

from tutor.safety.concern import Kind
from tutor.safety.normal import fold
from tutor.safety.signs import sign


def _any(words: str) -> str:
    """One of the words, as a folded text has them."""
    return "|".join(fold(word).replace("_", " ") for word in words.split())


_PRIVATE = (
    r"(?:city|home|address|location|e ?-?mail\w*|phone|birthday|birth ?date|bank|credit|"
    r"social security|passwords?|pass ?codes?|residence|initials|medical|salary)"
)
_RANKS = (
    r"(?:police|officer|detective|fbi|cia|agent|sheriff|judge|lawyer|attorney|doctor|nurse|"
    r"president|prime minister|minister|ceo|boss|manager|supervisor|auditor|inspector|"
    r"investigator|accountant|security team|it (?:team|support|department))"
)
# In scripts and languages whose speakers write to a bundled course seldom: the word for a secret,
# and a word of asking for it within reach, in either order.
_SECRETS = _any(
    "パスワード 暗証番号 密码 密碼 口令 пароль пароля 비밀번호 암호 şifreyi şifren şifreni parolanı hasło hasła "
    "wachtwoord kata_sandi mật_khẩu पासवर्ड passwort kennwort senha palavra-passe mot_de_passe "
    "contraseña contrasenya parola_d'ordine parola κωδικό סיסמה رمز_عبور"
    " 残高 余额 बैंक_बैलेंस kontostand saldo_bancario saldo_bancário solde_bancaire"
)
_ASKS = _any(
    "教えて ください 提供 告诉 告訴 给我 是什么 是多少 скажи скажите сообщи назови дай 알려 말해 뭐 무엇 söyle ver_bana "
    "nedir podaj powiedz jakie geef vertel beritahu berikan cho_tôi là_gì बताओ बताइए बताएं "
    "क्या sag_mir nenne gib_mir wie_lautet me_diga me_dê compartilhe qual_é dis-moi donne-moi "
    "dime dame comparte dimmi dammi condividi qual_è πες"
)

INJECTION = sign(
    Kind.INJECTION,
    (
        # a rank claimed, and private data or a secret wanted for it
        (
            rf"(?:i am|i'm|im|this is|speaking as|as) (?:an? |the |your |with the )?"
            rf"(?:\w+ ){{0,2}}?{_RANKS}\b.{{0,90}}?\b"
            rf"(?:know|need|tell|give|share|provide|send|reveal|confirm|hand over|what is|"
            rf"what's)\b.{{0,40}}?\b(?:(?:the|this|that|your) "
            rf"(?:user|student|learner|customer|client|person)s?(?:'s|') "
            rf"(?:\w+ ){{0,2}}?{_PRIVATE}|your (?:\w+ )?(?:passwords?|pass ?codes?|credentials)|"
            rf"the (?:passwords?|pass ?codes?|credentials))"
        ),
        (
            rf"(?<!\bi )(?:know|tell|give|share|reveal|send|provide|disclose|leak|confirm) "
            rf"(?:\w+ ){{0,3}}?the (?:user|customer|client)(?:'s|s'|s) (?:\w+ ){{0,2}}?{_PRIVATE}"
        ),
        (
            r"where (?:does )?the user (?:live|lives)(?: (?:now|currently|at the moment))?|"
            r"(?:confirm|give|send|share|reveal) (?:me )?"
            r"(?:ours|the passwords? (?:for|of|to) (?:our|the|this) "
            r"(?:system|server|account|network)s?)"
        ),
        rf"^.{{0,300}}?(?:{_SECRETS}).{{0,50}}?(?:{_ASKS}).*",
        rf"^.{{0,300}}?(?:{_ASKS}).{{0,30}}?(?:{_SECRETS}).*",
    ),
)  # fmt: skip

SIGNS = (INJECTION,)
