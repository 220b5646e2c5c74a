"""English signs of a concern. Each wording needs the speaker, a person close by, or a clear act."""

from tutor.safety.signs.en.abuse import ABUSE
from tutor.safety.signs.en.danger import DANGER
from tutor.safety.signs.en.others import HATE, PERSONAL_DATA, SEXUAL, VIOLENCE
from tutor.safety.signs.en.self_harm import SELF_HARM

SIGNS = (SELF_HARM, ABUSE, DANGER, VIOLENCE, SEXUAL, HATE, PERSONAL_DATA)
