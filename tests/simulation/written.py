"""What docs/simulation.md says, read back."""

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "simulation.md"


class Row(dict[str, str]):
    """One row of a table, by the heads of its columns."""

    def number(self, column: str) -> float:
        """Return the number in a column, NaN where there is none."""
        text = self[column].split(" ")[0]
        return float("nan") if text in {"", "–"} else float(text)


def written(title: str) -> list[Row]:
    """Return the rows of the table under a heading."""
    section = PAGE.read_text("utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [_cells(line) for line in section.splitlines() if line.startswith("|")]
    return [Row(zip(lines[0], cells, strict=True)) for cells in lines[2:]]


def _cells(line: str) -> list[str]:
    return [each.strip() for each in line.strip().strip("|").split("|")]
