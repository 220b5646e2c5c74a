"""Language models behind one small port; every call goes through one counted chain."""
