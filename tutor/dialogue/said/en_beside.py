"""English: what the tutor says of itself, to feelings and stories, and about work that belongs elsewhere."""

from tutor.dialogue.said.table import Phrases

BESIDE: Phrases = {
    "aside.exam_nerves": (
        (
            "Many people are nervous before a test, and a little practice helps. Say “quiz me on "
            "…” with a topic from it; a mistake you make here is one you will not make there."
        ),
        (
            "That is understandable. Name a topic of your test, as in “quiz me on …”, and we "
            "practise it calmly, one question at a time."
        ),
    ),
    "aside.nervous": (
        (
            "There is no need to worry here: a wrong answer costs you nothing and makes nobody "
            "cross. It only shows me what to explain. Take your time."
        ),
        (
            "That is understandable. Nobody is annoyed by a mistake here, and each one tells me "
            "what you need next. We go one small step at a time."
        ),
    ),
    "aside.unheard": (
        (
            "Then I missed what you asked, sorry. Ask it once more in other words, with the name "
            "of the thing in it, and I look it up."
        ),
        (
            "I am sorry, that was not an answer to your question. Put it another way, with the "
            "thing’s name in it, and I try again."
        ),
    ),
    "aside.for_last": (
        "Then that belongs to the question before, which is closed; nothing is lost. Now comes this one.",
        "I see, you were still with the last one. That one is done; this is the next.",
    ),
    "aside.placing": (
        (
            "No, you need not. Those short questions are only for finding where to begin, and “stop” "
            "ends them. Answer the question that is open, and we begin there."
        ),
        (
            "Only if you want to: they spare you what you know already, and you may say “stop” after any "
            "of them. Without them we begin at the beginning."
        ),
    ),
    "aside.no_test": (
        (
            "Not here: this course has no test at its end. Now and then I ask again what you could do "
            "before. What your school sets, your teacher can tell you."
        ),
        (
            "I give no test. I see from your answers what you can do, and come back to it after some "
            "days. About tests at school ask your teacher."
        ),
    ),
    "aside.making": (
        (
            "Small things of your own, yes, once you know the parts. Say “project”, and I show you what "
            "your course suggests; for bigger plans ask your teacher."
        ),
        (
            "That comes step by step: what you practise in {course} is what such things are put together "
            "from. Say “project” to see what your course has for you to do."
        ),
    ),
    "aside.tastes": (
        "I am a computer program, so I like nothing and dislike nothing. What about you?",
        "That is for people: a program has no likes of its own. But I have plenty of questions about {course}.",
    ),
    "aside.liked": (
        (
            "I am a program, so I cannot like anybody the way a friend does. But you are welcome "
            "here, whatever you ask and however often something goes wrong."
        ),
        (
            "Liking is for people, and I am a computer program. What I can promise: you are "
            "always welcome here, and no question is too small for me."
        ),
    ),
    "redirect.worth": (
        (
            "A fair question. Not every bit of {course} will meet you again, but what comes later "
            "leans on it, and whoever understands it need not take other people’s word. If you "
            "want to know what it has to do with something in your life, ask me about that."
        ),
        (
            "That deserves an answer: later topics stand on this one, and thinking a thing "
            "through is what you train with any of them. Ask me about something from your own "
            "life, and I look whether {course} explains it."
        ),
    ),
    "aside.check_unclear": (
        "I could not tell for sure. Hold yours beside mine: if it says the same in other words, it was right.",
    ),
    "aside.check_right": (
        "Yes, your last answer was right. Say in your own words why, and it is yours for good.",
        "It was right, yes. If you only guessed, look at the reason once more: then it is yours for good.",
    ),
    "redirect.no_answer_after_try": (
        (
            "You have tried, and that is how one learns it. Give it one more go or say “hint”; "
            "you are closer than it feels, and I show it to you if it still does not come."
        ),
        (
            "Your tries count. Take a hint or have one more go with what you know now; if it "
            "still does not come, I show you."
        ),
    ),
    "aside.able": (
        (
            "I know what your course says about {course}, and I can be wrong. If you think that I "
            "am, say “I was right”, and your teacher looks at it."
        ),
    ),
    "aside.asking": (
        (
            "Because what you work out yourself stays with you longer. But it goes both ways: ask "
            "me about anything, or say “explain” or “example”, and I do the telling."
        ),
        "Thinking it out makes it stick, that is why. When you would rather be told, say “explain” or “example”.",
    ),
    "aside.returned": (
        (
            "Good that you are back! Forgetting something in between is normal, and it returns "
            "faster than it came. Say “example” to watch one first, or just try."
        ),
        (
            "Welcome back! What has faded comes back quickly with a little practice. Try the "
            "question, or say “example” and watch one first."
        ),
    ),
    "aside.not_mine": (
        (
            "I do not write that for you: it would be my work then and not yours. But I help you "
            "with it. Tell me how far you got, or ask me about one word or step in it."
        ),
        (
            "Writing it for you would not help you in the next test. Show me what you have so "
            "far, or ask me about the part where you are stuck."
        ),
    ),
    "aside.story": (
        "Thank you for the story!",
        "Thank you for telling me that.",
    ),
    "aside.somehow": (
        "Thank you for telling me. Whenever it gets too much, say “stop”, and everything waits for you.",
        "Good that you say so. We go on in small steps, and “stop” ends it for today.",
    ),
    "aside.contest": (
        (
            "You may well be right: I only know your answers here. Say “I already know …” with "
            "the name of the skill, and three questions without help settle it. Your teacher can "
            "put it right too."
        ),
    ),
    "aside.sad": (
        (
            "I am sorry to hear that. I am only a program, so please tell somebody you trust "
            "about it, at home or at school. We can go on when you feel like it, or leave it for "
            "today."
        ),
    ),
    "aside.rough": (
        (
            "That sounds like a hard day, and it is good that you are here all the same. Let us "
            "take it gently: say “easier” if you want a lighter one, or “stop” and everything "
            "waits."
        ),
        (
            "Such days happen, and I am sorry that today was one. If something weighs on you, an "
            "adult you trust is there to listen. Here we go on in small steps."
        ),
    ),
    "aside.unwell": (
        (
            "Then be kind to yourself. We can stop here, just say “stop”, and everything waits. "
            "Or we go on when you feel like it."
        ),
    ),
    "aside.low": (
        (
            "Many people feel like that at times, and it says little about what you can learn. We "
            "take it in small steps: a hint, an example or something easier, just say which."
        ),
        (
            "That is a hard feeling. Being stuck is where learning begins, so let us make the "
            "step smaller: say “hint”, “example” or “easier”."
        ),
    ),
    "aside.scolded": (
        (
            "I am sorry that I am no good help just now. Tell me what does not fit, or say "
            "“example”, “easier” or “skip”, and I go about it another way."
        ),
        "That is all right, you may be cross with me. Say “example”, “easier” or “skip”, and we try it differently.",
    ),
    "aside.esteem": (
        (
            "I look at answers and never judge people, and a wrong answer makes nobody stupid. "
            "Ask “how am I doing?”, and I show you what I believe you can do."
        ),
    ),
    "aside.cross": (
        "I see that this is a nuisance. Say “example”, “easier” or “skip”, and we go about it in another way.",
        "That is annoying, I know. Would something else help? Say “example”, “easier” or “skip”.",
    ),
    "aside.no_fun": (
        (
            "I see that this is no fun just now. “Skip” leaves this question, “stop” ends it for "
            "today, and a wrong answer costs you nothing."
        ),
        "That is hard going, I know. You may “skip” any question or say “stop”; nothing bad comes of it.",
    ),
    "aside.bored": (
        "Then let us change something: say “harder”, “skip”, “quiz me on …” or “stop”, and I follow.",
        "Boredom is worth saying. Shall it be something harder, something else (“skip”), or enough for today (“stop”)?",
    ),
    "aside.forced": (
        (
            "Then let us make it worth the time: you choose what it is about. Name a topic, say "
            "“harder” or “skip”, and “stop” ends it."
        ),
        (
            "Being sent is no fun. A few questions are enough for today, and you steer: “skip”, "
            "“harder”, a topic of your own, or “stop”."
        ),
    ),
    "aside.mistaken": (
        (
            "Anybody can mix that up. Where somebody puts it differently from your course, go by "
            "the course; you can show them the place."
        ),
        (
            "I judge ideas and not people. Go by what your course says here; if they put it "
            "otherwise, show them and talk it over."
        ),
    ),
    "mood.exam": (
        "Before a test many people are nervous, and practice helps more than anything. So let us use the time.",
        "That is understandable. A mistake that you make here is one less in your test.",
    ),
    "mood.nervous": (
        "No need to be scared: a mistake costs nothing here.",
        "Take your time; nothing bad happens here when something is wrong.",
    ),
    "mood.unheard": (
        "You are right to insist, and I am sorry that I missed it.",
        "Sorry that I did not answer that before.",
    ),
    "mood.scolded": (
        "Fair enough. I will try to be of more use.",
        "I am sorry that I annoy you. Let us see whether this helps.",
    ),
    "mood.low": (
        "Finding something hard says nothing about how clever you are.",
        "That is how new things feel, and it does not mean that you cannot do it.",
    ),
    "mood.hurts": (
        "Hard thinking does that to a head; it passes.",
        "It is hard work, I know.",
    ),
    "mood.sorry": ("There is nothing to be sorry for.", "No need to say sorry."),
    "beside.stop": ("You may go whenever you like: just say “stop”.",),
    "aside.fun": ("That is good to hear!", "I am glad that you like it.", "Good, then on we go."),
}  # fmt: skip
