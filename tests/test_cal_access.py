"""The reader of CAL-ACCESS: on samples of the state's tables, and on made-up filings for every trap."""

import csv
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from graph.build import build
from graph.tables.checks import check
from graph.validation.rows import row_breaches
from ontology import TABLES
from sources.adding import DatasetParticulars, start_dataset
from sources.cal_access.layout import LAYOUT
from sources.cal_access.layout import TABLES as READ
from sources.cal_access.left_out import LEFT_OUT
from sources.catalog import reference, registry
from sources.document import FILE
from sources.errors import SheetError
from sources.tables.filings.matching import pair
from sources.tables.layouts.layout import Records, Sample, layouts
from sources.tables.layouts.rows import LINE, Place, Rows, filled

SAMPLES = "data/palewire__django-calaccess-raw-data"
WITHOUT_SAMPLE = {"debt", "filer_to_filer_type"}
OF_MONEY = {"debt", "expn", "loan", "rcpt", "s496", "s497", "s498", "smry", "splt"}
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What files became: rows by table, problems, and by name of the table how many rows were left out."""

    tables: dict[str, pl.DataFrame]
    problems: pl.DataFrame
    left_out: dict[str, int]
    read: dict[str, int]

    def __getitem__(self, table: str) -> list[dict[str, object]]:
        """The rows of a table in the order of their ids."""
        frame = self.tables.get(table)
        return [] if frame is None else frame.sort("id", maintain_order=True).to_dicts()

    def one(self, table: str) -> dict[str, object]:
        """The only row of a table."""
        (row,) = self[table]
        return row


def read_all(files: Iterable[Path]) -> Iterator[tuple[str, Records]]:
    """The batches of files, each with the name of its table."""
    for file in files:
        for name, batches in LAYOUT.records(file, {}):
            for batch in batches:
                yield name, batch


def tell(*files: Path) -> Told:
    """Convert files as one dataset."""
    context = LAYOUT.context(
        lambda kind: (
            batch.frame.with_columns(file=pl.lit(name))
            for name, batch in read_all(files)
            if batch.kind == kind
        ),
        {},
    )
    tables: dict[str, list[pl.DataFrame]] = {}
    problems, left_out, read = [], Counter[str](), Counter[str]()
    for name, batch in read_all(files):
        place = Place("made", name, {}, context)
        rows: Rows = LAYOUT.convert(batch.kind, batch.frame, place)
        for table, frame in rows.tables.items():
            tables.setdefault(table, []).append(filled(table, frame, place))
        problems += [one.with_columns(kind=pl.lit(batch.kind)) for one in (batch.rejects, rows.problems)]
        left_out[batch.kind] += rows.left_out
        read[batch.kind] += batch.frame.height + batch.rejects.filter("rejected").height
    whole = {table: pl.concat(frames) for table, frames in tables.items()}
    return Told(whole, pl.concat(problems), dict(left_out), dict(read))


def table_file(folder: Path, table: str, rows: Iterable[Row]) -> Path:
    """A table as the state writes it, with all its columns; what is not given is empty."""
    columns = list(READ[table][0])
    lines = ["\t".join(columns), *("\t".join(row.get(name, "") for name in columns) for row in rows)]
    path = folder / f"{table.upper()}_CD.TSV"
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode())
    return path


def made(folder: Path, **tables: Iterable[Row]) -> Told:
    """Made-up tables, converted."""
    return tell(*(table_file(folder, name, rows) for name, rows in tables.items()))


def cover(filing: int, filer: str, form: str = "F460", **more: str) -> Row:
    """A cover page."""
    given = {"FILING_ID": str(filing), "AMEND_ID": "0", "FORM_TYPE": form, "FILER_ID": filer}
    names = {"FILER_NAML": f"Committee {filer}", "RPT_DATE": "7/31/2018 12:00:00 AM"}
    return {**given, **names, **more}


def receipt(filing: int, item: int, amount: str, **more: str) -> Row:
    """A gift of a made-up business on Schedule A."""
    key = {"FILING_ID": str(filing), "AMEND_ID": "0", "LINE_ITEM": str(item), "FORM_TYPE": "A"}
    gift = {"RCPT_DATE": "5/1/2018 12:00:00 AM", "AMOUNT": amount, "CTRIB_NAML": "Redwood Tools"}
    return {**key, **gift, "CTRIB_CITY": "Fresno", "ENTITY_CD": "OTH", **more}


def payment(filing: int, item: int, amount: str, **more: str) -> Row:
    """A payment to a committee on Schedule E."""
    key = {"FILING_ID": str(filing), "AMEND_ID": "0", "LINE_ITEM": str(item), "FORM_TYPE": "E"}
    paid = {"EXPN_DATE": "5/1/2018 12:00:00 AM", "AMOUNT": amount, "PAYEE_NAML": "Friends of Oak"}
    return {**key, **paid, "EXPN_CODE": "CTB", "ENTITY_CD": "COM", **more}


def late_gift(filing: int, item: int, amount: str, **more: str) -> Row:
    """A gift received of a made-up business on Form 497."""
    key = {"FILING_ID": str(filing), "AMEND_ID": "0", "LINE_ITEM": str(item), "FORM_TYPE": "F497P1"}
    gift = {"CTRIB_DATE": "5/1/2018 12:00:00 AM", "AMOUNT": amount, "ENTY_NAML": "Redwood Tools"}
    return {**key, **gift, **more}


def counted(rows: Iterable[Mapping[str, object]]) -> list[object]:
    """The ids of rows whose money is new."""
    return [row["id"] for row in rows if row["notNewMoney"] is None]


# ---- the state's own tables ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(shared: Path) -> Path:
    """The folder with a sample of every table."""
    return shared / SAMPLES


@pytest.fixture(scope="module")
def told(sample: Path) -> Told:
    """All samples as one dataset."""
    return tell(*sorted((sample / "raw").glob("*.csv")))


def csv_rows(sample: Path, table: str) -> list[dict[str, str]]:
    """A sample as the csv module reads it."""
    with (sample / "raw" / f"{table}_cd.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def total(rows: Iterable[Mapping[str, str]], column: str) -> Decimal:
    """The sum of a column, added up a row at a time."""
    return sum((Decimal(row[column]) for row in rows if row[column].strip()), Decimal(0))


def amounts(told: Told, table: str, record: str, column: str = "amount") -> Decimal:
    """The sum of a table's rows from a record."""
    rows = told.tables[table].filter(pl.col("id").str.contains(f"/{record}-"))
    return rows.select(pl.col(column).sum()).item() or Decimal(0)


@pytest.mark.parametrize("table", sorted(set(READ) - WITHOUT_SAMPLE))
def test_every_row_of_a_sample_is_told_rejected_or_left_out(sample: Path, told: Told, table: str) -> None:
    """Rows in are rows that make something, rows rejected with a reason, and rows left out by a rule."""
    count = len(csv_rows(sample, table))
    assert told.read[table] == count
    rejected = told.problems.filter((pl.col("kind") == table) & pl.col("rejected"))[LINE].n_unique()
    file = f"dataset/made/{table}_cd.csv"
    kept = [frame for name, frame in told.tables.items() if TABLES[name].keeps_rows]
    lines = pl.concat(frame.filter(pl.col("sourceFile") == file)[LINE] for frame in kept).n_unique()
    assert lines == (count - rejected - told.left_out[table] if table in OF_MONEY else 0)
    assert rejected + told.left_out[table] <= count


def test_things_of_samples_are_as_many_as_the_csv_module_counts(sample: Path, told: Told) -> None:
    """Cover pages, committees, candidates and measures are told once each."""
    names = csv_rows(sample, "filername")
    candidates = {row["XREF_FILER_ID"] for row in names if row["FILER_TYPE"] == "CANDIDATE/OFFICEHOLDER"}
    assert told.tables["candidate"]["id"].n_unique() == len(candidates)
    assert told.tables["measure"].height == len(csv_rows(sample, "ballot_measures"))
    covers = {(row["FILING_ID"], row["AMEND_ID"]) for row in csv_rows(sample, "cvr_campaign_disclosure")}
    with_form = told.tables["filing"].filter(pl.col("form").is_not_null() & pl.col("filer").is_not_null())
    in_list = told.tables["filing"].filter(pl.col("form").is_not_null())
    assert len(covers) == 1000
    assert in_list["id"].n_unique() == 1000 + 648
    assert with_form["id"].n_unique() == 5


def test_ids_of_rows_differ(told: Told) -> None:
    """No two rows of a table of money have one id."""
    for name, frame in told.tables.items():
        if TABLES[name].keeps_rows:
            assert frame["id"].n_unique() == frame.height, name


def test_rows_keep_the_shapes(told: Told) -> None:
    """No row of the samples breaks a shape of its table."""
    for name, frame in told.tables.items():
        lines = pl.Series(LINE, [1], pl.UInt32).new_from_index(0, frame.height)
        assert check(name, frame, lines)[1].rows() == [], name


def test_what_rows_refer_to_is_told_and_the_other_way_round(told: Told) -> None:
    """Every payer, payee, filing and target has a row, and every party as printed stands in one."""
    references = (
        "payer",
        "payee",
        "intermediary",
        "supports",
        "opposes",
        "spentOnThing",
        "filing",
        "alsoReportedAs",
    )
    ids = {one for frame in told.tables.values() for one in frame["id"]}
    used = {
        one
        for name, frame in told.tables.items()
        if TABLES[name].keeps_rows
        for column in references
        if column in frame.columns
        for one in frame[column].drop_nulls()
    }
    assert used <= ids
    unused = told.tables["party"].filter(~pl.col("id").is_in(used))
    assert unused["partyKind"].unique().to_list() == [
        "party-kind-candidate"
    ]  # of cover pages without their rows


def test_a_graph_of_the_samples_conforms(sample: Path, tmp_path: Path) -> None:
    """What spending is for or against may be a measure, and what replaces a filing is there."""
    dataset, graph = tmp_path / "samples", tmp_path / "graph"
    start_dataset(dataset, tuple(sorted((sample / "raw").glob("*_cd.csv"))), DatasetParticulars())
    metadata = dataset / FILE
    metadata.write_text(
        metadata.read_text("utf-8").replace("# allow_rejected = 0", "allow_rejected = 100"), "utf-8"
    )
    build([*registry(), *reference(), dataset], graph, lambda _: None)
    assert list(row_breaches(graph)) == []


def test_sums_of_receipts_and_payments(sample: Path, told: Told) -> None:
    """What is received and paid is what the csv module adds up; what came back is told as a refund."""
    receipts = csv_rows(sample, "rcpt")
    tables = ("contribution", "in-kind", "other-receipt", "expenditure")
    came_in = sum((amounts(told, table, "rcpt") for table in tables), Decimal(0))
    assert came_in - amounts(told, "refund", "rcpt") == total(receipts, "AMOUNT") == Decimal("1185002.66")
    payments = csv_rows(sample, "expn")
    paid = (
        "contribution",
        "in-kind",
        "expenditure",
        "independent-expenditure",
        "operating-expenditure",
        "transfer",
    )
    went_out = sum((amounts(told, table, "expn") for table in paid), Decimal(0))
    back = told.tables["refund"].filter(pl.col("id").str.contains("/expn-"))
    came_back = back.filter(pl.col("transactionType") != "E RFD").select(pl.col("amount").sum()).item()
    returned = back.filter(pl.col("transactionType") == "E RFD").select(pl.col("amount").sum()).item()
    assert went_out + returned - came_back == total(payments, "AMOUNT")


def test_sums_of_late_reports(sample: Path, told: Told) -> None:
    """Forms 496, 497 and 498 add up to what the csv module adds up."""
    assert amounts(told, "independent-expenditure", "s496") == total(csv_rows(sample, "s496"), "AMOUNT")
    gifts = amounts(told, "contribution", "s497") - amounts(told, "refund", "s497")
    assert gifts == total(csv_rows(sample, "s497"), "AMOUNT")
    slates = csv_rows(sample, "s498")
    assert amounts(told, "expenditure", "s498") == total(slates, "AMT_RCVD") + total(slates, "AMT_ATTRIB")


def test_sums_of_loans_and_balances(sample: Path, told: Told) -> None:
    """What is lent, paid, forgiven and owed adds up, on the old form and on the new."""
    rows = csv_rows(sample, "loan")
    whole = [row for row in rows if row["FORM_TYPE"] in {"B1", "H"}]
    old = [
        row for row in rows if row["LOAN_TYPE"] in {"B2R", "H2R", "B2T"} and row["FORM_TYPE"] in {"B2", "H2"}
    ]
    forgiven = [row for row in rows if row["LOAN_TYPE"] in {"B2F", "H2F"}]
    unmarked = [row for row in rows if row["FORM_TYPE"] == "B2" and row["LOAN_TYPE"] == ""]
    repaid_before = [row for row in unmarked if int(row["LOAN_DATE1"].split("/")[2][:4]) <= 2000]
    lent = [row for row in rows if row["FORM_TYPE"] in {"B1", "H", "H1"}]
    loans = told.tables["loan"]
    sums = dict(loans.group_by("spendingPurpose").agg(pl.col("amount").sum()).rows())
    assert sums == {
        "loan lent": total(lent, "LOAN_AMT1"),
        "loan repaid": total(whole, "LOAN_AMT5") + total([*old, *repaid_before], "LOAN_AMT1"),
        "loan forgiven": total(whole, "LOAN_AMT6") + total(forgiven, "LOAN_AMT1"),
    }
    guarantees = [row for row in unmarked if row not in repaid_before]
    balances = [row for row in rows if row not in guarantees]
    assert amounts(told, "debt", "loan") == total(balances, "LOAN_AMT2")
    assert set(loans["notNewMoney"]) == {"not-new-loan", "not-new-superseded"}


def test_sums_that_filers_state(sample: Path, told: Told) -> None:
    """Lines of summaries and splits add up; those of lobbying reports are left out."""
    lobbying = ("F6", "S6")
    campaign = [row for row in csv_rows(sample, "smry") if not row["FORM_TYPE"].startswith(lobbying)]
    assert amounts(told, "filing-total", "smry", "thisPeriod") == total(campaign, "AMOUNT_A")
    assert amounts(told, "filing-total", "splt", "toDate") == total(csv_rows(sample, "splt"), "ELEC_AMOUNT")
    assert told.left_out["smry"] == 1000 - len(campaign) == 388


def test_columns_a_and_b_make_c_on_the_old_form(told: Told) -> None:
    """The sum to date is column C where the form has it: 73,087.68 and 95,956.11 are 169,043.79."""
    (row,) = [row for row in told["filing-total"] if row["id"] == "filing-total/ca-fppc/717997/0/smry-F460-6"]
    assert (row["thisPeriod"], row["toDate"]) == (Decimal("73087.68"), Decimal("169043.79"))


@pytest.mark.parametrize("table", ["expn", "rcpt", "s497"])
def test_the_states_own_file_tells_what_the_csv_copy_tells(sample: Path, table: str) -> None:
    """Tabs and line ends as the state ships them make no difference."""
    shipped = tell(sample / "dbwebexport" / f"{table.upper()}_CD.TSV")
    copied = tell(sample / "raw" / f"{table}_cd.csv")
    for name, frame in copied.tables.items():
        assert (
            shipped.tables[name]
            .drop("sourceFile", strict=False)
            .equals(frame.drop("sourceFile", strict=False))
        ), name


def test_what_cannot_be_read_in_the_samples(told: Told) -> None:
    """Thirty-six rows are rejected, for the reasons given."""
    rejected = told.problems.filter("rejected")
    assert dict(rejected.group_by("column", "wanted").len().select("column", "len").rows()) == {
        "AMOUNT": 6,
        "FILER_ID_A": 30,
    }


def test_batches_may_be_cut_anywhere(sample: Path) -> None:
    """Converting is a pure function: two halves tell what the whole tells."""
    (whole,) = (batch.frame for _, batch in read_all([sample / "raw" / "rcpt_cd.csv"]))
    place = Place("made", "rcpt_cd.csv")
    halves = [LAYOUT.convert("rcpt", part, place).tables for part in (whole[:411], whole[411:])]
    for name, frame in LAYOUT.convert("rcpt", whole, place).tables.items():
        both = pl.concat([half[name] for half in halves if name in half])
        assert both.unique().sort(pl.all()).equals(frame.unique().sort(pl.all())), name


# ---- the layout ------------------------------------------------------------------------------------------


def test_the_layout_is_found() -> None:
    """The folder is a reader."""
    assert layouts()["cal-access"] is LAYOUT


def test_every_column_is_taken_or_ignored_with_a_reason() -> None:
    """Reasons say something, and each table takes some of its columns."""
    for name, (columns, _) in READ.items():
        assert all(reason == "" or len(reason.split()) > 1 for reason in columns.values()), name
        assert "" in columns.values(), name


def test_no_table_is_both_read_and_left_out() -> None:
    """Of the eighty tables of the export nineteen are read, and the others left out by name."""
    assert not {f"{name.upper()}_CD" for name in READ} & set(LEFT_OUT)
    assert (len(READ), len(LEFT_OUT)) == (19, 61)


@pytest.mark.parametrize("name", ["CalAccess/DATA/RCPT_CD.TSV", "rcpt_cd.csv", "RCPT_CD-2024.txt"])
def test_files_are_recognised_by_name_and_columns(name: str) -> None:
    """A table of the export is known in the archive, unpacked, and as CSV."""
    header = tuple(READ["rcpt"][0])
    assert LAYOUT.recognises(Sample(name, header=header))
    assert not LAYOUT.recognises(Sample(name, header=header[1:]))


def test_a_column_nobody_knows_is_an_error(tmp_path: Path) -> None:
    """A new column of the state is not passed over."""
    path = table_file(tmp_path, "s496", [])
    path.write_text(path.read_text("utf-8").replace("EXPN_DSCR", "EXPN_DSCRP"), "utf-8")
    with pytest.raises(SheetError) as error:
        tell(path)
    assert str(error.value) == (
        f"{path}:1:1: S496_CD.TSV: no table of kind s496: column 'EXPN_DSCR' is missing; "
        "column 'EXPN_DSCRP' is not known; did you mean 'EXPN_DSCR'?"
    )


def test_the_whole_export_is_read_as_one_archive(tmp_path: Path) -> None:
    """Tables of campaign filings are read; what is not is told by name, and nothing of it rejected."""
    rcpt = table_file(tmp_path, "rcpt", [receipt(1, 1, "100")])
    with zipfile.ZipFile(tmp_path / "dbwebexport.zip", "w") as archive:
        archive.write(rcpt, "CalAccess/DATA/RCPT_CD.TSV")
        archive.writestr("CalAccess/DATA/LPAY_CD.TSV", "FILING_ID\tAMEND_ID\r\n1\t0\r\n")
        archive.writestr("CalAccess/DATA/FILER_TYPE_PERIODS_CD.TSV", "")
        archive.writestr("CalAccess/Overview.pdf", b"%PDF-1.4")
    told = tell(tmp_path / "dbwebexport.zip")
    assert told.read == {"rcpt": 1, "left-out": 0}
    notices = told.problems.filter(pl.col("column") == "").drop("column", "kind").rows()
    start = "a table of campaign filings; this one is left out: "
    assert notices == [
        (1, "CalAccess/DATA/LPAY_CD.TSV", f"{start}lobbying", False),
        (1, "CalAccess/DATA/FILER_TYPE_PERIODS_CD.TSV", f"{start}the state's own keeping of records", False),
        (1, "CalAccess/Overview.pdf", f"{start}a document", False),
    ]


def test_a_table_nobody_knows_is_an_error(tmp_path: Path) -> None:
    """A table that is neither read nor left out by name stops the reading."""
    path = tmp_path / "S499_CD.TSV"
    path.write_text("FILING_ID\tAMEND_ID\n1\t0\n", "utf-8")
    with pytest.raises(SheetError, match=r"S499_CD\.TSV: no table of kind "):
        tell(path)


def test_pairs_are_nearest_first_and_each_row_in_one() -> None:
    """Of three gifts and two that tell of them, the nearest are paired; what has no value is alone."""
    day = pl.Series("day", ["2018-05-01", "2018-05-03", "2018-05-03", "2018-05-03"]).str.to_date()
    left = pl.DataFrame(
        {"key": [0, 1, 2, 3], "cents": [5, 5, 5, None], "day": day}, schema_overrides={"key": pl.UInt32}
    )
    right = pl.DataFrame(
        {"key": [7, 8, 9], "cents": [5, 5, None], "day": day[:3].dt.offset_by("1d")},
        schema_overrides={"key": pl.UInt32},
    )
    assert pair(left, right, ["cents"], days=1).rows() == [(0, 7), (1, 8)]
    assert pair(left, right, ["cents"], days=0).rows() == []
    assert pair(left, right[:0], ["cents"], days=1).rows() == []


# ---- traps, on made-up filings -----------------------------------------------------------------------------


def test_an_amendment_replaces_the_whole_filing(tmp_path: Path) -> None:
    """Rows of lower amendments are superseded, also those the amendment does not repeat."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001"), cover(1, "700001", AMEND_ID="2")],
        rcpt=[receipt(1, 1, "100"), receipt(1, 2, "50"), receipt(1, 1, "110", AMEND_ID="2")],
        loan=[
            {
                "FILING_ID": "1",
                "AMEND_ID": "1",
                "LINE_ITEM": "1",
                "FORM_TYPE": "B1",
                "LNDR_NAML": "Elm Bank",
                "LOAN_AMT1": "5",
            }
        ],
    )
    assert counted(told["contribution"]) == ["contribution/ca-fppc/1/2/rcpt-A-1"]
    first = told["contribution"][0]
    assert (first["notNewMoney"], first["supersededBy"]) == ("not-new-superseded", "filing/ca-fppc/1/2")
    assert told.one("loan")["notNewMoney"] == "not-new-superseded"
    filings = {row["id"]: row for row in told["filing"] if row["form"] is not None}
    assert filings["filing/ca-fppc/1/2"]["amends"] == "filing/ca-fppc/1/0"
    assert filings["filing/ca-fppc/1/2"]["supersededBy"] is None
    superseded = [row["supersededBy"] for row in told["filing"] if row["id"] == "filing/ca-fppc/1/0"]
    assert "filing/ca-fppc/1/2" in superseded


def test_a_latest_amendment_whose_rows_are_left_out_is_told(tmp_path: Path) -> None:
    """What replaces a filing is a thing, though no row of it is used."""
    guarantor = {"FILING_ID": "1", "AMEND_ID": "2", "FORM_TYPE": "B2", "LINE_ITEM": "1", "REC_TYPE": "LOAN"}
    told = made(tmp_path, rcpt=[receipt(1, 1, "100")], loan=[guarantor])
    assert [(row["id"], row["supersededBy"]) for row in told["filing"]] == [
        ("filing/ca-fppc/1/0", "filing/ca-fppc/1/2"),
        ("filing/ca-fppc/1/2", None),
    ]


def test_a_gift_of_form_497_is_told_again_on_form_460(tmp_path: Path) -> None:
    """The same giver and amount a day apart: the row of Form 460 counts, each row is in one pair at most."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001", "F497"), cover(2, "700001")],
        s497=[
            late_gift(1, 1, "5000", CTRIB_DATE="5/2/2018 12:00:00 AM"),
            late_gift(1, 2, "5000", CTRIB_DATE="5/2/2018 12:00:00 AM"),
            late_gift(1, 3, "5000", CTRIB_DATE="5/4/2018 12:00:00 AM"),
            late_gift(1, 4, "5000", ENTY_NAML="Other Tools"),
        ],
        rcpt=[receipt(2, 1, "5000.00", CTRIB_NAML="REDWOOD TOOLS")],
    )
    assert counted(told["contribution"]) == [
        "contribution/ca-fppc/1/0/s497-F497P1-2",
        "contribution/ca-fppc/1/0/s497-F497P1-3",
        "contribution/ca-fppc/1/0/s497-F497P1-4",
        "contribution/ca-fppc/2/0/rcpt-A-1",
    ]
    assert told["contribution"][0]["alsoReportedAs"] == "contribution/ca-fppc/2/0/rcpt-A-1"


def test_a_gift_of_form_496_is_told_again_on_form_460(tmp_path: Path) -> None:
    """Part 3 of Form 496 stands in the same table as Schedule A."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001", "F496"), cover(2, "700001")],
        rcpt=[
            receipt(1, 9, "125", FORM_TYPE="F496P3"),
            receipt(2, 1, "125"),
            receipt(2, 2, "125", FORM_TYPE="C"),
        ],
    )
    early = told["contribution"][0]
    assert (early["notNewMoney"], early["alsoReportedAs"]) == (
        "not-new-reported-twice",
        "contribution/ca-fppc/2/0/rcpt-A-1",
    )
    assert counted(told["in-kind"]) == ["in-kind/ca-fppc/2/0/rcpt-C-2"]


def test_what_one_committee_gives_another_is_told_by_both(tmp_path: Path) -> None:
    """Of Schedule E and D and Form 497 of the giver and Schedule A of the receiver, only the last counts."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[
            cover(1, "700001"),
            cover(2, "700002"),
            cover(3, "700001", "F497"),
        ],
        expn=[
            payment(1, 1, "1000", CMTE_ID="700002"),
            payment(1, 2, "1000", FORM_TYPE="D", EXPN_CODE="MON", CMTE_ID="700002"),
        ],
        rcpt=[receipt(2, 1, "1000", CMTE_ID="#700001", RCPT_DATE="5/9/2018 12:00:00 AM")],
        s497=[late_gift(3, 1, "1000", FORM_TYPE="F497P2", ENTY_NAML="Friends of Oak", CMTE_ID="700002")],
    )
    assert counted(told["contribution"]) == ["contribution/ca-fppc/2/0/rcpt-A-1"]
    links = {row["id"]: row["alsoReportedAs"] for row in told["contribution"]}
    assert links == {
        "contribution/ca-fppc/1/0/expn-D-2": "contribution/ca-fppc/1/0/expn-E-1",
        "contribution/ca-fppc/1/0/expn-E-1": "contribution/ca-fppc/2/0/rcpt-A-1",
        "contribution/ca-fppc/2/0/rcpt-A-1": None,
        "contribution/ca-fppc/3/0/s497-F497P2-1": "contribution/ca-fppc/1/0/expn-E-1",
    }
    assert {(row["payer"], row["payee"]) for row in told["contribution"]} == {
        ("committee/ca-fppc/700001", "committee/ca-fppc/700002")
    }


def test_a_gift_further_apart_than_two_weeks_is_another(tmp_path: Path) -> None:
    """Nothing is paired that may be two gifts."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001"), cover(2, "700002")],
        expn=[payment(1, 1, "1000", CMTE_ID="700002")],
        rcpt=[receipt(2, 1, "1000", CMTE_ID="700001", RCPT_DATE="5/16/2018 12:00:00 AM")],
    )
    assert len(counted(told["contribution"])) == 2


def test_a_payment_without_a_day_is_paired_within_its_period(tmp_path: Path) -> None:
    """Schedule E need not have days; the period of the filing bounds what it can be."""
    period = {"FROM_DATE": "1/1/2018", "THRU_DATE": "6/30/2018"}
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001", **period), cover(2, "700002")],
        expn=[
            payment(1, 1, "1000", CMTE_ID="700002", EXPN_DATE=""),
            payment(1, 2, "70", CMTE_ID="700002", EXPN_DATE=""),
        ],
        rcpt=[
            receipt(2, 1, "1000", CMTE_ID="700001"),
            receipt(2, 2, "70", CMTE_ID="700001", RCPT_DATE="9/1/2018 12:00:00 AM"),
        ],
    )
    assert counted(told["contribution"]) == [
        "contribution/ca-fppc/1/0/expn-E-2",
        "contribution/ca-fppc/2/0/rcpt-A-1",
        "contribution/ca-fppc/2/0/rcpt-A-2",
    ]


def test_money_passed_on_by_a_conduit_counts_where_it_arrives(tmp_path: Path) -> None:
    """The conduit's payment is the gift of someone else, whom the receiver names with the conduit."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001"), cover(2, "700002")],
        expn=[payment(1, 1, "25", CMTE_ID="700002")],
        rcpt=[
            receipt(
                2, 1, "25", TRAN_TYPE="I", INTR_NAML="Passing On", INTR_CMTEID="700001", INTR_CITY="Davis"
            )
        ],
    )
    assert counted(told["contribution"]) == ["contribution/ca-fppc/2/0/rcpt-A-1"]
    received = told["contribution"][1]
    assert (received["payer"], received["intermediary"], received["transactionType"]) == (
        "party/ca-fppc/Redwood%20Tools/Fresno",
        "committee/ca-fppc/700001",
        "A I",
    )


def test_independent_spending_counts_where_its_target_is_told(tmp_path: Path) -> None:
    """Of Forms 496 and 465 and Schedules E and D on one expenditure, D counts, which names the target."""
    spent = {"EXPN_CODE": "IND", "ENTITY_CD": "OTH", "PAYEE_NAML": "Quick Print"}
    target = {"CAND_NAML": "Hill", "CAND_NAMF": "Ann", "OFFICE_CD": "DAT", "JURIS_DSCR": "Yolo County"}
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[
            cover(1, "700001"),
            cover(2, "700001", "F496", SUP_OPP_CD="O", **target),
            cover(3, "700001", "F465", SUP_OPP_CD="O", **target),
        ],
        expn=[
            payment(1, 1, "900", **spent),
            payment(1, 2, "900", FORM_TYPE="D", SUP_OPP_CD="o", **{**spent, "PAYEE_NAML": ""}, **target),
            payment(3, 1, "900", FORM_TYPE="F465P3", **spent),
        ],
        s496=[
            {
                "FILING_ID": "2",
                "AMEND_ID": "0",
                "LINE_ITEM": "1",
                "FORM_TYPE": "F496",
                "AMOUNT": "900",
                "EXP_DATE": "4/30/2018 12:00:00 AM",
                "EXPN_DSCR": "Mailer",
            }
        ],
    )
    rows = told["independent-expenditure"]
    assert counted(rows) == ["independent-expenditure/ca-fppc/1/0/expn-D-2"]
    assert {row["opposes"] for row in rows} == {None, "party/ca-fppc/Ann%20Hill/DAT"}
    assert [row["opposes"] is None for row in rows] == [False, True, False, False]
    assert {row["alsoReportedAs"] for row in rows if row["notNewMoney"]} == {counted(rows)[0]}
    (candidate,) = {
        (row["label"], row["officeAsPrinted"], row["districtAsPrinted"])
        for row in told["party"]
        if row["partyKind"] == "party-kind-candidate"
    }
    assert candidate == ("Ann Hill", "District Attorney", "Yolo County")


def test_a_gift_in_kind_counts_on_schedule_d_and_the_shop_is_kept(tmp_path: Path) -> None:
    """Schedule E names the printer that was paid, D the candidate who received the gift."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        expn=[
            payment(1, 1, "300", ENTITY_CD="OTH", PAYEE_NAML="Quick Print", EXPN_DATE=""),
            payment(
                1,
                2,
                "300",
                FORM_TYPE="D",
                EXPN_CODE="IKD",
                ENTITY_CD="OTH",
                PAYEE_NAML="",
                CAND_NAML="Hill",
                SUP_OPP_CD="S",
            ),
        ],
    )
    gift, paid = told.one("in-kind"), told.one("expenditure")
    assert (gift["payee"], gift["notNewMoney"]) == ("party/ca-fppc/Hill/-", None)
    assert (paid["payee"], paid["alsoReportedAs"]) == ("party/ca-fppc/Quick%20Print/-", gift["id"])
    assert paid["notNewMoney"] == "not-new-reported-twice"


def test_other_payments_of_schedule_e(tmp_path: Path) -> None:
    """Running costs, transfers, returned gifts, memo entries and payments by agents are told apart."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        expn=[
            payment(1, 1, "10", EXPN_CODE="OFC", EXPN_DSCR="Paper", ENTITY_CD="OTH"),
            payment(1, 2, "20", EXPN_CODE="TSF", CMTE_ID="C00105668"),
            payment(1, 3, "30", EXPN_CODE="RFD", ENTITY_CD="IND"),
            payment(1, 4, "40", EXPN_CODE="SAL", MEMO_CODE="X", ENTITY_CD="IND"),
            payment(1, 5, "50", EXPN_CODE="RAD", FORM_TYPE="G", AGENT_NAML="Bay Media", ENTITY_CD="OTH"),
            payment(1, 6, "-60", CMTE_ID="700002"),
            payment(1, 7, "70", EXPN_CODE="", ENTITY_CD="OTH"),
            payment(1, 8, "80", PAYEE_NAML=""),
        ],
    )
    running = told["operating-expenditure"]
    assert [(row["transactionType"], row["notNewMoney"], row["memo"]) for row in running] == [
        ("E OFC", None, None),
        ("E SAL", "not-new-memo", True),
        ("E", None, None),
        ("G RAD", "not-new-memo", True),
    ]
    assert running[0]["spendingPurpose"] == "office expenses: Paper"
    assert running[3]["intermediary"] == "party/ca-fppc/Bay%20Media/-"
    transfer = told.one("transfer")
    assert (transfer["payee"], transfer["notNewMoney"]) == ("committee/fec/C00105668", "not-new-transfer")
    assert (told.one("expenditure")["amount"], told.one("expenditure")["payee"]) == (Decimal(80), None)
    returned, came_back = told["refund"]
    assert (returned["payer"], returned["amount"]) == ("committee/ca-fppc/700001", Decimal(30))
    assert (came_back["payer"], came_back["payee"]) == (
        "committee/ca-fppc/700002",
        "committee/ca-fppc/700001",
    )


def test_receipts_by_schedule(tmp_path: Path) -> None:
    """Gifts in kind, interest, transfers, returned gifts and slate mailers are told apart."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        rcpt=[
            receipt(1, 1, "10", FORM_TYPE="C", CTRIB_DSCR="Chairs"),
            receipt(1, 2, "20", FORM_TYPE="I", CTRIB_DSCR="Interest"),
            receipt(1, 3, "30", TRAN_TYPE="X", INTR_NAML="Old Committee", INTR_CMTEID="600001"),
            receipt(1, 4, "40", TRAN_TYPE="R"),
            receipt(1, 5, "-50"),
            receipt(1, 6, "60", FORM_TYPE="A-1"),
            receipt(1, 7, "70", FORM_TYPE="F401A", BAL_NUM="1A", BAL_JURIS="Statewide", SUP_OPP_CD="S"),
            receipt(1, 8, "80", MEMO_CODE="X"),
            receipt(1, 9, "90", RCPT_DATE="5/1/2018", DATE_THRU="5/6/2018 12:00:00 AM"),
        ],
    )
    assert told.one("in-kind")["memoText"] == "Chairs"
    assert told.one("other-receipt")["notNewMoney"] == "not-new-other"
    slate = told.one("expenditure")
    assert (slate["payee"], slate["supports"], slate["notNewMoney"]) == (
        "committee/ca-fppc/700001",
        "printed-measure/ca-fppc/Statewide/1A/Measure%201A",
        "not-new-other",
    )
    assert [(row["amount"], row["payer"]) for row in told["refund"]] == [
        (Decimal(40), "committee/ca-fppc/700001"),
        (Decimal(50), "committee/ca-fppc/700001"),
    ]
    gifts = {row["amount"]: row["notNewMoney"] for row in told["contribution"]}
    assert gifts == {
        Decimal(30): "not-new-transfer",
        Decimal(60): "not-new-transfer",
        Decimal(80): "not-new-memo",
        Decimal(90): None,
    }
    assert told["contribution"][-1]["dateAsWritten"] == "5/1/2018 to 5/6/2018"


def loan_row(item: int, form: str, *, kind: str = "", made_on: str = "1/5/2018", **amounts: str) -> Row:
    """A row of LOAN_CD of a made-up lender."""
    key = {"FILING_ID": "1", "AMEND_ID": "0", "LINE_ITEM": str(item), "FORM_TYPE": form, "LOAN_TYPE": kind}
    return {**key, "LNDR_NAML": "Elm Bank", "LOAN_DATE1": made_on, "LOAN_DATE2": "2/1/2018", **amounts}


def test_loans_are_no_gifts(tmp_path: Path) -> None:
    """What is lent, paid back and forgiven are three rows, none of it new money; what is owed is a debt."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        loan=[
            loan_row(1, "B1", LOAN_AMT1="100", LOAN_AMT2="60", LOAN_AMT5="30", LOAN_AMT6="10"),
            loan_row(2, "H", LOAN_AMT1="0", LOAN_AMT2="0", LOAN_AMT5="25"),
            loan_row(3, "B2", kind="B2R", LOAN_AMT1="5", LOAN_AMT2="95"),
            loan_row(4, "B2", LOAN_AMT1="7", LOAN_AMT2="7"),
            loan_row(5, "B1", kind="B1G", LOAN_AMT1="8"),
            loan_row(6, "B2", made_on="3/1/1999", LOAN_AMT1="9", LOAN_AMT2="0"),
        ],
        debt=[
            {
                "FILING_ID": "1",
                "AMEND_ID": "0",
                "LINE_ITEM": "1",
                "FORM_TYPE": "F",
                "PAYEE_NAML": "Quick Print",
                "EXPN_CODE": "LIT",
                "END_BAL": "44.50",
            }
        ],
    )
    me, bank = "committee/ca-fppc/700001", "party/ca-fppc/Elm%20Bank/-"
    assert [
        (row["spendingPurpose"], row["payer"], row["payee"], row["amount"], row["date"])
        for row in told["loan"]
    ] == [
        ("loan forgiven", bank, me, Decimal(10), None),
        ("loan lent", bank, me, Decimal(100), "2018-01-05"),
        ("loan repaid", me, bank, Decimal(30), None),
        ("loan repaid", me, bank, Decimal(5), "2018-02-01"),
        ("loan repaid", me, bank, Decimal(9), "2018-02-01"),
        ("loan repaid", bank, me, Decimal(25), None),
    ]
    assert {row["notNewMoney"] for row in told["loan"]} == {"not-new-loan"}
    assert [(row["id"].split("/")[-1], row["payer"], row["amount"]) for row in told["debt"]] == [
        ("debt-F-1", me, Decimal("44.50")),
        ("loan-B1-1-balance", me, Decimal(60)),
        ("loan-B2-3-balance", me, Decimal(95)),
        ("loan-B2-6-balance", me, Decimal(0)),
        ("loan-H-2-balance", bank, Decimal(0)),
    ]
    assert told.left_out["loan"] == 2


def test_payments_to_slate_mailers(tmp_path: Path) -> None:
    """What is received counts on Form 401; by candidate it is a part of that, with or without a payor."""
    slate = {"FILING_ID": "1", "AMEND_ID": "0", "PAYOR_NAML": "Redwood Tools", "PAYOR_CITY": "Fresno"}
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "598001", "F498"), cover(2, "598001", "F401")],
        s498=[
            {
                **slate,
                "LINE_ITEM": "1",
                "FORM_TYPE": "F498-R",
                "AMT_RCVD": "700",
                "DATE_RCVD": "5/1/2018 12:00:00 AM",
            },
            {
                **slate,
                "LINE_ITEM": "2",
                "FORM_TYPE": "F498-A",
                "AMT_ATTRIB": "700",
                "CAND_NAML": "Hill",
                "SUP_OPP_CD": "S",
                "PAYOR_NAML": "",
            },
        ],
        rcpt=[receipt(2, 1, "700", FORM_TYPE="F401A")],
    )
    part, received, regular = told["expenditure"]
    assert (received["notNewMoney"], received["alsoReportedAs"]) == ("not-new-reported-twice", regular["id"])
    assert (part["notNewMoney"], part["supports"]) == ("not-new-memo", "party/ca-fppc/Hill/-")
    assert part["payer"] == "party/ca-fppc-filing/1/0/s498-F498-A-2"
    assert told.problems.filter(pl.col("column") == "PAYOR_NAML").select(
        LINE, "found", "wanted", "rejected"
    ).rows() == [(3, "", "a name; the party is told without one", False)]


def filer_name_row(
    public: str, number: str, name: str, effect: str, kind: str = "RECIPIENT COMMITTEE"
) -> Row:
    """A row of FILERNAME_CD."""
    given = {"XREF_FILER_ID": public, "FILER_ID": number, "NAML": name, "EFFECT_DT": effect}
    return {**given, "FILER_TYPE": kind, "CITY": "Davis", "ST": "CA"}


def test_a_renamed_committee_keeps_its_id_and_all_its_names(tmp_path: Path) -> None:
    """The label is the latest name; cover pages tell from when to when a name is seen."""
    told = made(
        tmp_path,
        filername=[
            filer_name_row("700001", "1011111", "OAK PAC", "01/01/1999"),
            filer_name_row("700001", "1011111", "ELM PAC", "06/01/2016"),
        ],
        cvr_campaign_disclosure=[
            cover(1, "700001", FILER_NAML="Oak PAC", RPT_DATE="7/31/2003 12:00:00 AM"),
            cover(2, "700001", FILER_NAML="Oak PAC", RPT_DATE="1/31/2010 12:00:00 AM"),
            cover(3, "700001", FILER_NAML="Elm PAC", RPT_DATE="2017-01-31"),
            cover(4, "700001", FILER_NAML="X"),
        ],
        rcpt=[receipt(1, 1, "10", CTRIB_NAML="Oak Pac", CMTE_ID="700001")],
    )
    committees = [row for row in told["committee"] if row["id"] == "committee/ca-fppc/700001"]
    assert {row["label"] for row in committees} == {"ELM PAC"}
    assert {row["altLabel"] for row in committees} == {
        "OAK PAC",
        "ELM PAC",
        "Oak PAC",
        "Elm PAC",
        "Oak Pac",
        None,
    }
    names = {
        row["nameText"]: (str(row["validFrom"]), str(row["validUntil"])) for row in told["committee-name"]
    }
    assert names == {
        "OAK PAC": ("None", "None"),
        "ELM PAC": ("None", "None"),
        "Oak PAC": ("2003-07-31", "2010-01-31"),
        "Elm PAC": ("2017-01-31", "None"),
    }


def test_the_id_of_forms_is_the_public_one(tmp_path: Path) -> None:
    """Numbers of the state's own tables are turned into the ids that forms print."""
    told = made(
        tmp_path,
        filername=[
            filer_name_row("700001", "1011111", "OAK PAC", "01/01/1999"),
            filer_name_row("095217", "1004860", "HILL, ANN", "11/20/1995", "CANDIDATE/OFFICEHOLDER"),
            filer_name_row("L00609", "1147999", "ASH", "01/01/2015", "LOBBYIST"),
        ],
        filer_links=[
            {"FILER_ID_A": "1011111", "FILER_ID_B": "1004860", "LINK_TYPE": "12011"},
            {"FILER_ID_A": "1004860", "FILER_ID_B": "1011112", "LINK_TYPE": "-12011"},
            {"FILER_ID_A": "1147999", "FILER_ID_B": "1011111", "LINK_TYPE": "12016"},
        ],
        filer_filings=[
            {
                "FILER_ID": "1011111",
                "FILING_ID": "9",
                "FORM_ID": "E530",
                "FILING_SEQUENCE": "0",
                "RPT_START": "1/1/1900",
            }
        ],
        rcpt=[receipt(9, 1, "10", FORM_TYPE="E530", REC_TYPE="E530")],
    )
    assert [(row["forCandidate"], row["ofCommittee"]) for row in told["link"]] == [
        ("candidate/ca-fppc/095217", "committee/ca-fppc/700001")
    ]
    assert told.one("contribution")["payee"] == "committee/ca-fppc/700001"
    assert told.one("candidate")["label"] == "HILL, ANN"
    listed = next(row for row in told["filing"] if row["form"] == "E530")
    assert (listed["filer"], listed["periodStart"]) == ("committee/ca-fppc/700001", None)
    assert (told.left_out["filername"], told.left_out["filer_links"]) == (1, 1)
    assert told.problems.filter("rejected").select("column", "found", "wanted").rows() == [
        ("FILER_ID_A", "1004860", "a candidate and a committee that FILERNAME_CD names")
    ]


def test_what_filers_are_is_told_by_the_latest_row(tmp_path: Path) -> None:
    """Codes of FILER_TO_FILER_TYPE_CD are told in the words of LOOKUP_CODES_CD."""
    was = {
        "FILER_ID": "1011111",
        "FILER_TYPE": "16",
        "CATEGORY": "40003",
        "EFFECT_DT": "1/1/2001 12:00:00 AM",
    }
    told = made(
        tmp_path,
        filername=[
            filer_name_row("700001", "1011111", "OAK PAC", "01/01/1999"),
            filer_name_row("095217", "1004860", "HILL, ANN", "11/20/1995", "CANDIDATE/OFFICEHOLDER"),
        ],
        filer_to_filer_type=[
            was,
            {
                **was,
                "CATEGORY": "40002",
                "SUB_CATEGORY": "40103",
                "PARTY_CD": "0",
                "EFFECT_DT": "1/1/2005 12:00:00 AM",
            },
            {
                "FILER_ID": "1004860",
                "FILER_TYPE": "8",
                "PARTY_CD": "16001",
                "RACE": "30026",
                "EFFECT_DT": "1/1/2005",
            },
            {"FILER_ID": "1147999", "FILER_TYPE": "4", "EFFECT_DT": "1/1/2005"},
            {"FILER_ID": "1099999", "FILER_TYPE": "16", "EFFECT_DT": "1/1/2005"},
        ],
        lookup_codes=[
            {"CODE_TYPE": "40000", "CODE_ID": "40002", "CODE_DESC": "CONTROLLED"},
            {"CODE_TYPE": "40100", "CODE_ID": "40103", "CODE_DESC": "GENERAL PURPOSE"},
            {"CODE_TYPE": "16000", "CODE_ID": "16001", "CODE_DESC": "DEMOCRATIC"},
            {"CODE_TYPE": "30000", "CODE_ID": "30026", "CODE_DESC": "DISTRICT ATTORNEY"},
            {"CODE_TYPE": "16000", "CODE_ID": "0", "CODE_DESC": "N/A"},
        ],
    )
    designations = {row["committeeDesignation"] for row in told["committee"]} - {None}
    assert designations == {"CONTROLLED, GENERAL PURPOSE"}
    (ran,) = [row for row in told["candidate"] if row["officeAsPrinted"] is not None]
    assert (ran["partyAsPrinted"], ran["officeAsPrinted"]) == ("DEMOCRATIC", "DISTRICT ATTORNEY")
    assert told.left_out["filer_to_filer_type"] == 2
    assert told.problems.filter("rejected").select("found", "wanted").rows() == [
        ("1099999", "a filer that FILERNAME_CD names")
    ]


def test_a_measure_is_the_listed_one_by_number_day_and_state(tmp_path: Path) -> None:
    """Proposition 02 of a day is Proposition 2 of a cover page; one of a city is told as printed."""
    measure = {
        "FILER_ID": "1301652",
        "MEASURE_NO": "02",
        "MEASURE_NAME": "FARM ANIMALS",
        "JURISDICTION": "Statewide",
    }
    spending = {
        "AMEND_ID": "0",
        "LINE_ITEM": "1",
        "FORM_TYPE": "F496",
        "AMOUNT": "5",
        "EXP_DATE": "10/30/2008",
    }
    vote = {"ELECT_DATE": "11/4/2008 12:00:00 AM", "SUP_OPP_CD": "S"}
    told = made(
        tmp_path,
        ballot_measures=[{**measure, "ELECTION_DATE": "11/4/2008 12:00:00 AM"}],
        cvr_campaign_disclosure=[
            cover(1, "700001", "F496", BAL_NAME="Prop 2", BAL_JURIS="Statewide", **vote),
            cover(2, "700001", "F496", BAL_NUM="2", BAL_JURIS="City of Davis", **vote),
            cover(3, "700001", "F496", CAND_NAML="N/A", **vote),
        ],
        s496=[{**spending, "FILING_ID": str(filing)} for filing in (1, 2, 3)],
    )
    assert [row["supports"] for row in told["independent-expenditure"]] == [
        "measure/ca-fppc/1301652",
        "printed-measure/ca-fppc/City%20of%20Davis/2/Measure%202",
        None,
    ]
    assert told.one("measure")["date"] == "2008-11-04"
    assert told.problems.select("column", "found", "wanted").rows() == [
        ("FILING_ID", "3", "a filing whose cover page says what spending is for or against")
    ]


def test_a_filing_without_a_cover_page_has_a_filer_of_its_own(tmp_path: Path) -> None:
    """Nobody guesses who filed; the row is told, and reported."""
    told = made(tmp_path, rcpt=[receipt(5, 1, "10")])
    assert told.one("contribution")["payee"] == "committee/ca-fppc-filing/5"
    assert told.one("committee")["label"] == "the filer of CAL-ACCESS filing 5"
    wanted = "a filing whose cover page tells who filed it; the filer is told by the number of the filing"
    assert told.problems.drop("kind").rows() == [(2, "FILING_ID", "5", wanted, False)]


@pytest.mark.parametrize(
    ("printed", "payer"),
    [
        ("1380675", "committee/ca-fppc/1380675"),
        ("(1355691)", "committee/ca-fppc/1355691"),
        ("id760231", "committee/ca-fppc/760231"),
        ("ID# 980049", "committee/ca-fppc/980049"),
        ("1348191.", "committee/ca-fppc/1348191"),
        ("c00105668", "committee/fec/C00105668"),
        ("Pending", "party/ca-fppc/Redwood%20Tools/93701"),
        ("790-708", "party/ca-fppc/Redwood%20Tools/93701"),
    ],
)
def test_ids_of_committees_as_they_are_printed(tmp_path: Path, printed: str, payer: str) -> None:
    """An id is read where it is one; what is none is told by name, and reported unless it says so."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        rcpt=[receipt(1, 1, "10", CMTE_ID=printed, CTRIB_ZIP4="93701-2345")],
    )
    assert told.one("contribution")["payer"] == payer
    assert told.problems["found"].to_list() == (["790-708"] if printed == "790-708" else [])


def test_names_are_told_as_printed_first_names_first(tmp_path: Path) -> None:
    """An organisation stands in the column of last names, and so may a first name."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        rcpt=[
            receipt(
                1,
                1,
                "1",
                CTRIB_NAML="Hill",
                CTRIB_NAMF="Ann B.",
                CTRIB_NAMT="Ms.",
                CTRIB_NAMS="MD",
                ENTITY_CD="IND",
            ),
            receipt(1, 2, "2", CTRIB_NAML="Ann Hill", ENTITY_CD="ind"),
            receipt(1, 3, "3", CTRIB_NAML='Wesley "Wes" Ford', ENTITY_CD="ZZZ"),
        ],
    )
    assert [(row["label"], row["partyKind"]) for row in told["party"]] == [
        ("Ann B. Hill MD", "party-kind-individual"),
        ("Ann Hill", "party-kind-individual"),
        ('Wesley "Wes" Ford', None),
    ]
    assert told.problems.select("column", "found").rows() == [("ENTITY_CD", "ZZZ")]


def test_values_that_cannot_be_read_are_reported_with_line_and_column(tmp_path: Path) -> None:
    """A row without amount, filing or schedule is rejected; a day that is none is kept as written."""
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        rcpt=[
            receipt(1, 1, "1O0"),
            receipt(1, 2, "10", FORM_TYPE="Q"),
            receipt(1, 3, "10", RCPT_DATE="13/45/2018 12:00:00 AM"),
            receipt(1, 4, "10", AMEND_ID="x"),
        ],
    )
    assert told.one("contribution")["dateAsWritten"] == "13/45/2018"
    day = "a day of 1900 to 2100, such as 11/5/2018 12:00:00 AM, 11/05/2018 or 2018-11-05"
    assert sorted(told.problems.drop("kind").rows()) == [
        (2, "AMOUNT", "1O0", "an amount such as 1234.50", True),
        (3, "FORM_TYPE", "Q", "one of A, A-1, C, E530, F401A, F496P3, F900, I", True),
        (4, "RCPT_DATE", "13/45/2018 12:00:00 AM", day, False),
        (5, "AMEND_ID", "x", "a whole number", True),
    ]


def test_quotation_marks_and_tabs_in_the_states_files(tmp_path: Path) -> None:
    """A quotation mark is a character like others; a tab inside a field makes the row too long."""
    gift = receipt(1, 1, "10", CTRIB_NAML='"Ash" Tools', CTRIB_DSCR='5" tall')
    path = table_file(
        tmp_path, "rcpt", [gift, receipt(1, 2, "20", CTRIB_NAML="Red\twood"), receipt(1, 3, "30")]
    )
    told = tell(path)
    assert [row["amount"] for row in told["contribution"]] == [Decimal(10), Decimal(30)]
    assert told["contribution"][0]["memoText"] == '5" tall'
    assert told.problems.filter("rejected").drop("kind").rows() == [(3, "", "64 fields", "63 fields", True)]


def test_lobbying_reports_are_left_out_of_summaries_and_filings(tmp_path: Path) -> None:
    """Sums and filings of lobbyists are counted as left out."""
    line = {
        "FILING_ID": "1",
        "AMEND_ID": "0",
        "LINE_ITEM": "5",
        "AMOUNT_A": "10",
        "AMOUNT_B": "25",
        "AMOUNT_C": "0",
    }
    told = made(
        tmp_path,
        cvr_campaign_disclosure=[cover(1, "700001")],
        smry=[{**line, "FORM_TYPE": "F460"}, {**line, "FORM_TYPE": "F635P3A"}],
        filer_filings=[
            {"FILER_ID": "1", "FILING_ID": "1", "FORM_ID": "F460", "FILING_SEQUENCE": "0"},
            {"FILER_ID": "1", "FILING_ID": "2", "FORM_ID": "F635", "FILING_SEQUENCE": "0"},
        ],
    )
    row = told.one("filing-total")
    assert (row["form"], row["summaryLine"], row["thisPeriod"], row["toDate"]) == (
        "F460",
        "5",
        Decimal(10),
        Decimal(25),
    )
    assert (told.left_out["smry"], told.left_out["filer_filings"]) == (1, 2)


def test_committees_of_the_second_page(tmp_path: Path) -> None:
    """Committees with an id are told; officers, candidates and committees without one are left out."""
    page = {"FILING_ID": "1", "AMEND_ID": "0", "ENTY_NAML": "Friends of Oak"}
    told = made(
        tmp_path,
        cvr2_campaign_disclosure=[
            {**page, "ENTITY_CD": "CTL", "CMTE_ID": "963092"},
            {**page, "ENTITY_CD": "ATR"},
            {**page, "ENTITY_CD": "COM"},
        ],
    )
    assert (told.one("committee")["id"], told.one("committee-name")["nameText"]) == (
        "committee/ca-fppc/963092",
        "Friends of Oak",
    )
    assert told.left_out["cvr2_campaign_disclosure"] == 2
