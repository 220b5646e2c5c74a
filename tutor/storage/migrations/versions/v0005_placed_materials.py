"""Placed materials: what a file is about, and from when learners find it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("materials", sa.Column("skills", sa.JSON(), nullable=True))
    op.add_column("materials", sa.Column("visible_from", sa.Date(), nullable=True))
    op.add_column("passages", sa.Column("visible_from", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("passages", "visible_from")
    op.drop_column("materials", "visible_from")
    op.drop_column("materials", "skills")
