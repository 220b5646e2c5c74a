"""The only SQL in the tree: tables, migrations, and one repository per port."""
