"""The data package: what is in data/ is described, unchanged, licensed and valid."""

import json
import re
import shutil

import pytest

from nexus import claims, glossary, references, tables
from nexus.tables import DATA, rows

SMALL = ("gold_price", "mali_gold_production", "mali_gold_exports", "mali_gold_mines", "gold_mirror_trade",
         "mali_gold_testimony", "claims", "sources", "countries")  # fmt: skip


@pytest.fixture
def copy(tmp_path):
    """A data folder of nine tables, to spoil."""
    folder = tmp_path / "data"
    folder.mkdir()
    package = tables.package()
    for name in SMALL:
        shutil.copyfile(DATA / f"{name}.csv", folder / f"{name}.csv")
    kept = [entry for entry in package["resources"] if entry["name"] in SMALL]
    (folder / "datapackage.json").write_text(json.dumps(package | {"resources": kept}), encoding="utf-8")
    return folder


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


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda text: text.replace(b"1990,383.0", b"1990,383.0,7"), "row 2 has more cells (3) than the header (2)"),
        (lambda text: text.replace(b"1990,383.0", b"1990"), "row 2 has fewer cells (1) than the header (2)"),
        (lambda text: text.replace(b"1990,383.0", b'1990,"383.0'), "Close every quote"),
        (lambda text: text.replace(b"1990", "199\xe9".encode("latin-1")), "is not UTF-8"),
        (lambda text: b"\xef\xbb\xbf" + text, "byte order mark"),
    ],
)
def test_a_malformed_file_is_named_with_its_row_and_remedy(copy, spoil, words):
    path = copy / "gold_price.csv"
    path.write_bytes(spoil(path.read_bytes()))
    messages = [message for message in tables.problems(copy) if "changed since" not in message]
    assert len(messages) == 1 and messages[0].startswith("gold_price.csv: ") and words in messages[0]
    assert tables.problems(copy, quick=True) == messages


def test_a_claim_with_a_typo_in_a_list_of_claims(copy):
    edit(copy, "mali_gold_testimony", "unu_gold_2024-027;unu_gold_2024-028", "unu_gold_2024-027;unu_gold_2024-0288")
    (message,) = tables.problems(copy, quick=True)
    assert message.startswith("mali_gold_testimony.csv, row 7, column claim_id: 'unu_gold_2024-0288' is not in claims.csv; ")
    assert message.endswith("did you mean unu_gold_2024-028?")


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


def test_the_numbers_on_the_cards_of_the_other_tables():
    def whole(name, *columns):
        return [[int(row[column] or 0) for column in columns] for row in rows(name)]

    kinds = ("state_based", "non_state", "one_sided")
    ucdp = rows("ucdp_country_year")
    assert all(sum(int(row[f"{kind}_deaths_best"]) for kind in kinds) == int(row["total_deaths_best"]) for row in ucdp)
    swapped = [(r["iso3"], r["year"], k, int(r[f"{k}_deaths_low"]), int(r[f"{k}_deaths_best"])) for r in ucdp for k in kinds
               if int(r[f"{k}_deaths_low"]) > int(r[f"{k}_deaths_best"])]  # fmt: skip
    assert swapped == [("COL", "2020", "one_sided", 158, 146), ("MLI", "1995", "state_based", 9, 2)]
    world = {row["year"]: sum(int(row[f"{kind}_deaths_best"]) for kind in kinds) for row in rows("ucdp_world_year")}
    assert world["2024"] == 160_900
    assert all(
        government + groups == total
        for government, groups, total in whole(
            "ucdp_one_sided_perpetrators",
            "killed_by_any_government_best",
            "killed_by_non_state_groups_best",
            "one_sided_deaths_best",
        )
    )
    assert sum(total for (total,) in whole("ucdp_ged_car_month", "total_deaths_best")) == 13_584
    dyads = {}
    for row in rows("ucdp_active_dyads"):
        key = row["iso3"], row["year"], row["violence_type"]
        dyads[key] = dyads.get(key, 0) + 1
    for row in ucdp:
        for kind, noun in zip(kinds, ("dyads", "dyads", "actors"), strict=True):
            if row["iso3"] in ("MLI", "CAF"):
                assert dyads.get((row["iso3"], row["year"], kind), 0) == int(row[f"{kind}_{noun}"])
    died = {}
    for row in rows("peacekeeper_fatalities_cause"):
        died[row["mission"], row["cause"]] = died.get((row["mission"], row["cause"]), 0) + int(row["fatalities"])
    assert died["MINUSMA", "malicious_act"] == 174 and sum(n for (m, _), n in died.items() if m == "MINUSMA") == 311
    per_year = {row["year"]: int(row["resolutions"]) for row in rows("unsc_resolutions_year")}
    assert sum(n for year, n in per_year.items() if year <= "2019") == 1219
    assert sum(n for year, n in per_year.items() if year <= "2017") == 1113
    refugees = {(row["iso3"], row["year"]): int(row["refugees_from_country_persons"]) for row in rows("unhcr_displacement")}
    hosted = {}
    for row in rows("unhcr_refugees_by_host"):
        hosted[row["iso3"], row["year"]] = hosted.get((row["iso3"], row["year"]), 0) + int(row["refugees_persons"])
    assert all(count <= refugees[key] for key, count in hosted.items())
    assert all(round(sum(float(v) for k, v in row.items() if k != "viewpoint"), 9) == 1 for row in rows("response_viewpoints"))
    assert [row["endnote"] for row in rows("endnotes")] == [str(number) for number in range(1, 71)]


def test_no_listing_and_no_group_carries_a_name_of_a_person():
    assert list(rows("unsc_designations")[0]) == ["designation_id", "regime", "iso3", "kind", "listed_on", "on_list_2020_11_30",
                                                  "on_list_2025_08_16", "stated_ground_code"]  # fmt: skip
    tables_of_dyads = ("ucdp_active_dyads", "ucdp_dyad_deaths", "ucdp_ged_car_dyad_year")
    labels = " ".join(row["side_a"] + row["side_b"] for name in tables_of_dyads for row in rows(name))
    assert not re.search(r"forces of [A-Z]|Forces of [A-Z]|anti-Balaka - ", labels)


def test_every_table_and_every_note_is_cited_and_nothing_else():
    cited = {key for entry in tables.package()["resources"] for key in entry.get("cite", [])}
    noted = {key for row in rows("endnotes") for key in row["works"].split(";") if key}
    assert cited | noted == set(references.library())
    uncited = [entry["name"] for entry in tables.package()["resources"] if not entry.get("cite")]
    # Our own record and what was made up for teaching; entities and timeline name a source in every row.
    assert uncited == ["response_viewpoints", "toy_routes", "entities", "timeline", "doubts", "glossary", "countries"]
    with pytest.raises(ValueError, match="no entry 'kemp2012' in book/references.bib"):
        references.formatted("kemp2012")


def test_no_glossary_form_belongs_to_two_terms():
    seen = {}
    for entry in glossary.entries():
        for form in glossary.forms(entry):
            assert seen.setdefault(form.lower(), entry["term"]) == entry["term"], form
    assert glossary.find("minusma")["term"] == "United Nations Multidimensional Integrated Stabilization Mission in Mali"
    with pytest.raises(ValueError, match="no term 'minusmas' in data/glossary.csv: add it there"):
        glossary.find("minusmas")


def test_the_timeline_says_how_precise_it_is():
    found = rows("timeline")
    assert [row["date"] for row in found] == sorted(row["date"] for row in found)
    assert all(row["precision"] == {4: "year", 7: "month", 10: "day"}[len(row["date"])] for row in found)
    votes = {row["resolution_number"]: row["voted_on"] for row in rows("unsc_votes")}
    for row in found:
        number = re.match(r"Resolution (\d+)", row["event"])
        if number and row["precision"] == "day":
            assert votes[number[1]] == row["date"], row


def test_the_doubt_about_a_resolution_is_what_the_votes_say():
    votes = {row["resolution_number"]: row for row in rows("unsc_votes")}
    assert (votes["2423"]["instrument"], votes["2423"]["voted_on"]) == ("mission", "2018-06-28")
    assert (votes["2432"]["instrument"], votes["2432"]["voted_on"]) == ("sanctions", "2018-08-30")
    doubt = claims.doubts()["P67"][0]
    assert doubt["verdict"] == "misprint_confirmed" and "2423" in doubt["finding"] and "28 June 2018" in doubt["finding"]


def test_the_ledger_is_whole_and_linked():
    ledger = rows("claims")
    assert len(ledger) == len(claims.ledger()) == 527
    known = {row["claim_id"]: row for row in ledger}
    documents = {row["source_id"] for row in rows("sources")}
    stances = [row["stance"] for row in ledger]
    assert {stance: stances.count(stance) for stance in claims.STANCES} == {
        "asserted": 338, "attributed": 94, "anecdotal": 4, "contested": 5, "recommended": 86,
    }  # as the page Sources says  # fmt: skip
    per_document = {mark: sum(name.startswith(mark) for name in claims.ledger()) for mark in "GBMLP"}
    assert per_document == {"G": 60, "B": 127, "M": 11, "L": 90, "P": 239}
    assert {row["chapter"] for row in ledger} == set(claims.CHAPTERS)
    assert {row["theme"] for row in ledger} == set(claims.THEMES) and {row["rests_on"] for row in ledger} == set(claims.RESTS_ON)
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
