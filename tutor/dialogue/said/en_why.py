"""English: how the tutor asks for a reason, and for what is to be compared."""

from tutor.dialogue.said.table import Phrases

WHY: Phrases = {
    "right.why": (
        "How would you explain to a classmate why it works?",
        "In one sentence: why is that so?",
        "What was the step that decided it?",
    ),
    "right.why_begun": (
        "Then only its beginning: what did you look at first?",
        "A small part of the reason is enough: what did you do first?",
    ),
    "right.why_open": (
        "Now all of it in one sentence: how would you say it?",
        "How would you put the whole of it into one sentence?",
    ),
    "right.why_name": (
        "In your own words: what does that mean?",
        "How would you explain that word to a classmate?",
        "How will you remember it? Say it in your own words.",
    ),
    "right.why_names": (
        "In your own words: what does that mean?",
        "How will you remember it? Say it in your own words.",
    ),
    "right.why_pairs": (
        "By what did you tell them apart?",
        "How will you remember which belongs to which?",
    ),
    "right.why_choice": (
        "Why that one and none of the others?",
        "In one sentence: what makes it that one?",
        "How would you convince a classmate who chose another one?",
    ),
    "clarify.compare": (
        "Does yours say the same? Tell me, or say “go on”.",
        "What would you add to yours now? Or say “go on”.",
    ),
}  # fmt: skip
