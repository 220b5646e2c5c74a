"""English: what the quick replies under a reply say."""

from tutor.dialogue.said.table import Phrases

FACE: Phrases = {
    "button.explain": ("Explain",),
    "button.example": ("Show an example",),
    "button.quiz_me": ("Quiz me",),
    "button.know": ("I know this",),
    "button.open": ("Open: {title}",),
    "button.on": ("Go on",),
    "button.progress": ("My progress",),
    "button.more": ("One more",),
    "button.place": ("Find where I begin",),
    "button.another_way": ("Another way",),
    "button.question": ("Give me a question",),
    "button.idk": ("I don’t know",),
    "button.stop": ("Stop here",),
    "button.hint": ("Hint {level} of {levels}",),
    "button.stuck": ("I’m stuck",),
    "button.skip": ("Skip",),
    "button.titled": ("{kind}: {title}",),
    "button.way.reading": ("Read",),
    "button.way.worked_example": ("A worked example",),
    "button.way.video": ("Watch",),
    "button.way.activity": ("Do",),
    "button.way.project": ("Project",),
    "button.felt.easy": ("It felt easy",),
    "button.felt.right": ("Just right",),
    "button.felt.hard": ("It felt hard",),
}
