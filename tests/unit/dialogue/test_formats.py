"""A wish for a project or an activity, told from talk about one."""

import pytest

from tutor.dialogue.intents.formats import wished


@pytest.mark.parametrize(
    ("spoken", "format", "on"),
    [
        ("can you give me a project", "project", ""),
        ("do you have any cool coding projects about lists?", "project", "lists"),
        ("i'd rather do a project", "project", ""),
        ("give me something to build", "project", ""),
        ("what projects can i do", "project", ""),
        ("is there a hands-on activity for fractions instead", "activity", "fractions"),
        ("any experiments i can do at home?", "activity", ""),
        ("something fun to do at home", "activity", ""),
        ("tienes un proyecto", "project", ""),
        ("¿me puedes dar un proyecto sobre listas?", "project", "listas"),
        ("quiero hacer alguna actividad", "activity", ""),
        ("hay algo para hacer en casa", "activity", ""),
        ("dame algo para construir porfa", "project", ""),
    ],
)
def test_a_wish_is_heard_with_what_it_is_on(spoken, format, on):
    wish = wished(spoken)
    assert wish is not None
    assert (wish.format, wish.on) == (format, on)


@pytest.mark.parametrize(
    "spoken",
    [
        "my project is on plants", "i hate projects", "what is a project", "the experiment shows light",
        "i have to hand in my project tomorrow", "is enzyme activity higher at 40 degrees",
        "mi proyecto es de plantas", "qué es una actividad", "i need to do more", "what was the experiment of hooke",
        "la actividad de ayer fue aburrida",
    ],
)  # fmt: skip
def test_talk_about_one_is_no_wish(spoken):
    assert wished(spoken) is None
