"""What the analysis says of each rejection, in words."""

from collections.abc import Mapping
from functools import partial

from second_wind.core.log.entries import Rejection
from second_wind.journal.journal import Journal
from second_wind.ui.rejections.rejections_model import Outcome


def outcomes(journal: Journal) -> Mapping[str, Outcome]:
    """Analyse the log and return what it says, by the rejection's id."""
    # They load numpy, which the window must not wait for.
    from second_wind.words.entries import rejections
    from second_wind.words.findings import recovery

    companies: dict[object, list[str]] = {}
    for each in journal.entries(Rejection):
        companies.setdefault(each.day, []).append(each.company)
    found: dict[str, Outcome] = {}
    for finding in journal.analysis.found().rejections:
        called = recovery.name(companies.get(finding.day, [""]), finding.day)
        outcome = Outcome(
            dent=finding.dent if finding.known_first_week else None,
            first_week=rejections.first_week(finding),
            ended=recovery.status(finding),
            sentence=partial(recovery.one_rejection, called, finding),
        )
        found.update(dict.fromkeys(finding.ids, outcome))
    return found
