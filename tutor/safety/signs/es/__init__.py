"""Spanish signs of a concern, in folded text (no accents)."""

from tutor.safety.signs.es.abuse import ABUSE
from tutor.safety.signs.es.danger import DANGER
from tutor.safety.signs.es.others import HATE, PERSONAL_DATA, SEXUAL, VIOLENCE
from tutor.safety.signs.es.self_harm import SELF_HARM

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
