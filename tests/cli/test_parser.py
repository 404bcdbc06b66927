"""What the command line understands, and its help."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import Any

import pytest

from second_wind.cli.parser import Parser, parser
from second_wind.words.base import language

COMMANDS = sorted(parser().names)


def test_help_names_every_command(command: Callable[..., Any]) -> None:
    """`second-wind --help` lists them all, with status 0."""
    ran = command("--help")
    assert (ran.status, ran.err) == (0, "")
    for name in COMMANDS:
        assert f"\n    {name} " in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_complete_help_with_an_example(
    command: Callable[..., Any], name: str
) -> None:
    """Every option is explained, and an example begins as it is typed."""
    ran = command(name, "--help")
    assert ran.status == 0
    assert f"\n  second-wind {name}" in ran.out
    for option in parser().names[name]._actions:
        assert option.help, option.option_strings
    assert "“" not in ran.out.split("Example")[-1], "curly quotes can't be pasted into a shell"


def test_an_unknown_command(refused: Callable[..., str]) -> None:
    """The nearest one is offered, and else the help."""
    assert refused("lgo") == "There is no command “lgo”; did you mean log?"
    assert refused("qqq") == "There is no command “qqq”; second-wind --help shows those there are."


def test_an_option_before_any_command(refused: Callable[..., str]) -> None:
    """A sentence of its own, not the window."""
    assert refused("--mood", "6").startswith("There is no command “6”")
    assert refused("--moood").startswith("second-wind has no use for “--moood”")


def test_options_are_not_shortened(refused: Callable[..., str]) -> None:
    """A script that says --min would break once another option begins so."""
    assert "no use for “--moo”" in refused("log", "--moo", "6")


def test_what_argparse_complains_about_is_one_sentence(refused: Callable[..., str]) -> None:
    """With the command whose help says more."""
    told = "the following arguments are required: ID"
    assert refused("delete") == f"second-wind delete: {told}; see: second-wind delete --help"


def test_no_language_keeps_a_refusal_from_being_understood(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What argparse says in its own words is in the language of the program, and is not read."""
    monkeypatch.setattr(language, "_translations", Loud)
    assert Parser(prog="second-wind").format_help().startswith("USAGE: ")
    assert refused("log", "--mood").startswith("--mood needs a value")
    assert refused("lgo").startswith("There is no command “lgo”; did you mean log?")
    assert "--verify and --list can't" in refused("backup", "--list", "--verify")
    assert "THE FOLLOWING ARGUMENTS ARE REQUIRED: ID" in refused("delete")


class Loud(NullTranslations):
    """A language that shouts the words of argparse."""

    def gettext(self, message: str) -> str:
        """Return what holds no facts, or facts as argparse fills them in, in capitals."""
        is_ours = not message or "{" in message or "%(" in message
        return message if is_ours else message.upper().replace("%S", "%s").replace("%R", "%r")
