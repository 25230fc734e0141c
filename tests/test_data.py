"""The data package: what is in data/ is described, unchanged, licensed and valid."""

import csv
import json
import re
import shutil

import pytest

from nexus import claims, tables
from nexus.tables import DATA


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def rows(name):
    with open(DATA / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def describe(folder, change):
    path = folder / "datapackage.json"
    package = json.loads(path.read_text())
    change({entry["name"]: entry for entry in package["resources"]})
    path.write_text(json.dumps(package))


def rehash(folder, name):
    """Accept a changed file, so that only its content can be wrong."""
    message = next(m for m in tables.problems(folder) if m.startswith(f"{name}.csv: changed"))
    describe(folder, lambda entries: entries[name].update(hash=message.split()[-1]))


def edit(folder, name, old, new):
    path = folder / f"{name}.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_data_is_as_described():
    assert tables.problems() == []


def test_a_csv_without_an_entry(copy):
    (copy / "extra.csv").write_text("year\n2020\n")
    assert "extra.csv: not in datapackage.json" in tables.problems(copy)[0]


def test_a_missing_file(copy):
    (copy / "gold_price.csv").unlink()
    assert "gold_price.csv: in datapackage.json but not in the folder" in tables.problems(copy)[0]


def test_a_changed_value_names_the_new_hash(copy):
    edit(copy, "gold_price", "1411.0", "1412.0")
    (message,) = tables.problems(copy)
    assert message.startswith("gold_price.csv: changed") and re.search(r"sha256:[0-9a-f]{64}$", message)


@pytest.mark.parametrize("key", ["licenses", "citation", "caveats", "unit_of_analysis"])
def test_an_entry_without_a_licence_or_other_record(copy, key):
    describe(copy, lambda entries: entries["gold_price"].pop(key))
    assert f"gold_price.csv: its entry has no {key}" in tables.problems(copy)[0]


def test_a_column_without_a_description(copy):
    describe(copy, lambda entries: entries["gold_price"]["schema"]["fields"].pop())
    assert "column gold_price_usd_per_troy_oz is not described" in tables.problems(copy)[0]


def test_a_column_name_out_of_style(copy):
    edit(copy, "gold_price", "year,", "Year,")
    assert any("column Year is not lower_snake_case" in message for message in tables.problems(copy))


@pytest.mark.parametrize(
    ("name", "old", "new", "row"),
    [
        ("gold_price", "1990,383.0", "1990,cheap", 2),  # wrong type
        ("gold_price", "1990,383.0", "1990,", 2),  # blank where a value is required
        ("mali_gold_production", "conventional_estimate", "guess", 4),  # outside the vocabulary
        ("claims", "unu_gold_2024-002,", "unu_gold_2024-001,", 3),  # duplicate key
        ("claims", "unu_gold_2024-001,unu_gold_2024", "unu_gold_2024-001,unknown", 2),  # no such document
    ],
)
def test_a_bad_value_names_file_and_row(copy, name, old, new, row):
    edit(copy, name, old, new)
    rehash(copy, name)
    messages = tables.problems(copy)
    assert any(message.startswith(f"{name}.csv, row {row}: ") for message in messages), messages


def test_the_figures_the_chapter_rests_on():
    price = {row["year"]: float(row["gold_price_usd_per_troy_oz"]) for row in rows("gold_price")}
    assert (price["2013"], price["2019"], price["2023"]) == (1411, 1392, 1943)
    industrial = [row["year"] for row in rows("mali_gold_production") if row["measure"] == "industrial_production"]
    assert "2018" not in industrial and len(industrial) == 11  # unknown is not zero
    mirror = {(r["reported_by"], r["importer"]): r["value_million_usd"] for r in rows("gold_mirror_trade")
              if r["year"] == "2016" and r["exporter"] == "MLI"}  # fmt: skip
    assert mirror == {("ARE", "ARE"): "1520", ("MLI", "ARE"): "216", ("MLI", "WLD"): "2200"}


def test_the_ledger_is_whole_and_linked():
    ledger = rows("claims")
    assert len(ledger) == len(claims.ledger()) == 527
    known = {row["claim_id"] for row in ledger}
    cited = {claim for row in rows("mali_gold_testimony") for claim in row["claim_id"].split(";")}
    assert cited and cited <= known


def test_the_source_line_names_publisher_and_licence():
    assert tables.source_line(["gold_price"]).startswith("World Bank") and "CC BY 4.0" in tables.source_line(["gold_price"])


def test_the_card_says_what_the_table_cannot_show():
    card = tables.card("mali_gold_production")._repr_html_()
    assert "20 rows, 2013 to 2024" in card and "unknown, not zero" in card and "What it cannot show" in card


def test_an_unknown_table_names_the_nearest():
    with pytest.raises(ValueError, match="did you mean gold_price"):
        tables.card("gold_prices")
