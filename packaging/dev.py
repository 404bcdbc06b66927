"""Set up Second Wind and open its window, run its checks and tests, or gather its words.

    python3 packaging/dev.py run [--demo] [arguments of second-wind]
    python3 packaging/dev.py test [arguments of pytest]
    python3 packaging/dev.py template    (after a change of words: gathers them for translators)

Each command does all of its own set-up, once, in .venv beside this folder.
"""

import sys

OLDEST = (3, 11)


def main(arguments):
    """Run one command; any Python 3 can read this file, so that an old one can say so."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        return f"Second Wind needs Python 3.11 or newer; {sys.executable} is Python {found}."
    import commands

    return commands.run(arguments, usage=__doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
