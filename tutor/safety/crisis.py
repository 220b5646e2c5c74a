"""The fixed replies in a crisis, never worded by a model, and the helplines that they name.

The sentence that somebody was told is there only when a delivery was confirmed. Numbers are of
public services that answer children; a school sets its country and should check its line.
"""

from dataclasses import dataclass

from tutor.safety.concern import CRISES, Concern, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Helplines:
    """Where a child in a country finds help: emergency, somebody to talk to, help against abuse."""

    emergency: str
    talk: str
    abuse: str = ""


# ISO 3166 code → lines. A name goes with its number so that a child knows who answers.
HELPLINES = {
    "US": Helplines(emergency="911", talk="988 (Suicide & Crisis Lifeline)", abuse="1-800-422-4453 (Childhelp)"),
    "CA": Helplines(emergency="911", talk="1-800-668-6868 (Kids Help Phone)"),
    "GB": Helplines(emergency="999", talk="0800 1111 (Childline)"),
    "IE": Helplines(emergency="112", talk="1800 66 66 66 (Childline)"),
    "AU": Helplines(emergency="000", talk="1800 55 1800 (Kids Helpline)"),
    "NZ": Helplines(emergency="111", talk="1737"),
    "IN": Helplines(emergency="112", talk="14416 (Tele-MANAS)", abuse="1098 (Childline)"),
    "ES": Helplines(emergency="112", talk="024", abuse="116 111 (ANAR)"),
    "MX": Helplines(emergency="911", talk="800 911 2000 (Línea de la Vida)"),
    "AR": Helplines(emergency="911", talk="0800 999 0091 (salud mental)", abuse="102"),
    "CL": Helplines(emergency="131", talk="*4141"),
    "CO": Helplines(emergency="123", talk="141 (ICBF)"),
    "DE": Helplines(emergency="112", talk="116 111 (Nummer gegen Kummer)"),
    "FR": Helplines(emergency="112", talk="3114", abuse="119"),
    "EG": Helplines(emergency="122", talk="16328", abuse="16000"),
    "SA": Helplines(emergency="911", talk="116111"),
    "AE": Helplines(emergency="999", talk="116111"),
}  # fmt: skip
NOWHERE = Helplines(emergency="", talk="findahelpline.com")

_TALK = {
    "en": "You can also call or text someone who helps young people: {talk}.",
    "es": "También puedes llamar o escribir a alguien que ayuda a niños y jóvenes: {talk}.",
    "ar": "يمكنك أيضًا الاتصال بمن يساعد الأطفال والشباب أو الكتابة إليهم: {talk}.",
}
_EMERGENCY = {
    "en": ("If you are in danger right now, call {emergency}.", "If you are in danger right now, call your local emergency number."),
    "es": ("Si estás en peligro ahora mismo, llama al {emergency}.", "Si estás en peligro ahora mismo, llama al número de emergencias de tu país."),
    "ar": ("إذا كنت في خطر الآن فاتصل بالرقم {emergency}.", "إذا كنت في خطر الآن فاتصل برقم الطوارئ في بلدك."),
}  # fmt: skip
_TOLD = {
    "en": "I have told an adult at your school, so that you are not alone with this.",
    "es": "He avisado a una persona adulta de tu escuela, para que no tengas que llevar esto sin ayuda.",
    "ar": "لقد أخبرتُ شخصًا بالغًا في مدرستك حتى لا تواجه هذا وحدك.",
}
_TELL = {
    "en": "Please talk to an adult you trust now: a parent, a teacher, a school counsellor.",
    "es": (
        "Por favor, habla ahora con una persona adulta de confianza: alguien de tu familia, un "
        "profesor o una profesora, o quien orienta a los alumnos en tu escuela."
    ),
    "ar": "من فضلك تحدّث الآن مع شخص بالغ تثق به: أحد الوالدين أو معلّم أو المرشد في المدرسة.",
}
_OPENINGS = {
    Kind.SELF_HARM: {
        "en": (
            "I am really glad that you told me. What you feel matters more than any exercise, and "
            "it can get better with help. I am a computer program and cannot give you the help "
            "that you deserve."
        ),
        "es": (
            "Me alegra mucho que me lo hayas contado. Lo que sientes importa más que cualquier "
            "ejercicio, y con ayuda puede mejorar. Soy un programa informático y no puedo darte "
            "la ayuda que mereces."
        ),
        "ar": (
            "شكرًا لأنك أخبرتني، وحسنًا فعلت. مشاعرك أهم من أي تمرين، ويمكن أن يتحسن حالك "
            "بالمساعدة. أنا برنامج حاسوب، ولا أستطيع وحدي أن أقدّم لك المساعدة اللازمة."
        ),
    },
    Kind.ABUSE: {
        "en": (
            "Thank you for telling me. What happens to you is not your fault, and nobody has the "
            "right to hurt you. I am a computer program; a person has to help you with this."
        ),
        "es": (
            "Gracias por contármelo. Lo que te pasa no es culpa tuya, y nadie tiene derecho a "
            "hacerte daño. Soy un programa informático; con esto tiene que ayudarte una persona."
        ),
        "ar": (
            "شكرًا لأنك أخبرتني. ما يحدث لك ليس ذنبك، وليس من حق أحد أن يؤذيك. أنا برنامج حاسوب، "
            "وهذا أمر يحتاج إلى إنسان يساعدك."
        ),
    },
    Kind.DANGER: {
        "en": (
            "That sounds dangerous, and your safety comes first. Get to a safe place and to "
            "people if you can. I am a computer program and cannot come to help you."
        ),
        "es": (
            "Lo que cuentas parece peligroso, y tu seguridad es lo primero. Si puedes, ve a un "
            "lugar seguro donde haya gente. Soy un programa informático y no puedo ir a ayudarte."
        ),
        "ar": (
            "يبدو الأمر خطيرًا، وسلامتك أهم من كل شيء. اذهب إن استطعت إلى مكان آمن فيه أشخاص "
            "آخرون. أنا برنامج حاسوب ولا أستطيع أن آتي لمساعدتك."
        ),
    },
    Kind.SEXUAL: {
        "en": (
            "I can't talk about that here. If somebody asks you for such things or makes you "
            "uncomfortable, it is not your fault: tell an adult you trust."
        ),
        "es": (
            "De eso no puedo hablar aquí. Si alguien te pide cosas así o hace que te sientas mal, "
            "no es culpa tuya: cuéntaselo a una persona adulta de confianza."
        ),
        "ar": (
            "لا أستطيع التحدث عن ذلك هنا. إذا طلب منك أحد شيئًا كهذا أو ضايقك فليس الذنب ذنبك: "
            "أخبر شخصًا بالغًا تثق به."
        ),
    },
    Kind.VIOLENCE: {
        "en": (
            "I can't help with hurting anyone. If you are very angry or somebody is in danger, "
            "talk to an adult you trust before anything happens."
        ),
        "es": (
            "No puedo ayudar a hacer daño a nadie. Si sientes mucha rabia o alguien corre "
            "peligro, habla con una persona adulta de confianza antes de que pase algo."
        ),
        "ar": (
            "لا أستطيع المساعدة في إيذاء أحد. إذا كنت غاضبًا جدًا أو كان أحد في خطر فتحدّث مع شخص "
            "بالغ تثق به قبل أن يحدث شيء."
        ),
    },
    Kind.HATE: {
        "en": (
            "I don't go along with talk that puts people down for who they are. Everybody is "
            "welcome here. Shall we go back to your work?"
        ),
        "es": (
            "No acepto palabras que desprecian a las personas por lo que son. Aquí todo el mundo "
            "es bienvenido. ¿Volvemos a tu trabajo?"
        ),
        "ar": "لا أقبل كلامًا يقلّل من شأن الناس بسبب ما هم عليه. الجميع مرحّب بهم هنا. هل نعود إلى عملك؟",
    },
    Kind.PERSONAL_DATA: {
        "en": (
            "Please don't share things like phone numbers, addresses or passwords here; I don't "
            "need them. If you gave a password away, change it. Shall we go back to your work?"
        ),
        "es": (
            "Por favor, no compartas aquí teléfonos, direcciones ni contraseñas; no los necesito. "
            "Si diste una contraseña, cámbiala. ¿Volvemos a tu trabajo?"
        ),
        "ar": (
            "من فضلك لا تكتب هنا أرقام هواتف أو عناوين أو كلمات مرور؛ لا أحتاج إليها. إذا كتبت "
            "كلمة مرور فغيّرها. هل نعود إلى عملك؟"
        ),
    },
    Kind.INJECTION: {
        "en": "I can't do that. Let's get on with your work.",
        "es": "Eso no puedo hacerlo. Sigamos con tu trabajo.",
        "ar": "لا أستطيع فعل ذلك. لنتابع عملك.",
    },
}
_CHECK_IN = {
    "en": (
        "I am not sure that I understand, and you matter more than the exercise. Is somebody "
        "hurting you or somebody you know, are you in danger, or do you think of hurting "
        "yourself? If so, answer “yes” or tell me more, and I will call an adult at your school."
    ),
    "es": (
        "No sé si te entiendo bien, y tú importas más que el ejercicio. ¿Alguien te hace daño, a "
        "ti o a una persona que conoces? ¿Estás en peligro, o piensas en hacerte daño? Si es así, "
        "contesta «sí» o cuéntame más, y avisaré a una persona adulta de tu escuela."
    ),
    "ar": (
        "لست متأكدًا أنني فهمتك، وأنت أهم من التمرين. هل يؤذيك أحد، أو يؤذي شخصًا تعرفه؟ هل أنت "
        "في خطر، أو تفكر في إيذاء نفسك؟ إن كان الأمر كذلك فاكتب «نعم» أو أخبرني بالمزيد، وسأنبّه "
        "شخصًا بالغًا في مدرستك."
    ),
}
_OR_GO_ON = {
    "en": "If I got you wrong, just say “no” and we go on with your work.",
    "es": "Si te entendí mal, di «no» y seguimos con tu trabajo.",
    "ar": "وإن كنت قد أسأت فهمك فاكتب «لا» ونتابع عملك.",
}


def reply_to(concern: Concern, language: str, country: str, *, delivered: bool) -> str:
    """The fixed reply to a concern: the crisis reply, or a question where it is only a maybe."""
    if concern.doubtful:
        return check_in(language, country)
    return crisis_reply(concern.kind, language, country, delivered=delivered)


def check_in(language: str, country: str) -> str:
    """Asks whether something is wrong, and names somebody to talk to either way."""
    tongue = language.split("-")[0].lower()
    tongue = tongue if tongue in _CHECK_IN else "en"
    talk = _TALK[tongue].format(talk=HELPLINES.get(country.upper(), NOWHERE).talk)
    return "\n\n".join((_CHECK_IN[tongue], f"{talk} {_OR_GO_ON[tongue]}"))


def crisis_reply(kind: Kind, language: str, country: str, *, delivered: bool) -> str:
    """The fixed reply to a concern, in English when the language (BCP 47) is not among ours.

    `country` is an ISO 3166 code; an unknown one names no number. `delivered` says that a named
    adult has the alert: only then does the reply say so.
    """
    tongue = language.split("-")[0].lower()
    tongue = tongue if tongue in _TELL else "en"
    opening = _OPENINGS[kind][tongue]
    if kind not in CRISES:
        return opening
    lines = HELPLINES.get(country.upper(), NOWHERE)
    talk = lines.abuse if kind is Kind.ABUSE and lines.abuse else lines.talk
    with_number, without = _EMERGENCY[tongue]
    urgent = with_number.format(emergency=lines.emergency) if lines.emergency else without
    told = f"{_TOLD[tongue]} {_TELL[tongue]}" if delivered else _TELL[tongue]
    helped = f"{urgent} {_TALK[tongue].format(talk=talk)}"
    return "\n\n".join((opening, told, helped))
