"""Names of the countries of which Support knows a service."""

from second_wind.words.base.language import pgettext


def country(code: str) -> str:
    """Return the name of a country by its code (ISO 3166)."""
    names = {
        "AR": pgettext("country", "Argentina"),
        "AT": pgettext("country", "Austria"),
        "AU": pgettext("country", "Australia"),
        "BE": pgettext("country", "Belgium"),
        "BR": pgettext("country", "Brazil"),
        "CA": pgettext("country", "Canada"),
        "CH": pgettext("country", "Switzerland"),
        "DE": pgettext("country", "Germany"),
        "DK": pgettext("country", "Denmark"),
        "ES": pgettext("country", "Spain"),
        "FI": pgettext("country", "Finland"),
        "FR": pgettext("country", "France"),
        "GB": pgettext("country", "United Kingdom"),
        "GR": pgettext("country", "Greece"),
        "HK": pgettext("country", "Hong Kong"),
        "HU": pgettext("country", "Hungary"),
        "IE": pgettext("country", "Ireland"),
        "IL": pgettext("country", "Israel"),
        "IN": pgettext("country", "India"),
        "IS": pgettext("country", "Iceland"),
        "IT": pgettext("country", "Italy"),
        "JP": pgettext("country", "Japan"),
        "KE": pgettext("country", "Kenya"),
        "LT": pgettext("country", "Lithuania"),
        "LU": pgettext("country", "Luxembourg"),
        "MX": pgettext("country", "Mexico"),
        "MY": pgettext("country", "Malaysia"),
        "NL": pgettext("country", "Netherlands"),
        "NO": pgettext("country", "Norway"),
        "NZ": pgettext("country", "New Zealand"),
        "PL": pgettext("country", "Poland"),
        "PT": pgettext("country", "Portugal"),
        "SE": pgettext("country", "Sweden"),
        "SG": pgettext("country", "Singapore"),
        "SI": pgettext("country", "Slovenia"),
        "TW": pgettext("country", "Taiwan"),
        "UA": pgettext("country", "Ukraine"),
        "US": pgettext("country", "United States"),
        "ZA": pgettext("country", "South Africa"),
    }
    return names.get(code, code)
