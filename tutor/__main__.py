"""The command `meno`."""

from tutor.cli import main

if __name__ == "__main__":
    main()
