"""Where the program keeps its files."""

from dataclasses import dataclass, replace
from pathlib import Path

APPLICATION_ID = "io.github.second_wind_app.SecondWind"
JOURNAL_NAME = "journal.sqlite3"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The places of one installation: nothing else decides where a file goes.

    `folders` are those that hold nothing but the program's own files.
    """

    journal: Path
    data: Path
    config: Path
    cache: Path
    log: Path
    folders: tuple[Path, ...] = ()

    @classmethod
    def for_user(cls) -> "AppPaths":
        """Return the platform's own directories of the person who runs the program."""
        from platformdirs import PlatformDirs  # not needed with a home of one's own

        dirs = PlatformDirs("second-wind", appauthor=False)
        return cls._in(
            data=Path(dirs.user_data_dir),
            config=Path(dirs.user_config_dir),
            cache=Path(dirs.user_cache_dir),
            log=Path(dirs.user_log_dir),
        )

    @classmethod
    def under(cls, home: Path) -> "AppPaths":
        """Return places that all lie under one directory."""
        home = home.expanduser().absolute()
        return cls._in(home, home / "config", home / "cache", home / "log")

    @classmethod
    def _in(cls, data: Path, config: Path, cache: Path, log: Path) -> "AppPaths":
        folders = (data, config, cache, log)
        return cls(data / JOURNAL_NAME, data, config, cache, log, folders)

    def with_journal(self, file: Path) -> "AppPaths":
        """Return the same places but another journal, its photos and backups beside it."""
        file = file.expanduser().absolute()
        # The folder may hold anything else of the person's.
        folders = (*self.folders, file.parent / "backups")
        return replace(self, journal=file, data=file.parent, folders=folders)

    @property
    def font_cache(self) -> Path:
        """The folder in which matplotlib keeps what it finds out about fonts."""
        return self.cache / "matplotlib"

    @property
    def sample_marker(self) -> Path:
        """The file that marks the journal beside it as a sample and nobody's own."""
        return self.data / "sample-journal.txt"

    @property
    def is_sample(self) -> bool:
        """Whether the journal is a sample and nobody's own."""
        return self.journal == self.data / JOURNAL_NAME and self.sample_marker.is_file()

    @property
    def photos(self) -> Path:
        """The file that holds the photos of this journal."""
        own = self.journal.name == JOURNAL_NAME
        return self.journal.with_name(
            "photos.sqlite3" if own else f"{self.journal.stem}-photos.sqlite3"
        )
