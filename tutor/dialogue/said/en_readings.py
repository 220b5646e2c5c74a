"""English: what the tutor says about readings, and the ways into a skill that a course has."""

from tutor.dialogue.said.table import Phrases

READINGS: Phrases = {
    "explain.none": (
        (
            "I looked in your course’s readings and found nothing about that, so I had better not "
            "guess. Ask your teacher, or ask me in other words."
        ),
        (
            "Your course’s readings do not say, and I do not want to make something up. Try other "
            "words, or ask your teacher."
        ),
    ),
    "explain.none_of": (
        "Your course’s readings say nothing about {words}, and I had better not guess. Your teacher may know.",
        "About {words} I find nothing in your readings, so I would only be making it up. Ask your teacher that one.",
        "I looked for {words} in your readings, and it is not there. It is a good one for your teacher.",
    ),
    "explain.none.abroad": (
        (
            "This course is in English, and I can only look things up in its words. A word or two is "
            "enough.\n\n{theirs}"
        ),
    ),
    "beyond": (
        "Your course does not say. **Not from your course**, so check it with your teacher:",
        "That is **not from your course**: your readings do not speak of it, so look it up before you rely on it.",
    ),
    "explain": (
        "From your readings:",
        "Here is what your course says:",
        "Your readings put it this way:",
    ),
    "quoted": ("“{word}”",),
    "explain.unsaid": (
        "I find nothing about {words} in your readings. The nearest to it:",
        "Your readings do not speak of {words}. This is the closest they come:",
        "About {words} your readings say nothing, but they say this:",
    ),
    "explain.apart": (
        (
            "What “{word}” means, your readings do not say, so I cannot set the two apart for "
            "you. The other one they do explain:"
        ),
        "Your readings explain only one of the two; about “{word}” ask your teacher. Here is the one they have:",
    ),
    "explain.held": (
        "Hold that against what your course says. Do the two agree?",
        "That is worth checking. See whether it fits with your course:",
        "Compare that with your course, word by word:",
    ),
    "explain.perhaps": (
        "If you mean “{question}”, your course says:",
        "I take it that you mean “{question}”.",
    ),
    "explain.later": (
        (
            "I can tell you that in a moment: part of it would give away the question that is "
            "open. Answer it or say “skip”, and then ask me again."
        ),
        (
            "That has to wait for one answer, since it would give part of the open question away. "
            "Try it, or say “skip”, and ask me again right after."
        ),
    ),
    "explain.again": (
        "Your readings go no further than this; what lies behind it is a good question for your teacher.",
        "That is as far as your readings go. If you want to know more, ask your teacher.",
    ),
    "explain.same": (
        (
            "I have just told you what your readings say there. Say “example” and see it done, or "
            "ask about one word of it."
        ),
        "Other words for it your readings do not have. An example may say more: just type “example”.",
    ),
    "explain.kept": (
        "One part of it would give away the open question, so I keep that back.",
    ),
    "explain.back": ("Back to your question:", "With that in mind, your question again:", "And now yours:"),
    "beside.later": (
        "Your question has to wait for one answer, since it is near to what comes now. Ask me again right after.",
        "What you asked comes close to the next question, so I keep it for a moment. Ask me again after it.",
    ),
    "beside.near": (
        "Exactly what you asked, your readings do not say. Near to it they have {choices}; ask me that, if you like.",
        "On your question I find nothing exact. What comes nearest is {choices}: send me that, and I tell you.",
    ),
    "beside.none": (
        "What you asked there, your readings do not say. It is a good one for your teacher.",
        "On your question your readings are silent, and I will not make something up. Take it to your teacher.",
    ),
    "beside.tutor": (
        "As for me: I am a computer program, so there is not much to tell.",
        "About myself there is little to say: I am a program, and this is all I do.",
    ),
    "beside": ("About your question: {answer}", "And what you asked: {answer}"),
    "explain.on": ("Shall we try one?", "Do you want to try one on this?"),
    "topic": ("**{term}**: {lines}",),
    "explain.probe": (
        "Let us test that idea. {lines}",
        "Many think so. Put it to the test: {lines}",
    ),
    "explain.idea": (
        "Let us look at that closely. {lines}",
        "That is often heard. Here is how it is: {lines}",
    ),
    "topic.where": ("It is in your readings under [1].",),
    "offer": (
        "Which of these do you mean: {choices}?",
        "That could be several things: {choices}. Which one?",
    ),
    "ways": (
        "There is more than one way into *{skill}*:\n\n{ways}",
        "You can meet *{skill}* in other ways too:\n\n{ways}",
    ),
    "ways.lacks_project": ("Your course has no project for *{skill}* so far. What it has:\n\n{ways}",),
    "ways.lacks_activity": (
        "Your course has no activity for *{skill}* so far. What it has:\n\n{ways}",
    ),
    "ways.choose": ("Choose one with a button.", "Take the one that you like."),
    "way.reading": ("a reading",),
    "way.worked_example": ("a worked example",),
    "way.video": ("a video with its transcript",),
    "way.activity": ("something to do",),
    "way.project": ("a project",),
    "way.titled": ("{kind}: *{title}*",),
    "way.timed": ("{way} ({minutes} min)",),
    "show": ("Here it is, {way}.", "Good choice of way: {way}."),
    "show.reading": ("The whole reading is behind [1].",),
    "show.transcript": ("What is said in it stands in [1].",),
    "show.on": ("When you are through, say “go on”.", "Say “go on” when you have had a look."),
    "offer.questions": (
        "Your readings answer these. Is it one of them?\n\n{choices}",
        "Do you mean one of these?\n\n{choices}",
    ),
    "offer.one": (
        "Exactly that your readings do not say, as far as I see. The nearest they answer is {choice} Is it that?",
        "I find no answer to just that. What your readings do answer is {choice} Shall I tell you that?",
    ),
    "offer.unsure": (
        "I am not sure that your readings say so. Is it about {choices}?",
        "I found nothing that fits well. Do you mean {choices}, perhaps?",
    ),
}  # fmt: skip
