"""The rules for words, held over every sentence that is shipped: kind, plain and true."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from second_wind import assets

PACKAGE = Path(assets.__file__).resolve().parent
TRANSLATED = {"_": 0, "N_": 0, "translate_plural": 0, "pgettext": 1, "npgettext": 1}
"""What gives a text to gettext, and which of its arguments is the first that is read."""

ABOUT_THE_LOG = {
    "aligned",
    "associations",
    "cards",
    "charts",
    "checks",
    "coming_back",
    "day",
    "recovery",
    "rejections",
    "shortfalls",
    "steps",
    "strip",
    "summary",
    "together",
    "typical",
    "weeks",
    "year",
}
"""Modules of `words` that say what a log holds, or what was found in it."""

EVERYWHERE = {
    "no exclamation on a low day": r"!",
    "not logged, never missed": r"\bmissed\b|\bmissed days?\b|\bskipped\b|\bforgot",
    "no streaks, no scores, no ranking": r"\bstreaks?\b|\bscores?\b|\brank(s|ed|ing)?\b|\bbadge",
    "no rejection rate": r"(rejection|success) rate|\bper ?cent of your (appl|rej)",
    "nobody fails": r"\bfailures?\b|\byou failed\b|\bfail(s|ed) at\b|\blos(er|t the job)",
    "nothing is diagnosed": r"\bdepress(ed|ion|ive)\b|diagnos|\bdisorder\b|\bsymptom",
    "nobody is pushed": r"\byou (should|must|have to)\b|\bdon't give up\b|\bcheer up\b",
    "plain words": r"\binvalid\b|\billegal\b|\bfatal\b|\babort|\buser\b|\bparse|\bnull\b",
    "one sign for what goes on": r"\.\.\.",
    "no signs that fonts lack": "[\U0001f000-\U0001faff\u2600-\u27bf]",
}
NEVER_OF_A_LOG = {
    "together, never caused": r"\bcaus(e|es|ed|ing)\b|\bbecause\b|\bdue to\b|\bleads? to\b",
    "no effect is claimed": r"\bhelp(s|ed)\b|\bimprov|\beffects?\b|\bboost|\bmakes? you\b",
    "nobody gets worse": r"\bworse\b|\bworsen|\bgetting bad\b|\bbad days?\b|\bpoor\b",
}
ALLOWED = {
    # They say that no cause can be seen, which is the rule itself.
    "This describes your log. It cannot show what caused what.",
    # argparse's own, for readers of values that tell nothing themselves; all of ours do.
    "invalid %(type)s value: %(value)r",
}


@dataclass(frozen=True)
class Sentence:
    """A text that may be seen, and where it stands."""

    file: str
    line: int
    text: str


def sentences() -> Iterator[Sentence]:
    """Yield every text that is given to gettext."""
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATED:
                first = TRANSLATED[getattr(node.func, "id", "")]
                for each in node.args[first : first + 2]:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        name = file.relative_to(PACKAGE).as_posix()
                        yield Sentence(name, each.lineno, each.value)


def shipped_texts() -> Iterator[Sentence]:
    """Yield the lines of the texts and desktop files that are shipped beside the program."""
    root = assets.root()
    files = [*root.joinpath("text").glob("*.txt"), root / "support" / "crisis_lines.json"]
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            yield Sentence(file.name, number, line)


ALL = [*sentences(), *shipped_texts()]


def broken(rule: str, found: list[Sentence]) -> list[str]:
    """Return the sentences that break a rule, with their places."""
    pattern = re.compile(rule, re.IGNORECASE)
    return [
        f"{each.file}:{each.line}: {each.text}"
        for each in found
        if each.text not in ALLOWED and pattern.search(each.text)
    ]


def test_all_sentences_are_seen() -> None:
    """The check reads the program's words, not an empty folder."""
    assert len(ALL) > 1500
    assert any(each.text == "as good as it gets" for each in ALL)


@pytest.mark.parametrize("rule", EVERYWHERE)
def test_every_sentence_keeps_the_rules(rule: str) -> None:
    """Whatever may be read, on whatever day."""
    assert broken(EVERYWHERE[rule], ALL) == []


@pytest.mark.parametrize("rule", NEVER_OF_A_LOG)
def test_what_is_said_of_a_log_claims_no_cause(rule: str) -> None:
    """Charts and findings say what went together, never what made what."""
    about = [each for each in ALL if each.file.startswith("words/") and _module(each)]
    assert len(about) > 200
    assert broken(NEVER_OF_A_LOG[rule], about) == []


def _module(each: Sentence) -> bool:
    return Path(each.file).stem in ABOUT_THE_LOG


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("no exclamation on a low day", "Well done!"),
        ("not logged, never missed", "You missed 3 days."),
        ("no streaks, no scores, no ranking", "A streak of 9 days"),
        ("no rejection rate", "Your rejection rate is 93 %."),
        ("nobody fails", "12 failures so far"),
        ("nothing is diagnosed", "You may be depressed."),
        ("nobody is pushed", "You should go outside."),
        ("plain words", "Invalid value"),
        ("one sign for what goes on", "Loading..."),
        ("no signs that fonts lack", "Mood \U0001f600"),
        ("together, never caused", "Your mood rose because you walked."),
        ("no effect is claimed", "Exercise helps you."),
        ("nobody gets worse", "You are getting worse."),
    ],
)
def test_each_rule_catches_what_it_is_for(rule: str, text: str) -> None:
    """A rule that catches nothing would be no rule."""
    pattern = (EVERYWHERE | NEVER_OF_A_LOG)[rule]
    assert broken(pattern, [Sentence("words/findings/charts.py", 1, text)])
