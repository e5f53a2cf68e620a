"""The reader of NetFile's exports: on filings of Oakland and Berkeley, and on made-up ones for every trap."""

import csv
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from told_money import Told, tell_all

from ontology import TABLES
from sources.errors import SourceError
from sources.netfile.columns import LATE_GIFTS, LATE_SPENDING, LOANS, RECEIPTS, SPENDING, TOTALS
from sources.netfile.layout import LAYOUT
from sources.netfile.matching import pair
from sources.tables.layouts.layout import Sample, layouts

EXPORTS = "data/caciviclab__disclosure-backend-static"
FIXTURES = f"{EXPORTS}/spec/fixtures"
WORKBOOK = f"{EXPORTS}/downloads/static/efile_BRK_2018.xlsx"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FOLDERS = (
    "amendment_with_null_filer_id",
    "candidate_independent_supporting_kalb",
    "candidate_independent_supporting_trenado",
    "deduplicate_460_497_within_1_day_of_deadline",
    "deduplicate_committee_expenses",
    "referendum_contributions_by_origin",
    "referendum_supporters_without_expenditures_are_included",
)
FLOWS = (
    *("contribution", "in-kind", "loan", "refund", "transfer", "other-receipt"),
    *("expenditure", "operating-expenditure", "independent-expenditure"),
)
MONEY = (*FLOWS, "debt")
Row = Mapping[str, str]


def tell(*files: Path, agency: str = "COAK") -> Told:
    """Convert files of an agency as one dataset."""
    return tell_all(LAYOUT, files, agency=agency)


def export(folder: Path, name: str, columns: Iterable[str], rows: Iterable[Row]) -> Path:
    """A sheet of the export as CSV, with all its columns; what is not given is empty."""
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(columns), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


COLUMNS = {
    "A-Contributions": RECEIPTS,
    "E-Expenditure": SPENDING,
    "496": LATE_SPENDING,
    "497": LATE_GIFTS,
    "B1-Loans": LOANS,
    "Summary": TOTALS,
}


def made(folder: Path, **sheets: Iterable[Row]) -> Told:
    """Made-up sheets, converted: receipts, spending, late_spending, late_gifts, loans."""
    names = {
        "receipts": "A-Contributions",
        "spending": "E-Expenditure",
        "late_spending": "496",
        "late_gifts": "497",
        "loans": "B1-Loans",
    }
    return tell(*(export(folder, names[key], COLUMNS[names[key]], rows) for key, rows in sheets.items()))


STATEMENT = {
    "Filer_ID": "1400001",
    "Filer_NamL": "Friends of Oak",
    "Report_Num": "000",
    "Rpt_Date": "2018-07-31",
    "From_Date": "2018-01-01",
    "Thru_Date": "2018-06-30",
}
LATE_REPORT = {**STATEMENT, "From_Date": "", "Thru_Date": "", "Rpt_Date": "2018-05-02", "Rpt_ID_Num": "R-1"}
PATH = "netfile/COAK/1400001-F460-20180101-20180630/000-2018-07-31"


def gift(number: str, amount: str, **more: str) -> Row:
    """A gift of a made-up business on Schedule A."""
    giver = {"Tran_NamL": "Redwood Tools", "Tran_City": "Fresno", "Tran_Zip4": "93650", "Entity_Cd": "OTH"}
    row = {"Form_Type": "A", "Tran_ID": number, "Tran_Date": "2018-05-01", "Tran_Amt1": amount}
    return {**STATEMENT, **giver, **row, **more}


def payment(number: str, amount: str, **more: str) -> Row:
    """A payment to a made-up shop on Schedule E."""
    row = {"Form_Type": "E", "Tran_ID": number, "Expn_Date": "2018-05-01", "Amount": amount}
    return {**STATEMENT, "Payee_NamL": "Print & Paper", "Entity_Cd": "OTH", **row, **more}


def late_gift(number: str, amount: str, **more: str) -> Row:
    """A gift of the business received, on Form 497."""
    row = {"Form_Type": "F497P1", "Tran_ID": number, "Ctrib_Date": "2018-05-01", "Amount": amount}
    return {**LATE_REPORT, "Enty_NamL": "REDWOOD TOOLS", "Enty_Zip4": "93650", **row, **more}


def loan(number: str, **more: str) -> Row:
    """A loan of a made-up person, on Schedule B, Part 1."""
    amounts = {f"Loan_Amt{place}": "0" for place in range(1, 9)}
    row = {"Form_Type": "B1", "Tran_ID": number, "Loan_Date1": "2018-02-03", "Entity_Cd": "IND"}
    return {**STATEMENT, **amounts, "Lndr_NamL": "Bay", "Lndr_NamF": "Iris", **row, **more}


def folder_files(shared: Path, name: str) -> list[Path]:
    """The CSV files of a fixture."""
    return sorted((shared / FIXTURES / name).glob("*.csv"))


def csv_rows(file: Path) -> list[Row]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def workbook_rows(file: Path) -> dict[str, list[Row]]:
    """The rows of each sheet of a workbook, read from its parts; dates are left out."""
    with zipfile.ZipFile(file) as book:
        texts = _part(book, "xl/sharedStrings.xml")
        words = ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in texts]
        names = [one.get("name", "") for one in _part(book, "xl/workbook.xml").iter(f"{SHEET}sheet")]
        return {
            name: _sheet_rows(_part(book, f"xl/worksheets/sheet{number}.xml"), words)
            for number, name in enumerate(names, start=1)
        }


def _part(book: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(book.read(name))  # noqa: S314 - a workbook of the shared folder


def _sheet_rows(sheet: ET.Element, words: list[str]) -> list[Row]:
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v", "") or "".join(
                part.text or "" for part in cell.iter(f"{SHEET}t")
            )
            column = "".join(letter for letter in cell.get("r", "") if letter.isalpha())
            cells[column] = words[int(value)] if cell.get("t") == "s" else value
        rows.append(cells)
    header, *rest = rows
    return [{header[column]: value for column, value in cells.items()} for cells in rest]


AMOUNTS = ("Tran_Amt1", "Amount", "End_Bal")


def counted(rows: Iterable[Row]) -> Decimal:
    """The amounts of rows, added up by themselves."""
    return sum((round(Decimal(row[name]), 2) for row in rows for name in AMOUNTS if row.get(name)), Decimal())


def signed(told: Told, tables: Iterable[str]) -> Decimal:
    """The amounts of tables; what went back is subtracted."""
    total = Decimal()
    for name in tables:
        for row in told[name]:
            amount = row["amount"]
            assert isinstance(amount, Decimal)
            total += -amount if name == "refund" else amount
    return total


def test_the_layout_is_found_and_recognises_its_sheets() -> None:
    """Each kind of sheet is known by its columns; another table is not."""
    assert layouts()["netfile"] is LAYOUT
    for name, columns in COLUMNS.items():
        assert LAYOUT.recognises(Sample(name, header=tuple(columns)))
    assert not LAYOUT.recognises(Sample("rcpt_cd.csv", header=("FILING_ID", "AMEND_ID", "TRAN_ID")))


def test_every_column_is_taken_or_ignored_for_a_reason() -> None:
    """No column of the export is passed over in silence."""
    for kind in LAYOUT.kinds:
        taken = [name for name, reason in kind.columns.items() if reason == ""]
        assert kind.required <= set(taken)
        assert all(len(reason) > 10 for name, reason in kind.columns.items() if name not in taken)


@pytest.mark.parametrize("name", FOLDERS)
def test_real_rows_are_all_told_and_add_up(shared: Path, name: str) -> None:
    """Every row of a fixture is a row of a table, and their amounts are those of the file."""
    files = folder_files(shared, name)
    told = tell(*files)
    rows = [row for file in files for row in csv_rows(file)]
    totals = [row for row in rows if "Line_Item" in row]
    assert sum(len(told[table]) for table in MONEY) == len(rows) - len(totals)
    assert len(told["filing-total"]) == len(totals)
    assert signed(told, MONEY) == counted(rows)
    assert told.problems.filter("rejected").is_empty()
    for table in (*MONEY, "filing-total"):
        assert told.frame(table)["id"].is_duplicated().sum() == 0


def test_a_real_workbook_is_read_sheet_by_sheet(shared: Path) -> None:
    """Every row of every sheet is told; a loan is its movements and its balance."""
    told = tell(shared / WORKBOOK, agency="BRK")
    rows = workbook_rows(shared / WORKBOOK)
    assert len(rows) == 16
    assert sum(told.read.values()) == sum(len(sheet) for sheet in rows.values()) == 513
    assert len(told["contribution"]) == len(rows["A-Contributions"])
    assert len(told["in-kind"]) == len(rows["C-Contributions"])
    assert len(told["other-receipt"]) == len(rows["I-Contributions"])
    assert len(told["operating-expenditure"]) == len(rows["E-Expenditure"])
    assert len(told["debt"]) == len(rows["F-Expenses"]) + len(rows["B1-Loans"])
    assert len(told["filing-total"]) == len(rows["Summary"])
    flows = [row for name in ("A", "C", "I") for row in rows[f"{name}-Contributions"]]
    assert signed(told, FLOWS) == counted([*flows, *rows["E-Expenditure"]]) + Decimal(350)
    balances = sum(Decimal(row["Loan_Amt2"]) for row in rows["B1-Loans"])
    assert signed(told, ["debt"]) == counted(rows["F-Expenses"]) + balances
    assert told.problems.is_empty()


def test_itemised_rows_agree_with_the_summary_pages(shared: Path) -> None:
    """What Schedule E of a statement adds up to is what its summary page states."""
    told = tell(*folder_files(shared, "deduplicate_committee_expenses"))
    spent = told.frame("operating-expenditure").group_by("filing").agg(pl.col("amount").sum())
    lines = told.frame("filing-total").filter(pl.col("form") == "E", pl.col("summaryLine") == "1")
    both = spent.join(lines, on="filing")
    assert both.height == 4
    assert both["amount"].to_list() == both["thisPeriod"].to_list()


def test_equal_payments_of_a_day_are_several_payments(shared: Path) -> None:
    """Four payments of 100 to one shop on one day are four; none of them is told twice."""
    told = tell(*folder_files(shared, "deduplicate_committee_expenses"))
    shop = told.frame("operating-expenditure").filter(
        pl.col("payee").str.contains("CallHub"), pl.col("date") == "2018-05-29"
    )
    assert shop["amount"].to_list() == [Decimal("100.00")] * 4
    assert shop["notNewMoney"].null_count() == 4


def test_an_amendment_replaces_the_statement_and_no_one_elses(shared: Path) -> None:
    """The higher report number replaces the lower; a filer without an id stays by itself, and is told."""
    told = tell(*folder_files(shared, "amendment_with_null_filer_id"))
    start = "filing/netfile/COAK/1405474-F460-20180101-20180630"
    filings = {row["id"]: row for row in told["filing"]}
    first, second = f"{start}/000-2018-07-31", f"{start}/001-2018-08-01"
    assert filings[first]["supersededBy"] == second
    assert filings[second]["amends"] == first
    other = "filing/netfile/COAK/Some%20other%20candidate-F460-20180101-20180630/000-2018-07-31"
    assert filings[other]["supersededBy"] is None
    assert filings[other]["filer"] == "committee/netfile/COAK/Some%20other%20candidate"
    (problem,) = told.wanted()
    assert problem[1:] == (
        "Filer_ID",
        "",
        "an id of the FPPC; the committee is told by its name",
        False,
    )
    lines = told.frame("filing-total").filter(pl.col("form") == "F460", pl.col("summaryLine") == "5")
    assert dict(lines.select("filing", "thisPeriod").rows())[second] == Decimal("49932.42")


def test_late_reports_of_the_closing_day_count_once(shared: Path) -> None:
    """Form 496 told four expenditures of the day a statement closed, which the statement tells again."""
    told = tell(*folder_files(shared, "deduplicate_460_497_within_1_day_of_deadline"))
    late = told.frame("independent-expenditure").filter(pl.col("transactionType") == "F496")
    assert late["notNewMoney"].to_list() == ["not-new-reported-twice"] * 4
    also = [str(one).rpartition("/")[2] for one in late["alsoReportedAs"]]
    assert also == ["D-PDT452", "D-PDT453", "D-PDT454", "D-PDT455"]
    yee = told.frame("independent-expenditure").filter(
        pl.col("supports").str.contains("GARY%20D%20YEE"), pl.col("notNewMoney").is_null()
    )
    assert yee["amount"].sum() == Decimal("56394.73")


def test_schedule_d_and_e_tell_one_gift(shared: Path) -> None:
    """A gift to a candidate's committee stands on both; E, which says who received it, counts."""
    told = tell(*folder_files(shared, "deduplicate_460_497_within_1_day_of_deadline"))
    rows = [(row["transactionType"], row["notNewMoney"]) for row in told["contribution"]]
    assert Counter(rows) == {("D MON", "not-new-reported-twice"): 5, ("E CTB", None): 5}
    yee = [row for row in told["contribution"] if row["amount"] == Decimal(1600)]
    counts = {str(row["transactionType"]): row for row in yee}
    assert counts["D MON"]["alsoReportedAs"] == counts["E CTB"]["id"]
    assert counts["E CTB"]["payee"] == "committee/ca-fppc/1409088"


def test_payments_for_independent_expenditures_are_not_spent_twice(shared: Path) -> None:
    """A payment coded or described as one is not new: Schedule D tells it, for or against whom."""
    told = tell(*folder_files(shared, "deduplicate_460_497_within_1_day_of_deadline"))
    paid = told.frame("operating-expenditure")
    independent = paid.filter(
        (pl.col("transactionType") == "E IND") | pl.col("spendingPurpose").str.starts_with("IND ")
    )
    assert independent.height == 42
    assert set(independent["notNewMoney"]) == {"not-new-reported-twice"}
    assert paid.filter(pl.col("notNewMoney").is_not_null()).height == 42


@pytest.mark.parametrize(
    ("name", "side", "total"),
    [
        ("candidate_independent_supporting_kalb", "opposes", "13241.65"),
        ("candidate_independent_supporting_trenado", "supports", "99288.96"),
    ],
)
def test_independent_expenditures_are_for_or_against_and_received_by_no_one(
    shared: Path, name: str, side: str, total: str
) -> None:
    """Only expenditures coded IND are; gifts on the same schedule are gifts."""
    told = tell(*folder_files(shared, name))
    rows = told.frame("independent-expenditure")
    assert rows[side].null_count() == 0
    assert rows["payee"].null_count() == rows.height
    assert rows["amount"].sum() == Decimal(total)


def test_gifts_to_a_measure_add_up_and_what_came_back_is_a_refund(shared: Path) -> None:
    """A returned cheque is told as a refund; "A" that a program took for a time of day is Schedule A."""
    told = tell(*folder_files(shared, "referendum_contributions_by_origin"))
    refund = told.one("refund")
    assert (refund["payer"], refund["amount"]) == ("committee/ca-fppc/1364564", Decimal(3000))
    assert (refund["notNewMoney"], refund["memoText"]) == ("not-new-refund", "Returned Check")
    assert signed(told, FLOWS) == Decimal("477719.81")
    assert {row["transactionType"] for row in told["contribution"]} == {"A", "A F", "A I"}
    through = told.frame("contribution")["intermediary"].drop_nulls().unique().to_list()
    assert through == ["party/ca-fppc/Democracy%20Engine/20011"]


def test_a_late_gift_after_the_last_statement_counts(shared: Path) -> None:
    """Form 497 told gifts of the day after a statement closed; nothing tells them again yet."""
    told = tell(*folder_files(shared, "referendum_supporters_without_expenditures_are_included"))
    assert told.new("contribution") == Decimal("31855.00") == signed(told, ["contribution"])
    assert told.problems.is_empty()


def test_a_row_in_two_files_of_a_dataset_is_told_once(shared: Path) -> None:
    """All fixtures as one dataset: rows that stand in two of them count once, and every id stands once."""
    files = [file for name in FOLDERS for file in folder_files(shared, name)]
    told = tell(*files)
    for table in (*MONEY, "filing-total"):
        assert told.frame(table)["id"].is_duplicated().sum() == 0
    again = told.frame("independent-expenditure").filter(pl.col("id").str.ends_with("-2"))
    assert again.height == 23
    assert set(again["notNewMoney"]) == {"not-new-reported-twice"}
    assert (again["alsoReportedAs"] + "-2").to_list() == again["id"].to_list()


def test_a_gift_says_who_when_how_much_and_where_it_stands(tmp_path: Path) -> None:
    """A row is told with filing, transaction, parties and line."""
    told = made(
        tmp_path,
        receipts=[
            gift(
                "INC1",
                "250.5",
                Tran_NamL="Moss",
                Tran_NamF="Ada",
                Tran_NamT="Ms.",
                Tran_NamS="III",
                Entity_Cd="IND",
                Tran_Emp="Mill",
                Tran_Occ="Miller",
                Tran_Date="5/1/2018",
                Tran_Dscr="at the fair",
            )
        ],
    )
    row = told.one("contribution")
    assert row["id"] == f"contribution/{PATH}/A-INC1"
    assert (row["payer"], row["payee"]) == (
        "party/ca-fppc/Ada%20Moss%20III/93650",
        "committee/ca-fppc/1400001",
    )
    assert (row["amount"], row["date"], row["line"]) == (Decimal("250.50"), "2018-05-01", 2)
    assert (row["employer"], row["occupation"], row["memoText"]) == ("Mill", "Miller", "at the fair")
    assert (row["transaction"], row["transactionType"], row["notNewMoney"]) == ("INC1", "A", None)
    party = told.one("party")
    assert (party["label"], party["partyKind"]) == ("Ada Moss III", "party-kind-individual")
    filing = told.one("filing")
    assert (filing["label"], filing["form"]) == ("F460 2018-01-01 to 2018-06-30", "F460")


def test_pending_is_no_id(tmp_path: Path) -> None:
    """A committee without an id is known by name and agency; what stands for the id is told."""
    told = made(tmp_path, receipts=[gift("1", "5", Filer_ID="Pending", Cmte_ID="applied for")])
    assert told.one("contribution")["payee"] == "committee/netfile/COAK/Friends%20of%20Oak"
    assert told.wanted() == [
        (2, "Filer_ID", "Pending", "an id of the FPPC; the committee is told by its name", False),
        (2, "Cmte_ID", "applied for", "an id of a committee; the party is told by its name", False),
    ]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("1345303", "committee/ca-fppc/1345303"),
        ("ID # 1345303", "committee/ca-fppc/1345303"),
        ("FPPC# 745208", "committee/ca-fppc/745208"),
        ("1345303.0", "committee/ca-fppc/1345303"),
        ("C00386029", "committee/fec/C00386029"),
    ],
)
def test_ids_of_committees_are_read_as_they_are_written(tmp_path: Path, written: str, path: str) -> None:
    """Words and signs around an id are left out; an id of the FEC is one of the FEC."""
    assert made(tmp_path, receipts=[gift("1", "5", Cmte_ID=written)]).one("contribution")["payer"] == path


def test_a_row_without_filer_is_of_no_use(tmp_path: Path) -> None:
    """Neither id nor name: the row is left out and told."""
    told = made(tmp_path, receipts=[gift("1", "5", Filer_ID="", Filer_NamL="")])
    assert told["contribution"] == []
    assert told.wanted() == [(2, "Filer_ID", "", "an id or a name of the filer", True)]


def test_a_giver_without_a_name_is_no_one_else(tmp_path: Path) -> None:
    """Each unnamed giver has a path of its own."""
    told = made(tmp_path, receipts=[gift("1", "5", Tran_NamL=""), gift("2", "6", Tran_NamL="")])
    assert len({row["payer"] for row in told["contribution"]}) == 2
    assert {row["label"] for row in told["party"]} == {"no name given"}


def test_what_cannot_be_read_is_told_with_line_and_column(tmp_path: Path) -> None:
    """An amount or schedule that cannot be read leaves a row out; a day or code leaves itself out."""
    told = made(
        tmp_path,
        receipts=[
            gift("1", "twelve"),
            gift("2", "5", Form_Type="Z"),
            gift("3", "5", Tran_Date="2018-13-01"),
            gift("4", "5", Entity_Cd="XYZ"),
            gift("5", "", Tran_Type="Q"),
        ],
    )
    days = "%Y-%m-%d or %Y-%m-%d %H:%M:%S or %Y-%m-%dT%H:%M:%S%.f or %m/%d/%Y or %m/%d/%Y %I:%M:%S %p"
    kinds = "BMC, CAO, COM, CTL, IND, MDI, OTH, PTY, RCP, SCC, SMO"
    assert sorted(told.wanted(), key=str) == [
        (2, "Tran_Amt1", "twelve", "an amount such as 1234.50", True),
        (3, "Form_Type", "Z", "one of 00:00:00, A, A-1, C, F496P3, I", True),
        (4, "Tran_Date", "2018-13-01", f"a day as {days}", False),
        (5, "Entity_Cd", "XYZ", f"one of {kinds}", False),
        (6, "Tran_Amt1", "", "an amount such as 1234.50", True),
        (6, "Tran_Type", "Q", "one of F, I, R, T, X", False),
    ]
    third, fourth = told["contribution"]
    assert (third["date"], third["dateAsWritten"]) == (None, "2018-13-01")
    assert fourth["date"] == "2018-05-01"


def test_a_span_of_days_is_told_as_written(tmp_path: Path) -> None:
    """The first day is the day; the whole span is kept in words."""
    told = made(tmp_path, receipts=[gift("1", "5", Tran_Date1="2018-05-04 00:00:00")])
    row = told.one("contribution")
    assert (row["date"], row["dateAsWritten"]) == ("2018-05-01", "2018-05-01 to 2018-05-04")


def test_an_unknown_column_is_an_error(tmp_path: Path) -> None:
    """It is told with file and line, and what it may have been meant for."""
    path = export(tmp_path, "A-Contributions", [*RECEIPTS, "Tran_Amt3"], [gift("1", "5")])
    with pytest.raises(SourceError) as error:
        tell(path)
    assert str(error.value) == (
        f"{path}:1:1: A-Contributions.csv: no table of kind receipt: column 'Tran_Amt3' is not known; "
        "did you mean 'Tran_Amt2' or 'Tran_Amt1'?"
    )


def test_columns_an_older_export_lacks_are_empty(tmp_path: Path) -> None:
    """Only what a row cannot do without must be there."""
    columns = [name for name in RECEIPTS if name not in ("Int_CmteId", "Cmte_ID", "Intr_NamL", "Tran_Type")]
    row = {name: value for name, value in gift("1", "5").items() if name in columns}
    assert tell(export(tmp_path, "A-Contributions", columns, [row])).one("contribution")["amount"] == 5


def test_transfers_returns_and_memo_rows_are_marked(tmp_path: Path) -> None:
    """Each says why its money is not new."""
    told = made(
        tmp_path,
        receipts=[
            gift("1", "5", Tran_Type="X"),
            gift("2", "6", Form_Type="A-1"),
            gift("3", "7", Tran_Type="R"),
            gift("4", "-8", Form_Type="C"),
            gift("5", "9", Memo_Code="X"),
            gift("6", "10", Form_Type="I"),
            gift("7", "11", Form_Type="C"),
        ],
    )
    why = {str(row["transaction"]): row["notNewMoney"] for table in FLOWS for row in told[table]}
    assert why == {
        "1": "not-new-transfer",
        "2": "not-new-transfer",
        "3": "not-new-refund",
        "4": "not-new-refund",
        "5": "not-new-memo",
        "6": "not-new-other",
        "7": None,
    }
    assert [row["amount"] for row in told["refund"]] == [Decimal(7), Decimal(8)]
    assert told.frame("contribution").filter(pl.col("transaction") == "5")["memo"].to_list() == [True]


def test_a_late_gift_and_the_statement_that_tells_it_again(tmp_path: Path) -> None:
    """By transaction, or by party and amount a day apart at most; the statement counts."""
    told = made(
        tmp_path,
        receipts=[
            gift("INC1", "1000.4"),
            gift("INC2", "2000", Tran_Date="2018-05-02"),
            gift("INC3", "3000", Tran_Date="2018-05-03"),
        ],
        late_gifts=[
            late_gift("INC1", "1000", Rpt_ID_Num="1"),
            late_gift("X2", "2000", Rpt_ID_Num="2"),
            late_gift("X3", "3000", Rpt_ID_Num="3"),
        ],
    )
    late = {
        str(row["transaction"]): row for row in told["contribution"] if row["transactionType"] == "F497P1"
    }
    assert late["INC1"]["alsoReportedAs"] == f"contribution/{PATH}/A-INC1"
    assert late["X2"]["alsoReportedAs"] == f"contribution/{PATH}/A-INC2"
    assert (late["X3"]["alsoReportedAs"], late["X3"]["notNewMoney"]) == (None, None)
    assert told.wanted() == [
        (4, "Tran_ID", "X3", "a row of a Form 460 that covers its day; it counts by itself", False)
    ]
    assert told.new("contribution") == Decimal("9000.40")


def test_two_equal_late_gifts_are_paired_with_two(tmp_path: Path) -> None:
    """No row of a statement stands for two late reports."""
    told = made(
        tmp_path,
        receipts=[gift("INC1", "1000"), gift("INC2", "1000")],
        late_gifts=[late_gift(f"X{number}", "1000", Rpt_ID_Num=f"{number}") for number in (1, 2, 3)],
    )
    late = [row for row in told["contribution"] if row["transactionType"] == "F497P1"]
    assert [row["alsoReportedAs"] for row in late] == [
        f"contribution/{PATH}/A-INC1",
        f"contribution/{PATH}/A-INC2",
        None,
    ]
    assert told.new("contribution") == Decimal(3000)


def test_a_late_loan_is_told_again_as_a_loan(tmp_path: Path) -> None:
    """Form 497 has loans among gifts; the loan on Schedule B says that it is none."""
    told = made(
        tmp_path,
        loans=[loan("L1", Loan_Amt1="500", Loan_Amt2="500", Loan_Date1="2018-05-01")],
        late_gifts=[late_gift("L1", "500", Enty_NamL="Bay", Enty_NamF="Iris")],
    )
    assert told.one("contribution")["alsoReportedAs"] == f"loan/{PATH}/B1-L1-lent"
    assert told.new("contribution", "loan") == Decimal(0)


def test_part_3_of_form_496_counts_only_until_another_form_tells_it(tmp_path: Path) -> None:
    """Schedule A counts before Form 497, and that before Form 496."""
    early = {"From_Date": "", "Thru_Date": "", "Rpt_Date": "2018-05-02", "Form_Type": "F496P3"}
    told = made(
        tmp_path,
        receipts=[
            gift("P1", "100"),
            gift("P1", "100", **early),
            gift("P2", "200", **early),
            gift("P3", "300", **early),
        ],
        late_gifts=[late_gift("P2", "200")],
    )
    counts = {
        (row["transaction"], row["transactionType"]) for row in told["contribution"] if not row["notNewMoney"]
    }
    assert counts == {("P1", "A"), ("P2", "F497P1"), ("P3", "F496P3")}
    assert told.new("contribution") == Decimal(600)


def test_a_transaction_of_overlapping_statements_counts_in_the_last(tmp_path: Path) -> None:
    """The later statement tells it again; another gift with the number of an old one is another gift."""
    later = {"From_Date": "2018-04-01", "Thru_Date": "2018-09-30", "Rpt_Date": "2018-10-31"}
    told = made(
        tmp_path,
        receipts=[gift("1", "5"), gift("1", "5", **later), gift("2", "7"), gift("2", "8", **later)],
    )
    rows = {str(row["id"]): row for row in told["contribution"]}
    again = "contribution/netfile/COAK/1400001-F460-20180401-20180930/000-2018-10-31/A-1"
    assert rows[f"contribution/{PATH}/A-1"]["alsoReportedAs"] == again
    assert told.new("contribution") == Decimal(20)


def test_superseded_rows_say_by_what(tmp_path: Path) -> None:
    """Rows of a replaced statement count no more; late reports are not held against them."""
    amended = {"Report_Num": "001", "Rpt_Date": "2018-08-15"}
    told = made(
        tmp_path,
        receipts=[gift("1", "5"), gift("1", "6", **amended)],
        late_gifts=[late_gift("1", "5")],
    )
    first = next(row for row in told["contribution"] if row["amount"] == 5 and row["transactionType"] == "A")
    newest = PATH.replace("000-2018-07-31", "001-2018-08-15")
    assert (first["supersededBy"], first["notNewMoney"]) == (f"filing/{newest}", "not-new-superseded")
    late = next(row for row in told["contribution"] if row["transactionType"] == "F497P1")
    assert late["alsoReportedAs"] == f"contribution/{newest}/A-1"
    assert told.new("contribution") == Decimal(6)


def test_equal_report_numbers_do_not_replace_each_other(tmp_path: Path) -> None:
    """Filers number late reports as they like; two originals with one number are two reports."""
    told = made(
        tmp_path,
        late_gifts=[late_gift("1", "5"), late_gift("2", "6", Rpt_Date="2018-05-09", Ctrib_Date="2018-05-08")],
    )
    assert told.new("contribution") == Decimal(11)


def test_a_number_that_stands_twice_in_a_filing_is_told(tmp_path: Path) -> None:
    """Two rows that differ are two rows, and that they share a number is a problem."""
    told = made(tmp_path, receipts=[gift("1", "5"), gift("1", "6")])
    assert [row["id"] for row in told["contribution"]] == [
        f"contribution/{PATH}/A-1",
        f"contribution/{PATH}/A-1-2",
    ]
    assert told.new("contribution") == Decimal(11)
    assert told.wanted() == [
        (3, "Tran_ID", "1", "a transaction that its filing has once; both rows are told", False)
    ]


def test_loans_are_movements_and_a_balance(tmp_path: Path) -> None:
    """Lent, paid back and forgiven go in their directions, none of it new money; the balance is a debt."""
    told = made(
        tmp_path,
        loans=[
            loan("L1", Loan_Amt1="500", Loan_Amt5="200", Loan_Amt6="50", Loan_Amt2="250"),
            loan("L2", Form_Type="H", Loan_Amt1="70", Loan_Amt2="70", Cmte_ID="1300000"),
            loan("G1", Form_Type="B2", Loan_Amt1="900", Loan_Amt2="900"),
        ],
        receipts=[gift("F1", "50", Tran_NamL="Iris Bay", Tran_Type="F")],
    )
    filer, lender = "committee/ca-fppc/1400001", "party/ca-fppc/Iris%20Bay/-"
    rows = [
        (row["spendingPurpose"], row["payer"], row["payee"], row["amount"], row["date"])
        for row in told["loan"]
    ]
    assert rows == [
        ("loan forgiven", lender, filer, Decimal(50), None),
        ("loan lent", lender, filer, Decimal(500), "2018-02-03"),
        ("loan repaid", filer, lender, Decimal(200), None),
        ("loan lent", filer, "committee/ca-fppc/1300000", Decimal(70), "2018-02-03"),
    ]
    assert told.new("loan") == Decimal(0)
    assert told["loan"][0]["alsoReportedAs"] == f"contribution/{PATH}/A-F1"
    owed = [(row["payer"], row["payee"], row["amount"], row["date"]) for row in told["debt"]]
    assert owed == [
        (filer, lender, Decimal(250), "2018-06-30"),
        ("committee/ca-fppc/1300000", filer, Decimal(70), "2018-06-30"),
    ]
    assert told.left_out["loan"] == 1


def test_spending_goes_by_its_code(tmp_path: Path) -> None:
    """A gift to a committee, one through a shop, a loan, a returned gift, a transfer, and the rest."""
    friend = {"Payee_NamL": "Friends of Elm", "Entity_Cd": "COM", "Cmte_ID": "1300000"}
    told = made(
        tmp_path,
        spending=[
            payment("1", "1", Expn_Code="CTB", **friend),
            payment("2", "2", Expn_Code="CTB"),
            payment("3", "3", Expn_Code="LON", **friend),
            payment("4", "4", Expn_Code="RFD"),
            payment("5", "5", Expn_Code="TSF", **friend),
            payment("6", "6", Expn_Code="LIT", Expn_Dscr="mailers"),
            payment("7", "-7", Expn_Code="MON", **friend),
            payment("8", "8", Expn_Code="WEB", Form_Type="G", Agent_NamL="Ad Agency", BakRef_TID="6"),
        ],
    )
    found = {str(row["transaction"]): (table, row["notNewMoney"]) for table in FLOWS for row in told[table]}
    assert found == {
        "1": ("contribution", None),
        "2": ("expenditure", None),
        "3": ("loan", "not-new-loan"),
        "4": ("refund", "not-new-refund"),
        "5": ("transfer", "not-new-transfer"),
        "6": ("operating-expenditure", None),
        "7": ("refund", "not-new-refund"),
        "8": ("operating-expenditure", "not-new-memo"),
    }
    came_back = next(row for row in told["refund"] if row["transaction"] == "7")
    assert (came_back["payer"], came_back["amount"]) == ("committee/ca-fppc/1300000", Decimal(7))
    agent = next(row for row in told["operating-expenditure"] if row["transaction"] == "8")
    assert (agent["intermediary"], agent["backReference"]) == ("party/ca-fppc/Ad%20Agency/-", "6")


def test_spending_is_for_a_candidate_or_measure_as_printed(tmp_path: Path) -> None:
    """A candidate is told by name, office and district, a measure by its title, number and place."""
    person = {"Cand_NamL": "Reed", "Cand_NamF": "Joy", "Office_Cd": "DAT", "Juris_Dscr": "Oak County"}
    question = {"Bal_Name": "Keep the Parks", "Bal_Num": "P", "Bal_Juris": "City of Oak"}
    told = made(
        tmp_path,
        spending=[
            payment("1", "1", Form_Type="D", Expn_Code="IND", Sup_Opp_Cd="S", **person),
            payment("2", "2", Form_Type="D", Expn_Code="IND", Sup_Opp_Cd="o", **question),
            payment("3", "3", Form_Type="D", Expn_Code="IND", **person),
            payment("4", "4", Form_Type="D", Expn_Code="IND", Sup_Opp_Cd="S"),
            payment(
                "5", "5", Form_Type="D", Expn_Code="IND", Sup_Opp_Cd="S", Bal_Num="Q", Elect_Date="2018-11-06"
            ),
        ],
    )
    reed = "party/ca-fppc/Joy%20Reed/DAT%20Oak%20County"
    park = "printed-measure/ca-fppc/Keep%20the%20Parks/City%20of%20Oak/-"
    first, second, fifth = told["independent-expenditure"]
    assert (first["supports"], first["opposes"], first["payee"]) == (reed, None, None)
    assert (second["supports"], second["opposes"]) == (None, park)
    assert fifth["supports"] == "printed-measure/ca-fppc/Q/-/2018-11-06"
    assert told.one("expenditure")["spentOnThing"] == reed
    wanted = "S or O, and a candidate or measure, for an independent expenditure"
    assert told.wanted() == [(4, "Sup_Opp_Cd", "", wanted, False), (5, "Sup_Opp_Cd", "S", wanted, False)]
    candidate = next(row for row in told["party"] if row["id"] == reed)
    assert (candidate["partyKind"], candidate["officeAsPrinted"]) == ("party-kind-candidate", "DAT")
    measure = next(row for row in told["printed-measure"] if row["id"] == park)
    assert (measure["label"], measure["identifier"]) == ("Keep the Parks", "P")


def test_a_gift_in_kind_counts_on_schedule_d(tmp_path: Path) -> None:
    """The payment to the shop is the same money; D says who it was for."""
    friend = {"Payee_NamL": "Friends of Elm", "Entity_Cd": "COM", "Sup_Opp_Cd": "S"}
    told = made(
        tmp_path,
        spending=[
            payment("1", "60", Form_Type="D", Expn_Code="IKD", **friend),
            payment("1", "60", Expn_Code="LIT"),
        ],
    )
    assert told.one("in-kind")["notNewMoney"] is None
    shop = told.one("operating-expenditure")
    assert (shop["notNewMoney"], shop["alsoReportedAs"]) == (
        "not-new-reported-twice",
        f"in-kind/{PATH}/D-1",
    )


def test_a_gift_between_committees_counts_where_it_came_in(tmp_path: Path) -> None:
    """Both tell it, with their ids and the amount, some days apart; a gift a month later is another."""
    taker = {**STATEMENT, "Filer_ID": "1300000", "Filer_NamL": "Friends of Elm"}
    giver = {"Tran_NamL": "Friends of Oak", "Cmte_ID": "1400001", "Entity_Cd": "COM"}
    friend = {"Payee_NamL": "Friends of Elm", "Entity_Cd": "COM", "Cmte_ID": "1300000", "Expn_Code": "CTB"}
    told = made(
        tmp_path,
        receipts=[{**gift("R1", "400", Tran_Date="2018-05-09"), **taker, **giver}],
        spending=[payment("P1", "400", **friend), payment("P2", "400", Expn_Date="2018-06-09", **friend)],
        late_gifts=[
            {
                **late_gift("P2", "400", Form_Type="F497P2", Ctrib_Date="2018-06-09"),
                "Enty_NamL": "FRIENDS OF ELM",
            }
        ],
    )
    received = "contribution/netfile/COAK/1300000-F460-20180101-20180630/000-2018-07-31/A-R1"
    rows = {(str(row["transactionType"]), str(row["transaction"])): row for row in told["contribution"]}
    assert rows["E CTB", "P1"]["alsoReportedAs"] == received
    assert rows["E CTB", "P2"]["notNewMoney"] is None
    assert rows["F497P2", "P2"]["alsoReportedAs"] == f"contribution/{PATH}/E-P2"
    assert told.new("contribution") == Decimal(800)


def test_pairs_are_the_nearest_and_each_row_is_in_one() -> None:
    """The same day comes before the day beside it."""
    left = _dated({1: "2018-05-01", 2: "2018-05-02"})
    right = _dated({11: "2018-05-02", 12: "2018-05-03"})
    pairs = pair(left, right, ["giver"], days=1)
    assert pairs.select("index", "index_right").sort("index").rows() == [(2, 11)]
    assert pair(left, right, ["giver"], days=2).select("index", "index_right").sort("index").rows() == [
        (1, 12),
        (2, 11),
    ]


def _dated(days: Mapping[int, str]) -> pl.DataFrame:
    return pl.DataFrame(
        {"index": list(days), "day": list(days.values()), "giver": ["a"] * len(days)},
        schema_overrides={"index": pl.UInt32()},
    ).with_columns(pl.col("day").str.to_date())


def test_tables_and_columns_are_those_of_the_ontology(tmp_path: Path) -> None:
    """A gift through an intermediary has a column for it."""
    assert "intermediary" in TABLES["contribution"].columns
    told = made(tmp_path, receipts=[gift("1", "5", Tran_Type="I", Intr_NamL="Pay Page", Intr_Zip4="20011")])
    assert told.one("contribution")["intermediary"] == "party/ca-fppc/Pay%20Page/20011"
