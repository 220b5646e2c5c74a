"""Every table, as the newest migration leaves it."""

from tutor.storage.tables.base import metadata
from tutor.storage.tables.learning import (
    alert_deliveries,
    alerts,
    course_models,
    events,
    precedents,
    snapshots,
    turn_parts,
    turns,
)
from tutor.storage.tables.ledgers import audit, consents, erasures
from tutor.storage.tables.library import (
    documents,
    embeddings,
    material_contents,
    materials,
    passages,
)
from tutor.storage.tables.school import (
    class_courses,
    class_learners,
    class_periods,
    class_personas,
    class_teachers,
    classes,
    enrolments,
    guardianships,
    identities,
    links,
    passwords,
    people,
    preferences,
    sign_ins,
)
from tutor.storage.tables.work import jobs, spending

__all__ = [
    "alert_deliveries",
    "alerts",
    "audit",
    "class_courses",
    "class_learners",
    "class_periods",
    "class_personas",
    "class_teachers",
    "classes",
    "consents",
    "course_models",
    "documents",
    "embeddings",
    "enrolments",
    "erasures",
    "events",
    "guardianships",
    "identities",
    "jobs",
    "links",
    "material_contents",
    "materials",
    "metadata",
    "passages",
    "passwords",
    "people",
    "precedents",
    "preferences",
    "sign_ins",
    "snapshots",
    "spending",
    "turn_parts",
    "turns",
]
