"""English: what the tutor says about the learner, beside the task, and on the way back to it."""

from tutor.dialogue.said.table import Phrases

TALK: Phrases = {
    "list.and": ("{first} and {last}",),
    "list.or": ("{first} or {last}",),
    "list.more": ("{shown} and {more} more",),
    "count.one": ("one question",),
    "count.many": ("{count} questions",),
    "place.thanks": (
        "Thank you, that was enough for me to see where you stand.",
        "Thank you. Now I know better where to begin.",
    ),
    "place.none": ("All right, without questions.",),
    "place.known": ("It looks as if you know these already, so I will not begin with them: {skills}.",),
    "place.start": (
        "We begin with *{skill}*; say “go on”. If it is too easy or too hard, tell me.",
        "*{skill}* is a good place to begin: say “go on”. Tell me if it is too easy or too hard.",
    ),
    "place.beginning": ("We begin with *{skill}*; say “go on”.",),
    "belief.none": (
        (
            "I know little about you yet: you have not answered anything in {course} so far. I "
            "learn from what you do without help."
        ),
    ),
    "belief": ("Here is what I believe, and you may disagree.", "This is how I see it; tell me if I am wrong."),
    "belief.known": ("You can do: {skills}.",),
    "belief.provisional": ("Looks solid, to be checked once more: {skills}.",),
    "belief.fading": ("Due for another look: {skills}.",),
    "belief.started": ("Still growing: {skills}.",),
    "belief.why": ("I go by your answers alone. These are the last ones I learned from.", "Because of what you answered, and nothing else. Here are the skills you practised last."),
    "belief.contest": (
        "If you think you know more, say “I already know …” and show it on three questions.",
    ),
    "recap.none": ("We have not tried anything yet today. Come back any time.",),
    "recap.alone": (
        "You worked on {tried} today and solved {solved}, {unaided} without any help.",
        "Today: {tried}, {solved} solved, {unaided} of them on your own.",
    ),
    "recap.all": (
        "You worked on {tried} today and solved each without any help.",
        "Today: {tried}, all solved, each of them on your own.",
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
    "recap.missed": ("What was not right yet:",),
    "recap.missed_one": ("{prompt} **{answer}** {why}",),
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
        "I only know my way around {course}.",
        "Interesting, but not my subject: I do {course}.",
    ),
    "redirect.no_answer_yet": (
        (
            "If I told you now, you would have an answer but not the skill. Give me your best "
            "try, however rough, or ask for a hint."
        ),
        "Not yet: a try of your own comes first, and a wrong one is fine. Or take a hint.",
    ),
    "redirect.try_first": (
        (
            "Only the last hint is left, and it gives everything away. Try with what you have "
            "first; a wrong try costs you little. Ask again if you still want it."
        ),
    ),
    "redirect.hint_pause": (
        (
            "That hint is only just there, and the next one takes more of it away from you. Try "
            "something with it, even a guess: then more help comes at once, or else in {seconds} "
            "seconds."
        ),
        (
            "Give this hint a moment first. A try, even a wrong one, brings the next at once; "
            "without a try you can have it in {seconds} seconds."
        ),
    ),
    "redirect.homework": (
        (
            "This is set as homework, so I may not take you to the end. Write down how far you "
            "get, and ask for an example if it helps."
        ),
        (
            "It is homework, so the last step must be yours. Say “example”, and I show you how "
            "another one of this kind goes."
        ),
        "The end of this one is yours to find, for it is homework. Try something, and I tell you whether it is right.",
    ),
    "redirect.quiz": (
        "This is a quiz, so I keep quiet until the end. Answer as well as you can, or say “skip”.",
        (
            "During a quiz I only note things down. Answer as you think best, or say “skip”; "
            "afterwards we look at it together."
        ),
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
    "redirect.placement": (
        (
            "While I find out where you should begin, I give no help. If you don’t know it, say "
            "so: that tells me as much. Or say “stop”."
        ),
        (
            "I only look at where you stand just now, so I neither help nor say what was right. "
            "“I don’t know” is a fine answer; so is “stop”."
        ),
    ),
    "redirect.alone": (
        (
            "This one shows what you can do on your own, so no help before your first try. If you "
            "don’t know it, say so: that is an answer too."
        ),
        "Try this one by yourself first; after that I help. “I don’t know” counts as a try.",
    ),
    "redirect.no_ways": (
        "Your course has no other way into this one yet. Ask me about it, or try it with a hint.",
    ),
    "redirect.felt": (
        "Thank you, I will bear that in mind when I choose the next questions. See you!",
        "Good to know; I choose the next ones with that in mind. Until next time.",
    ),
    "redirect.unplaced": (
        (
            "I am not sure what that belongs to. Say “go on” and I ask you the next one, or ask "
            "me something about {course}."
        ),
        "I could not place that. Ask me about {course}, or say “go on” for the next question.",
        "That one I did not follow. “Go on” brings your next question; or ask me anything about {course}.",
    ),
    "redirect.help": (
        (
            "You can answer, ask a question, or say: **hint**, **explain**, **example**, "
            "**another way**, **skip**, **too easy**, **too hard**, **quiz me on …**, **place "
            "me**, **what do you know about me?**, **stop**."
        ),
    ),
    "redirect.empty": ("Your message was empty. Write something, or take a button.",),
    "redirect.too_long": (
        (
            "That was too long for me (more than 4,000 characters), so I did not read it. Nothing "
            "is lost: send the part that matters."
        ),
    ),
    "redirect.injection": (
        "I stick to tutoring and to how your teacher set me up. Let us go on with {course}.",
        "My instructions stay as they are, and you and I stay with {course}.",
    ),
    "redirect.no_items": (
        "I have no more questions for you here at the moment. Ask me something, or choose another "
        "skill.",),
    "redirect.which": (
        "I am not sure what you mean by “{word}”. Name the thing, and I look it up in your readings.",
        "What does “{word}” stand for? Say its name, and I look it up.",
    ),
    "redirect.only_one": (
        (
            "This is the only question that I have for you just now, so it stays. I can help with "
            "it: take a hint, or ask me about it."
        ),
    ),
    "redirect.nothing_open": ("Nothing is open at the moment. Say “go on” and I choose something for you.",),
    "redirect.why_this": ("Why this one: {reason}.", "The reason for this one: {reason}."),
    "reason.none": ("it comes next",),
    "redirect.built_on": (
        "Later, {next} will stand on {skill}.",
        "You will meet {skill} again in {next}.",
    ),
    "redirect.noted_goal": ("Noted.",),
    "redirect.no_hints": ("There are no more hints for this one.",),
    "redirect.not_yet_understood": (
        "Good. Then show me: what is your answer?",
        "Fine. Try it now.",
    ),
    "aside.left": (
        (
            "There is no fixed number: we go on for as long as it suits you. Say “stop” whenever "
            "you like, and everything waits for you."
        ),
    ),
    "aside.left_quiz": ("A quiz has {all} questions, and {done} of them are done.",),
    "aside.pause": (
        "Take your time. Your question stays here until you are back.",
        "Of course. Nothing runs away; come back when you like.",
    ),
    "aside.counts": (
        (
            "I give no marks. What you answer helps me choose what comes next, and your teacher "
            "sees how you are getting on."
        ),
    ),
    "aside.seen": (
        (
            "Your teacher sees your answers and how you are getting on, and may read what we "
            "write; *My progress* shows you whenever that happened. Your family gets a short "
            "summary with nothing in it that you wrote."
        ),
    ),
    "aside.test": (
        (
            "I do not know what your test will ask; your teacher does. Say “quiz me on …” with a "
            "topic from it, and we practise that."
        ),
    ),
    "aside.made": (
        (
            "I’m Meno, a computer program made to help people learn. I have no feelings and no "
            "body, and I can make mistakes."
        ),
    ),
    "aside.data": (
        (
            "I keep what you answer, so that we can go on where we stopped, and I cannot see or "
            "hear you. Your school can show you all of it or delete it: ask your teacher."
        ),
    ),
    "aside.chosen": (
        (
            "I look at what you have shown so far: something you nearly know, in the order in "
            "which the topics build on each other, and now and then a look back. Ask “why this "
            "one?” at any question."
        ),
    ),
    "aside.language": (
        (
            "I can only answer in the language of this course. Numbers work in any. *Solo "
            "respondo en el idioma del curso, pero entiendo “pista”, “no sé” y “adiós”.* Ask your "
            "teacher for the course in your own language."
        ),
    ),
    "aside.check": (
        "Write down the answer itself, and I tell you at once. A wrong try costs you nothing.",
        "Send me the answer that you mean, and I check it. A wrong one does no harm.",
    ),
    "aside.checked": (
        "Not yet: {said} was not it. Another try costs you nothing, and so does “hint”.",
        "Your last one, {said}, was not right yet. Try once more, or say “hint”.",
    ),
    "aside.source": (
        (
            "From your course. The sources stand under what I quote, and a click opens the place. "
            "If your teacher says otherwise, trust your teacher: I can be wrong."
        ),
    ),
    "aside.source_shown": (
        (
            "It stands in your course, under *{place}*; the source below my message opens it. If "
            "your teacher says otherwise, trust your teacher."
        ),
    ),
    "aside.after": (
        "That depends on what you show: I choose the next topic from what you know. {built_on}",
    ),
    "aside.guessed": (
        "Guessing is a fine way to begin. Now look at it again: what speaks for it, and what against?",
        "Thank you for being honest. See whether you can find a reason for it now.",
    ),
    "aside.homework": (
        (
            "Gladly. Type the question as it stands and how far you got, and I help you find the "
            "way. I do not write answers for you to hand in."
        ),
    ),
    "aside.game": (
        "I have no games. But here is a dare: three questions in a row with no hint. Are you in?",
        "No games here, only questions. How about a streak: how many can you solve without a hint?",
    ),
    "aside.never_mind": ("All right.", "No problem."),
    "aside.beginner": (
        (
            "Then you are in the right place: the course begins at the very beginning. Guess "
            "freely; a wrong guess shows me what to explain."
        ),
        "That is fine, everybody begins somewhere. We go in small steps, and nothing is lost by a wrong answer.",
    ),
    "aside.tools": (
        (
            "Of course: paper, a drawing, your fingers, whatever helps you think. A calculator "
            "may check, but the thinking should be yours."
        ),
        "Yes, do. A sketch is often half the way. Then write me what you get.",
    ),
    "aside.run": (
        (
            "Not here: I run no programs. Follow it line by line in your head, tell me what you "
            "expect, and then try it in a Python of your own and compare."
        ),
        (
            "I cannot run it for you. Say first what it will do, line by line; afterwards run it "
            "on a computer and see whether you were right."
        ),
    ),
    "aside.solved": (
        "Let us look at that one again. {solution}",
        "Here is how it goes once more. {solution}",
    ),
    "aside.hard": (
        (
            "Some parts need a little patience, and each stands on the one before. We go one "
            "small step at a time, and I see to it that most of them go well."
        ),
    ),
    "aside.sorry": ("No harm done.", "Nothing to be sorry for.", "All is well."),
    "compared.same": ("Yes, {first} and {second} are the same amount.", "They are equal: {first} = {second}."),
    "compared.not_same": ("No, they differ: {larger} is more than {smaller}.", "Not quite the same: {smaller} is less than {larger}."),
    "compared.so": ("Yes: {larger} is more than {smaller}.",),
    "compared.not_so": ("No, the other way round: {larger} is more than {smaller}.",),
    "compared.not_but_same": ("Neither is more: {first} and {second} are the same amount.",),
    "compared.which_more": ("{larger} is more than {smaller}.",),
    "compared.which_less": ("{smaller} is less than {larger}.",),
    "compared.neither": ("Neither: {first} and {second} are the same amount.",),
    "aside.know": (
        (
            "Only from what you do here: most from answers without help, less from those after a "
            "hint. Ask “what do you know about me?” to see it, and disagree if it is wrong."
        ),
    ),
    "aside.cost": (
        (
            "Nothing bad comes of a wrong answer, a hint or a skip: they show me what to do next. "
            "Only what you solve on your own counts as something you can do."
        ),
    ),
    "aside.course": (
        (
            "In {course} there are {count} topics, such as {some}. Say “quiz me on …” to choose "
            "one, or “go on” and I choose."
        ),
    ),
    "aside.task": (
        (
            "Your question is about *{skill}*. {how} If a word in it is unclear, ask me what it "
            "means; a first try may be wrong."
        ),
        "It is a question on *{skill}*. {how} Take your time, and ask me about any word in it.",
    ),
    "aside.task_any": (
        "Write a number, as a fraction, a decimal or in words, unless the question asks for one of these.",
    ),
    "aside.task_read": ("Read it once more and write what you think.",),
    "aside.can": (
        (
            "I ask you questions about {course}, explain from your readings and look where you "
            "are stuck. You can answer, ask, or say **hint**, **explain**, **example**, **skip** "
            "or **stop**."
        ),
    ),
    "aside.said_so": (
        "Then it is worth a test. How could you check that it holds here? Write what you get.",
        "That may be. Let us see whether it holds here: what would your answer be then?",
    ),
    "aside.something": (
        (
            "I am not sure what you mean by that. Ask me about {course}, say **help** to see what "
            "I can do, or ask your teacher about the rest."
        ),
    ),
    "aside.glad": ("That is good to hear!", "That is worth being glad about."),
    "back": ("Back to your question:", "Your question is still open:", "Here it is again:"),
    "quiz.noted": ("Noted.", "Got it.", "Written down."),
}  # fmt: skip
