"""The tutor's own phrasings, several a situation: what it says when no model words the move.

`{…}` are slots. A table's entries are taken in turn, beginning at a place that differs between
learners, so that none comes back before the others were used.
"""

from collections.abc import Mapping

Phrases = Mapping[str, tuple[str, ...]]

EN: Phrases = {
    "open.first": (
        "Hello {name}! I’m Meno, a computer tutor. I ask a little more than I tell, because that is what makes things stick. We begin small.",
        "Welcome, {name}! I’m Meno, a tutor that runs on a computer. You can ask me anything about {course}; I will mostly ask back. Here is a first one.",
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
    "ask.topic": ("*{skill}* it is.", "Good, some *{skill}*.", "Fine, *{skill}*. Here we go."),
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
    "ask.again": ("We still have this one open:", "This one is waiting for you:", "Let us finish this first:"),
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
        "Yes, that is right. The hint helped you over the step.",
        "Right. You got there with a bit of help; soon you will not need it.",
        "That is it now.",
    ),
    "right.mastered": (
        "Yes. And with that, *{skill}* looks solid. I will check once more in some days, to be sure.",
        "Right. I now believe that you can do *{skill}*. In some days I will ask once more, unannounced.",
    ),
    "right.why": (
        "How would you explain to a classmate why it works?",
        "In one sentence: why is that so?",
        "What was the step that decided it?",
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
    "step.sound": (
        "Each of your lines follows from the one before. Check how you began, and whether the last line is what was asked.",
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
    "hint.last": ("The last hint:", "The last one; it takes you all the way:"),
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
        "Good, putting it into words helps. Here is how I would say it:",
        "Thanks. Hold yours next to mine:",
    ),
    "ack.idk": (
        "That is all right. The idea in one line:",
        "No matter. In short:",
    ),
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
    "clarify.unclear": (
        "I can’t be sure about this one. You may be right, in words that I do not know. I have kept it for your teacher to look at. A full answer says:",
        "I cannot judge that safely, so I will not call it wrong. It is kept for your teacher to look at. Compare it with this:",
    ),
    "explain.none": (
        "I looked in your course’s readings and found nothing about that, so I had better not guess. Ask your teacher, or ask me in other words.",
        "Your course’s readings do not say, and I do not want to make something up. Try other words, or ask your teacher.",
    ),
    "explain": (
        "From your readings:",
        "Here is what your course says:",
        "Your readings put it this way:",
    ),
    "explain.kept": (
        "One part of it would give away the open question, so I keep that back.",
    ),
    "explain.back": ("Back to your question:", "With that in mind, your question again:", "And now yours:"),
    "explain.on": ("Shall we try one?", "Do you want to try one on this?"),
    "topic": ("**{term}**: {lines}",),
    "topic.where": ("It is in your readings under [1].",),
    "offer": (
        "Which of these do you mean: {choices}?",
        "That could be several things: {choices}. Which one?",
    ),
    "belief.none": (
        "I know little about you yet: you have not answered anything in {course} so far. I learn from what you do without help.",
    ),
    "belief": ("Here is what I believe, and you may disagree.", "This is how I see it; tell me if I am wrong."),
    "belief.known": ("You can do: {skills}.",),
    "belief.provisional": ("Looks solid, to be checked once more: {skills}.",),
    "belief.fading": ("Due for another look: {skills}.",),
    "belief.started": ("Still growing: {skills}.",),
    "belief.contest": (
        "If you think you know more, say “I already know …” and show it on three questions.",
    ),
    "recap.none": ("We have not tried anything yet today. Come back any time.",),
    "recap.alone": (
        "You worked on {tried} today and solved {solved}, {unaided} of them without any help.",
        "Today: {tried}, {solved} solved, {unaided} of them all on your own.",
    ),
    "recap.one": ("You worked on one question today and solved it without any help.",),
    "recap.one_helped": ("You worked on one question today and solved it with some help.",),
    "recap.helped": (
        "You worked on {tried} today and solved {solved} with some help. Next time with less.",
    ),
    "recap.unsolved": (
        "You worked on {tried} today. Nothing is solved yet, and that is fine: it goes on next time.",
    ),
    "recap.gained": ("New in your hands: {skills}.", "Gained today: {skills}."),
    "recap.next": ("Next time: *{skill}*.", "When you come back: *{skill}*."),
    "recap.quiz": ("Your quiz: {right} of {count} right.",),
    "recap.felt": (
        "See you! How did it feel today?",
        "Until next time. How was it for you?",
    ),
    "close": ("See you!", "Until next time.", "Good work. See you."),
    "redirect.social": ("Good to have you here.", "I like that you talk to me."),
    "redirect.greeting": ("Hello {name}!", "Hi {name}.", "Hello there."),
    "redirect.who": (
        "I’m Meno, a computer program that helps people learn. I am no human, and I can make mistakes.",
        "I am a computer tutor called Meno. There is no person typing here.",
    ),
    "redirect.laugh": ("Ha!", "A little fun is fine."),
    "redirect.thanks": ("You are welcome.", "Glad that it helped.", "Any time."),
    "redirect.off_topic": (
        "That is outside what I can help with; let us stay with {course}.",
        "I am only good at {course}, so back to that.",
        "Interesting, but not my subject. Back to {course}.",
    ),
    "redirect.no_answer_yet": (
        "If I told you now, you would have an answer but not the skill. Give me your best try, however rough, or ask for a hint.",
        "Not yet: a try of your own comes first, and a wrong one is fine. Or take a hint.",
    ),
    "redirect.try_first": (
        "Only the last hint is left, and it gives everything away. Try with what you have first; a wrong try costs you little. Ask again if you still want it.",
    ),
    "redirect.homework": (
        "This is set as homework, so I may not take you to the end. Write down how far you get, and ask for an example if it helps.",
    ),
    "redirect.quiz": (
        "This is a quiz, so I keep quiet until the end. Answer as well as you can, or say “skip”.",
    ),
    "redirect.exam": (
        "Your teacher has set exam mode, so I cannot help right now. I am here again afterwards.",
    ),
    "redirect.paused": ("Your teacher has paused me for now. Please ask your teacher.",),
    "redirect.appeal": (
        "You may well be right; I have kept your answer for your teacher to look at. If it was right, I put it right.",
        "Thank you for saying so. It is on your teacher’s list now. Until then it stays as it is.",
    ),
    "redirect.no_appeal": (
        "There is no answer of yours yet that I called wrong. If that happens, tell me again.",
    ),
    "redirect.felt": (
        "Thank you, I will bear that in mind when I choose the next questions. See you!",
        "Good to know; I choose the next ones with that in mind. Until next time.",
    ),
    "redirect.help": (
        "You can answer, ask a question, or say: **hint**, **explain**, **example**, **skip**, **too easy**, **too hard**, **quiz me on …**, **what do you know about me?**, **stop**.",
    ),
    "redirect.empty": ("Your message was empty. Write something, or take a button.",),
    "redirect.too_long": (
        "That was too long for me (more than 4,000 characters), so I did not read it. Nothing is lost: send the part that matters.",
    ),
    "redirect.injection": (
        "I stick to tutoring and to how your teacher set me up. Let us go on with {course}.",
        "My instructions stay as they are. Back to {course}.",
    ),
    "redirect.no_items": ("I have no more questions for you here at the moment. Ask me something, or choose another skill.",),
    "redirect.nothing_open": ("Nothing is open at the moment. Say “go on” and I choose something for you.",),
    "redirect.why_this": ("I asked this because {reason}.",),
    "redirect.noted_goal": ("Noted.",),
    "redirect.no_hints": ("There are no more hints for this one.",),
    "redirect.not_yet_understood": (
        "Good. Then show me: what is your answer?",
        "Fine. Try it now.",
    ),
    "back": ("Back to your question:", "Your question is still open:", "Here it is again:"),
    "quiz.noted": ("Noted.", "Got it.", "Written down."),
}  # fmt: skip


class Speaker:
    """Chooses phrasings: `seed` says where to begin, `turn` counts on.

    `say(key, **slots)` gives the phrasing for this turn; the same key in the next turn gives
    the next one.
    """

    def __init__(self, seed: int, turn: int, table: Phrases = EN) -> None:
        self._seed = seed
        self._turn = turn
        self._table = table

    def say(self, key: str, **slots: object) -> str:
        """The phrasing of `key` for this turn, its slots filled."""
        options = self._table[key]
        return options[(self._seed + self._turn) % len(options)].format(**slots)
