"""What a form does whose content is kept while it is not stored."""

from collections.abc import Mapping

from second_wind.core.log.drafts import Draft


class Drafted:
    """The base of every form: whoever keeps drafts finds it among the widgets that there are."""

    def drafts(self) -> Mapping[str, Draft]:
        """Return what was typed and is not stored, by what it belongs to; empty if nothing."""
        raise NotImplementedError
