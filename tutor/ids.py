"""Names for the strings that identify things, so that one is never passed for another."""

from typing import NewType

PersonId = NewType("PersonId", str)
LearnerId = NewType("LearnerId", str)  # a PersonId whose role is learner
ClassId = NewType("ClassId", str)
CourseId = NewType("CourseId", str)
SkillId = NewType("SkillId", str)
ItemId = NewType("ItemId", str)  # an item or a template as its author named it
MisconceptionId = NewType("MisconceptionId", str)
PersonaId = NewType("PersonaId", str)
DocumentId = NewType("DocumentId", str)
PassageId = NewType("PassageId", str)
MessageId = NewType("MessageId", str)  # the channel's own key of one message
TurnId = NewType("TurnId", str)
