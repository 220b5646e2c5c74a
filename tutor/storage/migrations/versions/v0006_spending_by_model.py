"""Spending by model: what each of several models was used for has its own price."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
KEY = "pk_spending"


def upgrade() -> None:
    with op.batch_alter_table("spending") as batch:
        batch.add_column(sa.Column("model", sa.Text(), nullable=False, server_default=""))
        batch.drop_constraint(op.f(KEY), type_="primary")
        batch.create_primary_key(op.f(KEY), ["day", "account", "model"])


def downgrade() -> None:
    op.execute("DELETE FROM spending WHERE model <> ''")
    with op.batch_alter_table("spending") as batch:
        batch.drop_constraint(op.f(KEY), type_="primary")
        batch.create_primary_key(op.f(KEY), ["day", "account"])
        batch.drop_column("model")
