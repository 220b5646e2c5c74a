"""How an expression is written: its form, its shape, its figures."""
