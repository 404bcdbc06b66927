"""Names of the countries of which Support knows a service."""

from second_wind.words.base.language import _


def country(code: str) -> str:
    """Return the name of a country by its code (ISO 3166)."""
    names = {
        "AR": _("Argentina"),
        "AT": _("Austria"),
        "AU": _("Australia"),
        "BE": _("Belgium"),
        "BR": _("Brazil"),
        "CA": _("Canada"),
        "CH": _("Switzerland"),
        "DE": _("Germany"),
        "DK": _("Denmark"),
        "ES": _("Spain"),
        "FI": _("Finland"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "GR": _("Greece"),
        "HK": _("Hong Kong"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IL": _("Israel"),
        "IN": _("India"),
        "IS": _("Iceland"),
        "IT": _("Italy"),
        "JP": _("Japan"),
        "KE": _("Kenya"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "MX": _("Mexico"),
        "MY": _("Malaysia"),
        "NL": _("Netherlands"),
        "NO": _("Norway"),
        "NZ": _("New Zealand"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "SE": _("Sweden"),
        "SG": _("Singapore"),
        "SI": _("Slovenia"),
        "TW": _("Taiwan"),
        "UA": _("Ukraine"),
        "US": _("United States"),
        "ZA": _("South Africa"),
    }
    return names.get(code, code)
