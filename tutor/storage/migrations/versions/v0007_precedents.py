"""Precedents: a teacher's verdict that holds for everyone who answers in the same words."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "precedents",
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"], ["people.id"], name=op.f("fk_precedents_learner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("course", "item", "seed", "words", name=op.f("pk_precedents")),
    )
    op.create_index(op.f("ix_precedents_learner"), "precedents", ["learner"], unique=False)


def downgrade() -> None:
    op.drop_table("precedents")
