"""English: what the tutor says about the item that is open, comes next or was answered."""

from tutor.dialogue.said.table import Phrases

ITEMS: Phrases = {
    "open.first": (
        (
            "Hello {name}! I’m Meno, a computer tutor. I ask a little more than I tell, because "
            "that is what makes things stick. We begin small."
        ),
        (
            "Welcome, {name}! I’m Meno, a tutor that runs on a computer. You can ask me anything "
            "about {course}; I will mostly ask back. Here is a first one."
        ),
    ),
    "open.quiz": (
        (
            "Hello {name}! I’m Meno, a computer tutor. This is a quiz of {count} questions: I "
            "only note your answers and give no hints. At the end we look at all of them together."
        ),
        (
            "Welcome, {name}! I’m Meno, a tutor that runs on a computer. Here comes a quiz: "
            "{count} questions, no hints, and afterwards I show you what was right and why."
        ),
    ),
    "open.homework": (
        (
            "Hello {name}! I’m Meno, a computer tutor. This is homework, so you find the answers "
            "and I help on the way: with hints and with examples of other questions."
        ),
        (
            "Welcome, {name}! I’m Meno, a tutor that runs on a computer. For homework I give "
            "hints and examples, but no final answers. Ask me anything about {course}."
        ),
    ),
    "open.place": (
        (
            "If you know some of {course} already, I can find out where to begin with up to "
            "{most} short questions. Or we start at the beginning, with the one below. You "
            "choose, and you can say “stop” at any time."
        ),
    ),
    "open.due": (
        "Good to see you, {name}. *{skill}* is due for another look, so we start there.",
        "Hello {name}. It has been a while since *{skill}*. Let us see what is still there.",
        "Welcome back, {name}. First a quick look back at *{skill}*.",
    ),
    "open.due_many": (
        "Good to see you, {name}. {count} skills are due for another look; we start with *{skill}*.",
        "Hello {name}. {count} things are waiting to be remembered. First: *{skill}*.",
    ),
    "open.next": (
        "Good to see you, {name}. Next on your path: *{skill}*.",
        "Hello {name}. Today we go on with *{skill}*.",
        "Welcome back, {name}. Let us take the next step: *{skill}*.",
    ),
    "open.resumed": (
        "Welcome back, {name}. This one is still open from last time:",
        "Hello again, {name}. We had not finished this:",
    ),
    "open.nothing": (
        "Good to see you, {name}. Nothing is due today. Name anything from {course} and we look at it together.",
    ),
    "ask": (
        "Here is one on *{skill}*.",
        "Try this one.",
        "Next, *{skill}*.",
        "Have a go at this.",
        "On to this one.",
    ),
    "ask.topic": ("*{skill}* it is.", "Good, then *{skill}*.", "Fine, *{skill}*. Here we go."),
    "ask.skip": (
        "All right, we leave that one. Here is another.",
        "We put it aside; it may come back another day. Try this one.",
        "No problem. Something else:",
    ),
    "ask.easier": (
        "Thanks for telling me. This one takes a smaller step.",
        "Let us take it down a notch.",
        "Good that you say so. Here is a gentler one.",
    ),
    "ask.harder": (
        "Fine, then something that asks more of you.",
        "Good. This one should make you think.",
        "All right, a steeper step.",
    ),
    "ask.claim": (
        "If you know *{skill}* already, three questions without help will show it. Here is one.",
        "Good to hear. Show me on three questions, no hints, and we move on. Now:",
    ),
    "ask.placement": (
        (
            "Good, let us find out where you should begin. I only note your answers and give no "
            "help; “I don’t know” is a good answer too. Say “stop” at any time."
        ),
    ),
    "place.number": ("Question {number} of at most {most}:",),
    "ask.prerequisite": (
        "Let us come at it from further back: first *{skill}*, which it leans on.",
        "Another way in: one on *{skill}*, which the last one builds on.",
    ),
    "ask.twin": (
        "Now one of the same kind, all on your own.",
        "Here is its twin. This time without me.",
        "Same idea, new numbers. This one is yours alone.",
    ),
    "ask.twin_words": (
        "Now one of the same kind, all on your own.",
        "Here is a close relative of it. This time without me.",
    ),
    "ask.new": (
        "Next comes something new: *{skill}*. Say “go on”, and I show you one first.",
        "Then we can begin *{skill}*, which is new. It starts with an example; say “go on” when you are ready.",
    ),
    "ask.again": ("We still have this one open:", "This one is waiting for you:", "Your question is still open:"),
    "review": (
        "Time to look back at *{skill}*.",
        "A look back: *{skill}*.",
        "Do you still have *{skill}*? Let us see.",
    ),
    "example.novice": (
        "*{skill}* is new for you, so first watch how one is done.",
        "Before your first go at *{skill}*, here is one worked through.",
        "We start *{skill}* with an example.",
    ),
    "example": (
        "Here is a similar one, worked through. Yours has other details.",
        "Let me show you one of the same kind, step by step.",
        "Watch how this one goes; then go back to yours.",
    ),
    "example.met": (
        "First one of the same kind, worked through.",
        "Watch one first; the next is yours.",
        "An example first, then you.",
    ),
    "example.tack": (
        "Then let us come at it from another side. Here is one of the same kind, worked through.",
        "No matter; we change the tack. Watch how one like it goes.",
        "Let us try it another way. First one of the same kind, step by step.",
    ),
    "example.faded": (
        "Here is a similar one. You are past the beginning, so its last step is yours.",
        "One of the same kind, all but the end: finish it in your head.",
    ),
    "example.then": ("Now yours:", "Your turn:", "Now you:"),
    "example.back": (
        "Which of these steps can you use in your own question?",
        "What is the same in your question, and what is different?",
    ),
    "example.none": (
        "I have no worked example for this one, but the reading has it explained.",
    ),
    "right": (
        "Yes, that is right.",
        "Correct.",
        "That is it.",
        "Right.",
        "Yes.",
        "Exactly.",
    ),
    "right.streak": (
        "Right again. That makes {streak} in a row without help.",
        "Yes. {streak} in a row now, all on your own.",
    ),
    "right.aided": (
        "Yes, that is right. A nudge was all it took.",
        "Right. You got there with a bit of help; soon you will not need it.",
        "That is it now.",
    ),
    "right.second": (
        "That is it now. You looked again, and it paid.",
        "Yes, now it is right.",
        "Right this time.",
    ),
    "right.mastered": (
        "Yes. And with that, *{skill}* looks solid. I will check once more in some days, to be sure.",
        "Right. I now believe that you can do *{skill}*. In some days I will ask once more, unannounced.",
    ),
    "right.form": (
        "The value is right.",
        "Right in value.",
    ),
    "right.read": ("I read {read}.",),
    "partial": ("Part of that is right.", "You are close.", "Almost."),
    "partial.ask": (
        "What is still missing?",
        "Can you complete it?",
        "Look at it once more: what would you change?",
    ),
    "wrong": (
        "Not quite.",
        "Not yet.",
        "That is not it yet.",
        "Hm, not that.",
    ),
    "wrong.again": (
        "That is the same as your answer before.",
        "You had that one before, and it is not it.",
    ),
    "wrong.read": ("I read {read}.", "You wrote {read}."),
    "step": (
        "Your working holds up to “{right}”. Look again at “{wrong}”: it does not follow.",
        "Up to “{right}” every line holds. “{wrong}” does not follow from it.",
    ),
    "step.first": (
        "Look again at “{wrong}” in your working: it does not hold.",
        "In your working, “{wrong}” does not hold.",
    ),
    "step.number": (
        "Look again at line {place} of your working: something in it does not hold.",
    ),
    "step.unread": (
        "I could not read line {place} of your working, “{garbled}”. Up to “{up_to}” I followed you.",
        "Up to “{up_to}” I followed your working. Line {place}, “{garbled}”, I could not read.",
    ),
    "step.unread_first": ("I could not read line {place} of your working, “{garbled}”.",),
    "step.unlooked": (
        "From line {place} on your working was too much for me to follow. I read it up to “{up_to}”.",
    ),
    "step.unread_number": ("I could not read line {place} of your working.",),
    "step.unlooked_number": ("From line {place} on your working was too much for me to follow.",),
    "step.sound": (
        (
            "Each of your lines follows from the one before. Check how you began, and whether the "
            "last line is what was asked."
        ),
    ),
    "right.step": (
        "One thing on the way does not hold, though: “{wrong}”. Look at it once more.",
    ),
    "probe": (
        "Let us test that idea.",
        "Let us see where that leads.",
        "Let me ask you something about that.",
    ),
    "hint.after": ("Think about this:", "Look at it this way:", "A pointer:"),
    "hint": ("Hint {level} of {levels}:", "Here is hint {level} of {levels}:"),
    "hint.kept": (
        "A full answer to that would give your question away.",
        "If I said all of that, nothing would be left of your question.",
    ),
    "hint.held": (
        "I see how you come to that. Hold it against this.",
        "That is a thought worth testing. Put it next to this.",
    ),
    "hint.low": (
        "Being stuck says nothing about how clever you are. We make the step smaller.",
        "Many feel that way in the middle of something new, and it passes. Here is a smaller step.",
    ),
    "hint.upset": (
        "That is annoying, I can see. You have tried, so here is more help.",
        "No wonder that you are cross. Let me make the step smaller.",
        "That is a hard moment, and it happens to everybody. Here is the next bit of help.",
    ),
    "hint.last": ("The last hint:", "The last one; it takes you all the way:"),
    "hint.begin": ("Have a try with that.", "What would you say?", "Now you.", "What do you get?"),
    "hint.try": ("What do you get now?", "Try again with that.", "Now you.", "How does that change your answer?"),
    "tell": (
        "Let us look at it together.",
        "I will show you this one.",
        "Time to see how it goes.",
    ),
    "tell.lost": (
        "That is fine; being lost for a moment is part of learning. Here is how it goes.",
        "Good that you say so. Let me show you.",
    ),
    "tell.answer": ("The answer is **{answer}**.",),
    "tell.back": (
        "Now in your own words: which step made the difference?",
        "Say it back to me in your own words: what is the idea?",
        "How would you tell a friend what to do here?",
    ),
    "ack": (
        "Thank you. Compare it with this:",
        "Good, putting it into words helps. In mine it goes like this:",
        "Thanks. Hold yours next to mine:",
    ),
    "ack.idk": (
        "That is all right. The idea in one line:",
        "No matter. In short:",
    ),
    "ack.short": ("I would put it like this:", "The idea in one sentence:", "Here is how I would say it:"),
    "ack.probe": (
        "Hold that against your first answer. {correction} With that in mind, try again.",
        "Now compare the two. {correction} What is your answer now?",
        "Does that fit with what you wrote? {correction} Have another go.",
    ),
    "ack.probe_kept": (
        "Hold that against your first answer. What do you say now?",
        "Now compare the two. Does your first answer still stand?",
    ),
    "ack.plain": ("Thank you, that helps me see how you think.", "Thanks for putting it into words."),
    "clarify": (
        "I could not read that as an answer, so it does not count. {note}",
        "I am not sure what you mean; nothing is lost. {note}",
        "I could not make that out. {note}",
    ),
    "alone.known": ("Good that you say so; then we go on with help.", "Thank you for being honest. From here I help."),
    "clarify.ways": ("If you do not know it, that is fine: say “hint”, “example” or “skip”.",),
    "clarify.thought": (
        "I am not sure how to take that. Ask me anything about it, say “hint”, or send me your answer.",
        (
            "I could not tell whether that is an answer, so it counts for nothing. Tell me what "
            "you would answer, or ask me a question."
        ),
        (
            "That I cannot place yet. If it was a question, begin it with “what”, “how” or “why”; "
            "if it was an answer, send me just that."
        ),
    ),
    "clarify.unclear": (
        (
            "I can’t be sure about this one. You may be right, in words that I do not know. I "
            "have kept it for your teacher to look at. A full answer says:"
        ),
        (
            "I cannot judge that safely, so I will not call it wrong. It is kept for your teacher "
            "to look at. Compare it with this:"
        ),
    ),
}  # fmt: skip
