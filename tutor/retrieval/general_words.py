"""Words that any question may have, whatever it is about (pure)."""

# What is asked with, talked with, or done by anybody with anything.
GENERAL_TEXT = """
know think want need thing things stuff actually really even still like just basically exactly please something anything
everything someone anyone people person lesson teacher school class course work works happen happens happened mean means
call called give gives take takes make makes made come comes goes going done look looks find found tell show shows write
learn remember understand explain help thats whats theres always never ever sometimes maybe probably kind sort type
reason point side part parts time times today again though while instead without because different same good better
best hard harder easy easier simple real right wrong true false answer question example many much long short quick
fast only both other another first last next than then them they dont does doesnt isnt cant wont supposed allowed
difference diff summary important affect affects quickest quick fastest easiest normal ours yours mine early late wats wots
check bigger smaller larger item items hurt hurts main point points purpose useful main special proper actual together
possible matter matters called named word words name names lots there where would could should figure literally
"""
# Small words beside them, which tell as little of what is asked.
SMALL_TEXT = """
in on at some all any now out up with from by about no not as if when run well inside both happen still many put new
"""
