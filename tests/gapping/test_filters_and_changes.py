"""The worst rows, some statuses, and what changed since an earlier answer."""

import csv
import io

import pytest


def rows(result) -> list[dict[str, str]]:
    """The records of a CSV answer."""
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def test_the_worst_rows_come_in_order_of_status_then_pace(call) -> None:
    """Missed before behind, the slower before the faster, unrated never."""
    found = rows(call("gap", "--worst", "4", "-f", "csv"))
    assert len(found) == 4
    order = ["missed", "moving_away", "exceeded", "lost", "behind", "over_pace", "slightly_behind"]
    ranks = [order.index(row["status"]) for row in found]
    assert ranks == sorted(ranks)
    behind = [float(row["pace"]) for row in found if row["status"] == "behind"]
    assert behind == sorted(behind)


def test_a_status_may_be_named_by_code_or_word_and_repeated(call) -> None:
    """behind, 滞后 and 'met' filter the rows; the coverage still counts all."""
    assert {row["status"] for row in rows(call("gap", "--status", "滞后", "--status", "met", "-f", "csv"))} == {
        "behind", "met",
    }  # fmt: skip
    answer = call("gap", "--year", "2025", "--status", "behind").out
    assert "of 99" in answer
    assert "showing 1 of 99" in answer


def test_nothing_that_fits_is_said(call) -> None:
    """An empty list is an answer, not an error."""
    result = call("gap", "--year", "2025", "--status", "lost")
    assert result.code == 0
    assert "No target fits." in result.out


def test_an_unknown_status_gets_a_suggestion(call) -> None:
    """Exit code 2 and the near one."""
    result = call("gap", "--status", "behnd")
    assert (result.code, "did you mean behind?" in result.err) == (2, True)


@pytest.fixture
def earlier(call, tmp_path):
    """An answer of before: one status was another, one target was not there, one has gone since."""
    path = tmp_path / "earlier.csv"
    assert call("gap", "--year", "2025", "-o", path).code == 0
    lines = path.read_text("utf-8-sig").splitlines()
    kept = [line.replace("slightly_behind", "behind") for line in lines if not line.startswith("gaoping,rural_scaled")]
    gone = next(line for line in lines if line.startswith("gaoping,")).split(",")
    gone[1] = "an_indicator_of_old"
    path.write_text("\n".join([*kept, ",".join(gone)]) + "\n", "utf-8")
    return path


def test_what_changed_is_listed_with_before_and_now(call, earlier) -> None:
    """Shandong was behind and is slightly behind; one target is new, one is gone."""
    found = rows(call("gap", "--year", "2025", "--changed-since", earlier, "-f", "csv"))
    changes = {(row["change"], row["jurisdiction"], row["indicator"]): row for row in found}
    assert set(changes) == {
        ("changed", "shandong", "urbanization_rate_resident"),
        ("new", "gaoping", "rural_scaled_water_share"),
        ("vanished", "gaoping", "an_indicator_of_old"),
    }
    row = changes["changed", "shandong", "urbanization_rate_resident"]
    assert (row["status_before"], row["status"], row["method_before"]) == ("behind", "slightly_behind", "schedule")


def test_the_same_answer_shows_no_change(call, tmp_path) -> None:
    """Also when it was written with Chinese headers, and with a byte order mark."""
    for headers in ("names", "zh", "en"):
        path = tmp_path / f"{headers}.csv"
        call("gap", "--year", "2025", "--headers", headers, "-o", path)
        answer = call("gap", "--year", "2025", "--changed-since", path).out
        assert "0 changed · 0 new · 0 gone · 99 unchanged" in answer


def test_places_that_are_not_asked_about_are_not_gone(call, tmp_path) -> None:
    """An earlier answer about all places, a later one about Pingliang."""
    path = tmp_path / "all.csv"
    call("gap", "-o", path)
    assert "0 gone" in call("gap", "pingliang", "--year", "2025", "--changed-since", path).out


def test_another_method_of_before_is_said(call, tmp_path) -> None:
    """A change may be the method's."""
    path = tmp_path / "old.csv"
    call("gap", "--year", "2025", "--method", "un2022", "-o", path)
    result = call("gap", "--year", "2025", "--changed-since", path)
    assert "un2022" in result.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"a,b\n1,2\n", "not a CSV of gap"),
        (b"\x00\x01", "not a text file"),
        (b"jurisdiction,indicator,target_year,target,status\na,b,2025,5,fine\n", "column status holds 'fine'"),
        (b"jurisdiction,indicator,target_year,target,status\na,b,soon,5,met\n", "column target_year holds 'soon'"),
    ],
)
def test_a_file_that_gap_did_not_write_is_one_line_and_exit_code_3(call, tmp_path, content, said) -> None:
    """The line names the file and what is wrong with it."""
    path = tmp_path / "other.csv"
    if content is not None:
        path.write_bytes(content)
    result = call("gap", "--changed-since", path, "--lang", "en")
    assert (result.code, result.out) == (3, "")
    assert said in result.err
    assert str(path) in result.err
    assert result.err.count("\n") == 1
