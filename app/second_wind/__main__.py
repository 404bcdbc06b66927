"""The command `second-wind`."""

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from second_wind.cli import run
    from second_wind.core.files.private_files import keep_private

    keep_private()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
