"""What the channel itself says, beside the tutor's replies; for families in their languages."""

from collections.abc import Mapping

from tutor.reports.digest_words import language_for

ENGLISH: Mapping[str, str] = {
    "unlinked": (
        "Hello! I am Meno, a school’s tutor. I am a computer, not a person, and I talk only with "
        "people whom their school has linked with this chat. Your school gives you a link of your "
        "own for that: open it once, on this phone or computer. Without it I keep nothing of what "
        "you write here."
    ),
    "link_bad": (
        "This link was used before, or it is too old. Ask your school for a new one, or make one "
        "on your Meno page, and open that."
    ),
    "link_other": (
        "This chat is linked with somebody else already. Send /delete first to cut that tie, then "
        "open a new link."
    ),
    "linked_learner": (
        "Hello {name}, this chat is now linked with you. I am Meno, a computer tutor: what you do "
        "here counts like what you do on the web, and the other way round. /help shows what I "
        "understand, /privacy what happens to your words."
    ),
    "linked_guardian": (
        "Hello {name}, this chat is now linked with you. Once a week you get a short summary of "
        "how it went for {children}. No chat content is ever shown. /stop ends the summaries."
    ),
    "linked_staff": (
        "Hello {name}, this chat is now linked with you. Alerts that concern you come here."
    ),
    "consent": (
        "I know who you are, {name}, but I may not tutor you on Telegram yet: {adults} must agree "
        "first. Ask them to tell your school. On the web you can go on as always: {address}"
    ),
    "agree_ask": (
        "{child} would like to work with the school’s tutor on Telegram. For that an adult must "
        "agree. The tutor is a computer program; what {child} writes to it passes through "
        "Telegram and is kept by the school. Do you agree?"
    ),
    "agree_yes": "I agree",
    "agree_no": "I do not agree",
    "agreed": (
        "Thank you. {child} may now use the tutor on Telegram. To take this back, tell the school."
    ),
    "not_agreed": (
        "Noted: {child} may not use the tutor on Telegram. To change this, tell the school."
    ),
    "consent_any": "a parent or guardian",
    "consent_or": " or ",
    "consent_no": (
        "Telegram is switched off for you. If that is not what you want, ask your school. On the "
        "web you can go on as always: {address}"
    ),
    "tutoring_off": "The tutor is switched off for you. Ask at home or at school.",
    "no_course": "You are in no course yet. Ask your teacher to add you to one.",
    "which_course": "Which course shall we work on?",
    "course_set": "*{course}* it is.",
    "topics": "You are in *{course}*. Choose what to do next, or write `/topic` and some words.",
    "no_topics": "You are in *{course}*. Write `/topic` and some words to name what you want.",
    "old_button": "This button belongs to something that is over.",
    "old_item": "That question is closed. The one that is open now stands below it.",
    "too_fast": "That was a lot at once. Wait a moment and send it again.",
    "failed": "{what} {do}",
    "edited": (
        "I read new messages only, not ones that you change afterwards. If it matters, send it "
        "again as a new message."
    ),
    "my_progress": "[My progress on the web]({address})",
    "help_learner": (
        "Write your answer, or ask anything about your course. These words help:\n\n"
        "/hint: the next hint\n"
        "/topic: choose what to do next, or another course\n"
        "/progress: what I believe you can do\n"
        "/stop: finish for today\n"
        "/privacy: what happens to your words\n"
        "/delete: cut the tie between this chat and you\n\n"
        "You can also just say “skip”, “why?”, “example”, “too easy” or “quiz me on …”. "
        "I read new messages only, not ones that you change afterwards."
    ),
    "help_guardian": (
        "I send you a short weekly summary of how it went. STOP or /stop ends that, /start begins "
        "it again, /privacy says what is kept, /delete cuts the tie between this chat and you. I "
        "cannot show what your child writes, and I do not read messages here. For anything else, "
        "write to the school."
    ),
    "help_staff": (
        "Alerts that concern you come here; everything else is on the web: {address}. /delete "
        "cuts the tie between this chat and you."
    ),
    "stopped": "You will get no more summaries. Send /start if you want them again.",
    "resumed": "You will get the weekly summary again. STOP ends it.",
    "privacy_learner": (
        "I am a computer program, not a person.\n\n"
        "• What you write here passes through Telegram, which can read it, and is kept by your "
        "school together with what you do on the web.\n"
        "• Your teachers can read it; each look is noted, and you see the notes under My "
        "progress. Your family gets short summaries, never your words.\n"
        "• If you write that you or somebody else is in danger, an adult of your school is told.\n"
        "• Your school decides whether a language model outside the school helps to word "
        "replies; ask it.\n"
        "• Photos and voice messages are read only where your school uses such a model and you may "
        "use it; the model sees the whole picture. You confirm what was read, and the file is not "
        "kept by Meno.\n"
        "• /delete cuts the tie between this chat and you."
    ),
    "privacy_guardian": (
        "I am a computer program. The school keeps the number of this chat to send you summaries; "
        "they pass through Telegram. They are made from counts and skills, never from what your "
        "child writes, and your child sees them first. /delete cuts the tie."
    ),
    "delete_ask": (
        "Shall I cut the tie between this chat and you? Then I no longer know who writes here. "
        "What stays with the school: {stays}"
    ),
    "delete_stays_learner": "your answers, your progress and our conversations, on its own system.",
    "delete_stays_other": "your name and your ties to learners; only this chat is forgotten.",
    "delete_yes": "Yes, cut it",
    "delete_no": "No, keep it",
    "deleted": (
        "Done: this chat is no longer linked with you, and I have forgotten its number. What stays "
        "with the school: {stays} To have that erased as well, ask the school. The messages that "
        "stand here are in your Telegram: delete this chat there if you wish."
    ),
    "kept": "All right, everything stays as it is.",
}

SPANISH: Mapping[str, str] = {
    # Whoever is not linked yet may be a child or an adult: neither “tú” nor “usted”.
    "unlinked": (
        "Hola, soy Meno, el tutor de una escuela. Soy un programa, no una persona, y solo hablo con "
        "quienes su escuela ha vinculado con este chat. La escuela da para eso un enlace personal: "
        "basta abrirlo una vez, en este mismo aparato. Sin él no guardo nada de lo que se escribe "
        "aquí."
    ),
    "link_bad": (
        "Este enlace ya se usó o es demasiado viejo. Hay que pedir otro a la escuela, o crear uno en "
        "la página de Meno, y abrirlo."
    ),
    "link_other": (
        "Este chat ya está vinculado con otra persona. Primero hay que enviar /delete para "
        "desvincularlo y después abrir un enlace nuevo."
    ),
    "agree_ask": (
        "{child} quiere trabajar en Telegram con el tutor de la escuela. Para eso debe estar de "
        "acuerdo una persona adulta. El tutor es un programa; lo que {child} le escribe pasa por "
        "Telegram y lo guarda la escuela. ¿Está de acuerdo?"
    ),
    "agree_yes": "Estoy de acuerdo",
    "agree_no": "No estoy de acuerdo",
    "agreed": (
        "Gracias. {child} puede usar ahora el tutor en Telegram. Para retirar su acuerdo, avise a "
        "la escuela."
    ),
    "not_agreed": (
        "Anotado: {child} no puede usar el tutor en Telegram. Para cambiarlo, avise a la escuela."
    ),
    "linked_guardian": (
        "Hola, {name}: este chat está ahora vinculado con usted. Una vez por semana recibirá un "
        "breve resumen de cómo le fue a {children}. Nunca se muestra el contenido de las "
        "conversaciones. /stop termina los resúmenes."
    ),
    "help_guardian": (
        "Le envío un breve resumen semanal de cómo fue. STOP, ALTO o /stop lo terminan, /start lo "
        "reanuda, /privacy dice qué se guarda y /delete desvincula este chat. No puedo mostrar lo "
        "que escribe su hijo o hija, y no leo mensajes aquí. Para todo lo demás, escriba a la "
        "escuela."
    ),
    "stopped": "No recibirá más resúmenes. Envíe /start si los quiere de nuevo.",
    "resumed": "Recibirá de nuevo el resumen semanal. STOP o ALTO lo terminan.",
    "privacy_guardian": (
        "Soy un programa. La escuela guarda el número de este chat para enviarle resúmenes, que "
        "pasan por Telegram. Se hacen con recuentos y destrezas, nunca con lo que escribe su hijo "
        "o hija, que además los ve primero. /delete desvincula el chat."
    ),
    "delete_ask": (
        "¿Desvinculo este chat de usted? Entonces ya no sabré quién escribe aquí. Lo que queda en "
        "la escuela: {stays}"
    ),
    "delete_stays_other": "su nombre y sus vínculos con alumnos; solo se olvida este chat.",
    "delete_yes": "Sí, desvincular",
    "delete_no": "No, dejarlo así",
    "deleted": (
        "Hecho: este chat ya no está vinculado con usted y he olvidado su número. Lo que queda en "
        "la escuela: {stays} Para borrarlo también, pídalo a la escuela. Los mensajes que hay aquí "
        "están en su Telegram: puede borrar el chat allí."
    ),
    "kept": "De acuerdo, todo queda como está.",
    "old_button": "Este botón pertenece a algo que ya terminó.",
    "children_none": "su hijo o hija",
}

ARABIC: Mapping[str, str] = {
    "unlinked": (
        "مرحبًا! أنا Meno، مدرّس آلي لمدرسة. أنا برنامج حاسوب ولست إنسانًا، ولا أتحدث إلا مع من ربطتهم "
        "مدرستهم بهذه المحادثة. تعطي المدرسة لذلك رابطًا شخصيًا يُفتح مرة واحدة على هذا الجهاز. من "
        "دونه لا أحفظ شيئًا مما يُكتب هنا."
    ),
    "link_bad": (
        "استُخدم هذا الرابط من قبل أو مضى عليه وقت طويل. يمكن طلب رابط جديد من المدرسة، أو إنشاء "
        "واحد في صفحة Meno، ثم فتحه."
    ),
    "link_other": (
        "هذه المحادثة مرتبطة بشخص آخر. يجب إرسال ‎/delete أولًا لفك ذلك الربط، ثم فتح رابط جديد."
    ),
    "agree_ask": (
        "{child} يريد أن يتعلّم مع مدرّس المدرسة الآلي على تيليغرام، ويلزم لذلك موافقة شخص بالغ. "
        "المدرّس برنامج حاسوب؛ وما يكتبه {child} يمر عبر تيليغرام وتحفظه المدرسة. هل توافق؟"
    ),
    "agree_yes": "أوافق",
    "agree_no": "لا أوافق",
    "agreed": "شكرًا. يمكن الآن لـ{child} استخدام المدرّس على تيليغرام. للتراجع أخبر المدرسة.",
    "not_agreed": "سُجّل: لا يستخدم {child} المدرّس على تيليغرام. لتغيير ذلك أخبر المدرسة.",
    "linked_guardian": (
        "مرحبًا {name}، هذه المحادثة مرتبطة بك الآن. يصلك مرة في الأسبوع ملخص قصير عن تقدّم "
        "{children}. لا يُعرض محتوى المحادثات أبدًا. ‏/stop يوقف الملخصات."
    ),
    "help_guardian": (
        "أرسل إليك ملخصًا أسبوعيًا قصيرًا. ‏STOP أو «قف» أو ‎/stop يوقفه، و‎/start يعيده، "
        "و‎/privacy يبيّن ما يُحفظ، و‎/delete يفك ربط هذه المحادثة بك. لا أستطيع عرض ما يكتبه "
        "طفلك، ولا أقرأ الرسائل هنا. لأي أمر آخر اكتب إلى المدرسة."
    ),
    "stopped": "لن تصلك ملخصات بعد الآن. أرسل ‎/start إذا أردتها من جديد.",
    "resumed": "سيصلك الملخص الأسبوعي من جديد. ‏STOP أو «قف» يوقفه.",
    "privacy_guardian": (
        "أنا برنامج حاسوب. تحفظ المدرسة رقم هذه المحادثة لترسل إليك الملخصات، وهي تمر عبر "
        "تيليغرام. تُصنع من أعداد ومهارات، لا مما يكتبه طفلك، ويراها طفلك أولًا. ‏/delete يفك الربط."
    ),
    "delete_ask": (
        "هل أفك ربط هذه المحادثة بك؟ عندها لن أعرف من يكتب هنا. ما يبقى لدى المدرسة: {stays}"
    ),
    "delete_stays_other": "اسمك وصلتك بالمتعلمين؛ تُنسى هذه المحادثة فقط.",
    "delete_yes": "نعم، فك الربط",
    "delete_no": "لا، أبقِه",
    "deleted": (
        "تم: لم تعد هذه المحادثة مرتبطة بك، وقد نسيت رقمها. ما يبقى لدى المدرسة: {stays} لمحوه "
        "أيضًا اطلب ذلك من المدرسة. الرسائل الموجودة هنا في تيليغرام لديك، ويمكنك حذف المحادثة هناك."
    ),
    "kept": "حسنًا، يبقى كل شيء كما هو.",
    "old_button": "هذا الزر يخص أمرًا انتهى.",
    "children_none": "طفلك",
}

_TABLES = {"en": ENGLISH, "es": SPANISH, "ar": ARABIC}

STOP_WORDS = frozenset(
    {"stop", "alto", "parar", "pare", "basta", "unsubscribe", "end", "cancel", "quit"}
    | {"قف", "توقف", "أوقف", "اوقف"}
)


def say(name: str, language: str = "en", /, **slots: str) -> str:
    """A sentence of the channel in a language, in English where it is not translated."""
    table = _TABLES.get(language_for(language), ENGLISH)
    return table.get(name, ENGLISH.get(name, "")).format(**slots)


def means_stop(text: str) -> bool:
    """Whether a guardian's message is the word STOP in one of the languages."""
    bare = "".join(c for c in text.casefold() if c.isalnum() or c.isspace()).strip()
    return bare in STOP_WORDS
