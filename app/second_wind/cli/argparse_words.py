"""The words of Python's argparse that may be seen, for translators; it looks them up by itself."""

from second_wind.words.base.language import N_

HELP = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
)
REFUSED = (
    N_("argument %(argument_name)s: %(message)s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("unexpected option string: %s"),
    N_("invalid %(type)s value: %(value)r"),
)
