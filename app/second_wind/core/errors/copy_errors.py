"""What can go wrong with safe copies, damage and merging: facts, `words.errors` speaks."""

from pathlib import Path

from second_wind.core.errors.base import KnownError


class CopyProblem(KnownError):
    """Something about copies, damage or another journal."""


class NoJournalYet(CopyProblem):
    """A command that looks at a journal where there is none."""

    path: Path


class JournalGone(CopyProblem):
    """A journal that is missing or empty though copies of it, or its log, are there.

    `begins` says whether who asked may begin a new one all the same.
    """

    path: Path
    copies: int
    newest: str = ""
    begins: bool = False


class JournalThere(CopyProblem):
    """A wish for a new journal where there is one."""

    path: Path


class NoSuchCopy(CopyProblem):
    """A name that none of the safe copies has."""

    given: str


class CopiesFolderGone(CopyProblem):
    """The second folder for safe copies is missing or can't be written: a drive was unplugged."""

    path: Path


class JournalReplaced(CopyProblem):
    """Another program put another file in the journal's place while it was open."""

    path: Path


class JournalOpen(CopyProblem):
    """A damaged journal that can't be set aside because a program still has it open."""

    path: Path


class UnsoundJournal(CopyProblem):
    """A check that found something wrong, which was said already."""

    path: Path


class EntriesInDoubt(CopyProblem):
    """A check that found entries for which nobody can vouch, which was said already."""

    count: int


class UnsoundPhotos(CopyProblem):
    """A check that found photos damaged or missing, which was said already."""

    path: Path


class UnsoundCopies(CopyProblem):
    """Safe copies that are damaged."""

    names: tuple[str, ...]


class NothingToRecover(CopyProblem):
    """A recovery of a journal that is sound."""

    path: Path


class NoSoundCopy(CopyProblem):
    """A choice of the newest sound copy where there is none."""

    path: Path


class SameJournal(CopyProblem):
    """A merge of a journal with itself."""

    path: Path


class OtherDamaged(CopyProblem):
    """Another journal, or a copy from another place, that can't be read."""

    path: Path


class NoJournalFile(CopyProblem):
    """A file that was named as another journal or a copy, and is none."""

    path: Path


class CopiesUnasked(CopyProblem):
    """A choice of what shall become the journal while copies can't be looked at."""

    path: Path


class NoFolder(CopyProblem):
    """A second place for copies that is a file."""

    path: Path
