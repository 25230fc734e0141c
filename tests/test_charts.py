"""The renderer: what it refuses, what it stores, and that its Vega is the one altair means."""

import re
from pathlib import Path

import altair as alt
import nbformat
import pandas as pd
import pytest
import vl_convert

from nexus import charts, notebooks
from nexus.sphinx import figure

TITLE = alt.Title("Output rose", subtitle="tonnes, Mali, 2013–2014")
ALT = "Two points. The second is higher."
GOOD = dict(title=TITLE, description=ALT, usermeta={"tables": ["gold_price"]})


def chart(**properties):
    data = pd.DataFrame({"year": [2013, 2014], "tonnes": [47.0, None]})
    return alt.Chart(data).mark_line(color=charts.MALI).encode(x="year:Q", y="tonnes:Q").properties(**properties)


def bundle(made):
    return made._repr_mimebundle_()


def test_a_finished_chart_is_stored_as_its_specification():
    data = bundle(chart(**GOOD))
    data = data[0] if isinstance(data, tuple) else data
    assert set(data) == {charts.MIME, "text/plain"} and ALT in data["text/plain"]


def test_two_runs_store_the_same():
    assert bundle(chart(**GOOD)) == bundle(chart(**GOOD))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": ""}, "a title that states the finding"),
        ({"title": "Output rose"}, "a subtitle with measure"),
        ({"description": ""}, "a text alternative of two or three sentences"),
        ({"description": "Too short."}, "a text alternative of two or three sentences"),
        ({"usermeta": {}}, "the tables it draws"),
        ({"usermeta": {"tables": ["gold_prices"]}}, "did you mean gold_price"),
    ],
)
def test_an_unfinished_chart_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        bundle(chart(**(GOOD | change)))


@pytest.mark.parametrize("colour", ["#ff0000", "red"])
def test_a_colour_outside_the_palette_is_refused(colour):
    with pytest.raises(ValueError, match=f"instead of {colour}"):
        bundle(chart(**GOOD).mark_line(color=colour))


def test_every_colour_of_the_palette_has_its_counterpart_on_the_dark_page():
    css = (Path(figure.__file__).parent / "static" / "nexus.css").read_text()
    for colour in charts.PALETTE:
        for what in ("fill", "stroke"):
            assert re.search(rf'\.chart \[{what}="{colour}"\]{{{what}:var\(--', css), f"{what} {colour}"


@pytest.mark.parametrize("path", notebooks.chapters(), ids=lambda path: path.stem)
def test_every_chart_is_drawn_by_the_older_vega_lite_of_jupyterlab(path):
    """JupyterLab brings Vega-Lite 5: it stops at layers of which one has no axis and another a usual one."""
    stored = [o["data"][charts.MIME] for c in nbformat.read(path, as_version=4).cells for o in c.get("outputs", [])
              if charts.MIME in o.get("data", {})]  # fmt: skip
    assert len(stored) >= 6
    for spec in stored:
        assert "<svg" in vl_convert.vegalite_to_svg(spec, vl_version="5.8"), spec["title"]


def test_the_bundled_vega_is_the_one_altair_means():
    assert alt.VEGALITE_VERSION.rsplit(".", 1)[0] == figure.VL_VERSION
    assert vl_convert.get_vega_version().split(".")[0] == alt.VEGA_VERSION.split(".")[0]
    assert vl_convert.get_vega_embed_version().split(".")[0] == alt.VEGAEMBED_VERSION.split(".")[0]


def test_the_figure_is_named_and_has_its_data():
    made = figure.figure(chart(**GOOD).to_dict(), "k")
    assert made.count('role="img"') == 2 and ALT in made and "<figcaption>" in made
    assert "World Bank" in made and 'href="{root}data/gold_price.csv"' in made
    assert '<td class="nf">not found</td>' in made and '<td class="n">47</td>' in made  # a blank is not zero


def test_a_parameter_becomes_a_labelled_control():
    base = alt.param(name="base", value=2013, bind=alt.binding_range(min=2013, max=2014, step=1, name="Base year"))
    made = figure.figure(chart(**GOOD).add_params(base).to_dict(), "k")
    assert '<label for="k-base">Base year:' in made and 'data-signal="base" min="2013" max="2014"' in made
    assert "live" not in figure.figure(chart(**GOOD).to_dict(), "k")


PANELS = {
    "facet": lambda base: base.encode(facet=alt.Facet("place:N", columns=2)),
    "faceted": lambda base: base.facet("place:N", columns=2),
    "layered": lambda base: alt.layer(base, base.mark_point()).facet("place:N", columns=2),
    "row": lambda base: base.encode(row="place:N"),
    "column": lambda base: base.encode(column="place:N"),
    "side by side": lambda base: alt.hconcat(base, base),
    "above each other": lambda base: alt.vconcat(base, base),
}


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("width", [charts.WIDE, charts.NARROW])
def test_panels_fit_the_page(kind, width):
    data = pd.DataFrame({"year": [2013, 2014] * 4, "tonnes": range(8), "place": list("aabbccdd")})
    made = PANELS[kind](alt.Chart(data).mark_line().encode(x="year:Q", y="tonnes:Q")).properties(**GOOD)
    drawn = vl_convert.vegalite_to_svg(figure.canvas(made.to_dict(), width), vl_version=figure.VL_VERSION)
    assert 0.85 * width < float(re.search(r'width="([\d.]+)"', drawn).group(1)) <= width


def test_a_secondary_label_is_left_out_on_phones():
    base = alt.Chart(pd.DataFrame({"year": [2013], "tonnes": [47.0]})).encode(x="year:Q", y="tonnes:Q")
    both = alt.layer(base.mark_point(), base.mark_text(text="a remark").properties(name="wide-remark"))
    made = figure.figure(both.properties(**GOOD).to_dict(), "k")
    assert made.count("a remark") == 1
