"""Long words break on a page; short ones stay as they are."""

from second_wind.ui.kit.look.breakable import breakable


def test_ordinary_words_stay_as_they_are() -> None:
    """Nothing is put into a text that can wrap."""
    text = "Elverfirth Shipping · technical or task\nno feedback"
    assert breakable(text) == text


def test_a_long_run_breaks_and_loses_nothing() -> None:
    """No run is longer than two dozen letters, and the letters are the same."""
    text = f"a {'x' * 100} b {'y' * 24}"
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text
    assert max(len(run) for run in broken.replace("\u200b", " ").split()) == 24
