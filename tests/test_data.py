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
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def describe(folder, change):
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    change({entry["name"]: entry for entry in package["resources"]})
    path.write_text(json.dumps(package), encoding="utf-8")


def rehash(folder, name):
    """Accept a changed file, so that only its content can be wrong."""
    message = next(m for m in tables.problems(folder) if m.startswith(f"{name}.csv: changed"))
    describe(folder, lambda entries: entries[name].update(hash=message.split()[-1]))


def edit(folder, name, old, new):
    path = folder / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


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
    rehash(copy, "gold_price")
    assert tables.problems(copy) == []


def test_a_changed_file_is_not_accepted_before_its_bad_value_is_seen(copy):
    edit(copy, "gold_price", "1411.0", "cheap")
    changed, value = tables.problems(copy)
    assert "changed since" in changed and "row 25, column gold_price_usd_per_troy_oz: 'cheap'" in value


@pytest.mark.parametrize("key", ["licenses", "licence_note", "citation", "caveats", "unit_of_analysis", "schema", "path"])
def test_an_entry_without_a_licence_or_other_record(copy, key):
    describe(copy, lambda entries: entries["gold_price"].pop(key))
    assert f"gold_price.csv: its entry has no {key}" in tables.problems(copy)[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda entry: entry.update(licenses=[{"name": "CC-BY-4.0"}]), "a licence has no name or no title"),
        (lambda entry: entry.update(name="price"), "its entry is named price"),
        (lambda entry: entry["schema"]["fields"][1].update(type="numbr"), 'field type "numbr" is not supported'),
        (lambda entry: entry["schema"]["fields"][1].pop("unit"), "gold_price_usd_per_troy_oz lacks a description or a unit"),
        (lambda entry: entry["schema"]["fields"][1].pop("description"), "gold_price_usd_per_troy_oz lacks a description"),
        (lambda entry: entry["schema"]["fields"].pop(), "column gold_price_usd_per_troy_oz is not described"),
        (lambda entry: entry["schema"]["fields"].reverse(), "a column stands twice or in another place"),
    ],
)
def test_a_wrong_entry_says_what_is_wrong(copy, change, words):
    describe(copy, lambda entries: change(entries["gold_price"]))
    (message,) = tables.problems(copy)
    assert message.startswith("gold_price.csv: ") and words in message


def test_two_entries_for_one_file(copy):
    path = copy / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"].append(package["resources"][0])
    path.write_text(json.dumps(package), encoding="utf-8")
    assert "two entries have the same path" in tables.problems(copy)[0]


def test_a_package_that_cannot_be_read(copy):
    (copy / "datapackage.json").write_text('{"resources": [')
    (message,) = tables.problems(copy)
    assert message.startswith("datapackage.json: cannot be read")


def test_a_column_that_the_file_lost_and_one_that_it_gained(copy):
    edit(copy, "mali_gold_mines", "operator", "company")
    messages = tables.problems(copy)
    assert any("column company is not described" in message for message in messages)
    assert any("column operator is described but not in the file" in message for message in messages)


def test_an_empty_file(copy):
    (copy / "gold_price.csv").write_text("")
    assert any("column year is described but not in the file" in message for message in tables.problems(copy))


def test_a_column_name_out_of_style(copy):
    edit(copy, "gold_price", "year,", "Year,")
    assert any("column Year is not lower_snake_case" in message for message in tables.problems(copy))


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"),
    [
        ("gold_price", "1990,383.0", "1990,cheap", "row 2, column gold_price_usd_per_troy_oz", 'type is "number'),
        ("gold_price", "1990,383.0", "1990,", "row 2, column gold_price_usd_per_troy_oz", '"required"'),
        ("gold_price", "1990,383.0", "1889,383.0", "row 2, column year", '"minimum"'),
        ("gold_price", "1990,383.0", "1990,383.0,7", "row 2", "extra value"),
        ("mali_gold_production", "conventional_estimate", "guess", "row 4, column status", '"enum"'),
        ("mali_gold_exports", "MLI,2013,67.4", "MLI,2014,67.4", "row 3", "primary key"),
        ("claims", "unu_gold_2024-002,", "unu_gold_2024-001,", "row 3", "primary key"),
        ("claims", "unu_gold_2024-002,", "unu_gold_2024-2,", "row 3, column claim_id", '"pattern"'),
        ("claims", "unu_gold_2024-001,unu_gold_2024", "unu_gold_2024-001,unknown", "row 2", "foreign key"),
        ("gold_mirror_trade", "2016,2016,MLI,ARE,exports_reported_by_exporter,MLI",
         "2016,2016,MLI,ARE,imports_reported_by_importer,ARE", "row 12", "primary key"),
    ],
)  # fmt: skip
def test_a_bad_value_names_file_row_and_column(copy, name, old, new, where, what):
    edit(copy, name, old, new)
    rehash(copy, name)
    messages = tables.problems(copy)
    assert any(message.startswith(f"{name}.csv, {where}: ") and what in message for message in messages), messages
    assert all("Correct the value" in message for message in messages)


def test_the_figures_the_chapter_rests_on():
    price = {row["year"]: float(row["gold_price_usd_per_troy_oz"]) for row in rows("gold_price")}
    assert (price["2013"], price["2019"], price["2023"]) == (1411, 1392, 1943)
    industrial = [row["year"] for row in rows("mali_gold_production") if row["measure"] == "industrial_production"]
    assert "2018" not in industrial and len(industrial) == 11  # unknown is not zero
    mirror = {(r["reported_by"], r["importer"]): r["value_million_usd"] for r in rows("gold_mirror_trade")
              if r["year"] == "2016" and r["exporter"] == "MLI"}  # fmt: skip
    assert mirror == {("ARE", "ARE"): "1520", ("MLI", "ARE"): "216", ("MLI", "WLD"): "2200"}


def test_the_numbers_that_the_cards_state():
    """A card may not go on saying what the table no longer says."""

    def said(name):
        return " ".join(tables.resource(name)["checks"] + tables.resource(name)["caveats"])

    made = {(row["year"], row["measure"]): float(row["tonnes"]) for row in rows("mali_gold_production")}
    series = {row["year"]: row["gold_production_tonnes"] for row in rows("gold_production") if row["iso3"] == "MLI"}
    for year in ("2013", "2014", "2015"):
        industrial = made[year, "industrial_production"]
        assert industrial > float(series[year])
        for name in ("mali_gold_production", "gold_production"):
            assert re.search(rf"\b{series[year]}\b", said(name)) and str(industrial) in said(name)
    assert round(made["2022", "total_production"] - made["2022", "industrial_production"], 1) == 6

    exports = {row["year"]: row for row in rows("mali_gold_exports")}
    split = [year for year in exports if exports[year]["industrial_tonnes"]]
    assert split == ["2013", "2014", "2015", "2016", "2019"] and "all five years" in said("mali_gold_exports")
    assert all(float(exports[year]["industrial_tonnes"]) == made[year, "industrial_production"] for year in split)
    total, *parts = ([float(exports[year][column]) for year in split]
                     for column in ("total_exports_tonnes", "industrial_tonnes", "artisanal_tonnes"))  # fmt: skip
    assert [round(abs(whole - a - b), 2) for whole, a, b in zip(total, *parts, strict=True)] == [0, 0, 0, 0, 0.03]

    mined = sum(int(row["production_kg"]) for row in rows("mali_gold_mines"))
    assert mined == 46_542 and f"{mined:,} kg" in said("mali_gold_mines")
    none_stated = sum(row["rests_on"] == "none_stated" for row in rows("claims"))
    assert f"For {none_stated} of the {len(rows('claims'))}" in said("claims")


def test_the_ledger_is_whole_and_linked():
    ledger = rows("claims")
    assert len(ledger) == len(claims.ledger()) == 527
    known = {row["claim_id"]: row for row in ledger}
    documents = {row["source_id"] for row in rows("sources")}
    assert len(known) == 527 and {row["source_id"] for row in ledger} == documents
    for claim, row in known.items():
        assert re.fullmatch(r"(unu_gold_2024|bamako_2014|minusma_abstract|local_mediation|unu_brief_2024)-\d{3}", claim)
        assert claim.rpartition("-")[0] == row["source_id"]
    for row in rows("mali_gold_testimony"):
        for claim in row["claim_id"].split(";"):
            assert known[claim]["stance"] == row["stance"], claim


def test_the_source_line_names_publisher_and_licence():
    assert tables.source_line(["gold_price"]) == (
        "World Bank, Commodity Price Data (Pink Sheet), annual, 3 March 2026 (CC BY 4.0)"
    )
    both = tables.source_line(["gold_price", "mali_gold_mines"])
    assert both.count("; ") == 1 and both.endswith("(facts, quoted)")


def test_a_source_line_fits_under_a_chart():
    for entry in tables.package()["resources"]:
        assert len(tables.source_line([entry["name"]])) <= 110, entry["name"]


def test_the_card_says_what_the_table_cannot_show():
    card = tables.card("mali_gold_production")
    shown = card._repr_html_()
    assert 'class="data-card" aria-label="Data card: Mali&#x27;s gold production, as stated"' in shown
    assert "20 rows, 2013 to 2024" in shown and shown.index("What it cannot show") < shown.index("unknown, not zero")
    for column in rows("mali_gold_production")[0]:
        assert f"<code>{column}</code>" in shown
    assert "id=" not in shown and shown == tables.card("mali_gold_production")._repr_html_()
    assert "20 rows, 2013 to 2024" in repr(card) and "Mali mines ministry" in repr(card)


def test_a_card_escapes_what_it_shows(monkeypatch):
    entry = json.loads(json.dumps(tables.resource("gold_price")))
    entry.update({key: "<b>&" for key in ("title", "unit_of_analysis", "citation", "licence_note", "retrieved")})
    entry.update({key: ["<b>&"] for key in ("processing", "checks", "caveats")}, licenses=[{"title": "<b>&"}])
    entry["schema"]["fields"] = [{"name": "<b>&", "description": "<b>&", "unit": "<b>&"}]
    monkeypatch.setattr(tables, "resource", lambda name: entry)
    shown = tables.card("gold_price")._repr_html_()
    assert "<b>" not in shown and shown.count("&lt;b&gt;&amp;") == 13


def test_an_unknown_table_names_the_nearest():
    with pytest.raises(ValueError, match=r"no table 'gold_prices' .* did you mean gold_price\b.*add it to data/datapackage.json"):
        tables.card("gold_prices")
    with pytest.raises(ValueError, match=r"no table 'zzz' in data/datapackage.json: add it to data/datapackage.json"):
        tables.source_line(["zzz"])
