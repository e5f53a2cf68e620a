"""Electronic filings with the FEC: every record told, rejected with its line, or left out by name.

The real filings are read from the shared folder; what is made up has made-up names.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from converted_files import Converted, convert_files, problem
from polars.testing import assert_frame_equal

from ontology import CODES, TABLES
from sources.errors import SourceError
from sources.fec_filing import filing
from sources.fec_filing.columns import reason_left_out
from sources.fec_filing.layout import LAYOUT
from sources.fec_filing.record_types import FILING, LEFT_OUT, REASONS, cover_of, record_type
from sources.fec_filing.schedules import schedule_lines, schedules
from sources.fec_filing.versions import _mappings, column_names
from sources.tables.layouts.layout import Sample, layouts
from sources.tables.layouts.rows import Place, shaped
from sources.tables.reading.packed import open_packed

REAL = {
    "1236235": "esonderegger__fecfile/test-data",
    "1260488": "esonderegger__fecfile/test-data",
    "1385191": "esonderegger__fecfile/test-data",
    "13360": "washingtonpost__FastFEC/python/tests/fixtures",
    "1550126": "washingtonpost__FastFEC/python/tests/fixtures",
    "1550548": "washingtonpost__FastFEC/python/tests/fixtures",
}
FS = "\x1c"
COMMITTEE, OTHER = "C00123456", "C00000935"
MONEY = {one.table for one in schedule_lines()} | {"in-kind"}


def convert(folder: Path, allow_rejected: int = 0, **filings: str | bytes | Path) -> Converted:
    """Filings, converted as a build does; each is named by its number."""
    named = {
        f"{name.removeprefix('no')}.fec": content.read_bytes() if isinstance(content, Path) else content
        for name, content in filings.items()
    }
    return convert_files(folder, "fec-filing", named, allow_rejected)


def record(kind: str, version: str = "8.5", **values: str) -> str:
    """A record with values by the names of its columns."""
    names = column_names(kind, version)
    assert set(values) <= set(names), set(values) - set(names)
    given = {"filer_committee_id_number": COMMITTEE} if "filer_committee_id_number" in names else {}
    fields = [kind, *((given | values).get(name, "") for name in names[1:])]
    return FS.join(fields) if version[0] in "678P" else _with_commas(fields)


def _with_commas(fields: list[str]) -> str:
    return ",".join(f'"{field}"' if "," in field else field for field in fields)


def filed(*records: str, cover: str = "F3XN", version: str = "8.5", amends: str = "") -> str:
    """A filing of records, with a header and a cover."""
    header = {
        "6": ["HDR", "FEC", version, "made up", "1", amends],
        "5": ["HDR", "FEC", version, "made up", "1", "^", amends],
    }
    first = FS.join(header["6"]) if version[0] in "678" else ",".join(header["5"])
    about = cover if FS in cover or "," in cover else record(cover, version, **_named(cover, version))
    return "\n".join([first, about, *records]) + "\n"


def _named(cover: str, version: str) -> dict[str, str]:
    return {"committee_name": "MADE-UP FUND"} if "committee_name" in column_names(cover, version) else {}


def gift(**values: str) -> str:
    """A made-up contribution."""
    usual = {
        "transaction_id": "A1", "entity_type": "IND", "contributor_last_name": "Winkelton",
        "contributor_first_name": "Ada", "contributor_middle_name": "B.", "contributor_suffix": "Jr.",
        "contributor_city": "Omaha", "contributor_state": "NE", "contributor_zip_code": "681020001",
        "contribution_date": "20240831", "contribution_amount": "250.00", "contribution_aggregate": "900.00",
        "contributor_employer": "Self", "contributor_occupation": "Baker", "election_code": "P2024",
    }  # fmt: skip
    return record("SA11AI", **(usual | values))


def test_a_contribution_is_told_to_the_last_field(tmp_path: Path) -> None:
    """A record of Schedule A says who gave what to whom, when, in which filing and on which line."""
    assert convert(tmp_path, no1800001=filed(gift())).row("contribution") == {
        "id": "contribution/fec/fec/1800001/SA11AI/A1",
        "amount": Decimal("250.00"),
        "currency": "USD",
        "date": "2024-08-31",
        "electionCode": "P2024",
        "employer": "Self",
        "filing": "filing/fec/1800001",
        "line": 3,
        "occupation": "Baker",
        "payee": "committee/fec/C00123456",
        "payer": "party/fec/Winkelton%2C%20Ada%20B.%20Jr./68102",
        "sourceFile": "dataset/fec/1800001.fec",
        "transaction": "A1",
        "transactionType": "SA11AI",
    }


def test_the_real_filings_are_told_whole(shared: Path, tmp_path: Path) -> None:
    """Rows and amounts are those an independent reading finds, line of form by line of form."""
    paths = {f"no{number}": shared / "data" / folder / f"{number}.fec" for number, folder in REAL.items()}
    out = convert(tmp_path, **paths)
    expected: Counter[tuple[str, str]] = Counter()
    sums: Counter[tuple[str, str]] = Counter()
    left = 0
    for name, path in paths.items():
        for kind, amount in _counted(path):
            if amount is None:
                left += 1
            else:
                expected[name[2:], kind] += 1
                sums[name[2:], kind] += amount
    told = pl.concat([out.tables[name].select("id", "amount") for name in sorted(MONEY & out.tables.keys())])
    parts = told["id"].str.split("/").list
    pairs = list(
        zip(parts.get(3), parts.get(4).str.replace("SC-", "SC/"), parts.get(0), told["amount"], strict=True)
    )
    rows = [
        (number, kind, amount) for number, kind, table, amount in pairs if (table, kind[:2]) != ("debt", "SC")
    ]
    assert Counter((number, kind) for number, kind, _ in rows) == expected
    assert {
        key: sum((amount for number, kind, amount in rows if (number, kind) == key), Decimal())
        for key in sums
    } == sums
    assert out.facts.rejected == 0
    assert sum(file.left_out for file in out.facts.files) == left == 3
    assert out.problems == []


PLACES = {"SA8": 20, "SB8": 20, "SC8": 18, "SD8": 19, "SA2": 15, "SB2": 14}
"""The field of the amount, from 0, by schedule and first digit of the version."""


def _counted(path: Path) -> list[tuple[str, Decimal | None]]:
    """Type and amount of each record of money of a filing; None for one that is left out."""
    text = path.read_bytes().decode("cp1252")
    found: list[tuple[str, Decimal | None]] = []
    for line in text.split("\n"):
        fields = line.split(FS) if FS in line else next(csv.reader([line]), [])
        if fields and re.fullmatch(r"S[A-D]\d?[A-Z0-9]*(/\d+)?", fields[0]):
            place = PLACES[fields[0][:2] + ("8" if FS in line else "2")]
            skipped = fields[0].startswith(("SC1", "SC2"))
            found.append((fields[0], None if skipped else Decimal(fields[place])))
    return found


SUMMED = [
    ("1550548", "SA11AI", "11(a)(i)"),
    ("1550548", "SB23", "23"),
    ("1550126", "SA13A", "13(a)"),
    ("13360", "SA17", "17"),
    ("13360", "SB23", "23"),
    ("13360", "SB29", "29"),
    ("13360", "SA11A1", "11(a)(i)"),
]


@pytest.mark.parametrize(("number", "kind", "line"), SUMMED)
def test_rows_add_up_to_the_line_of_the_summary_page(
    shared: Path, tmp_path: Path, number: str, kind: str, line: str
) -> None:
    """What the filer adds up on the summary page is what the rows of that line add up to."""
    out = convert(tmp_path, **{f"no{number}": shared / "data" / REAL[number] / f"{number}.fec"})
    (stated,) = [row["thisPeriod"] for row in out.rows("filing-total") if row["summaryLine"] == line]
    rows = [row for name in MONEY for row in out.rows(name) if row.get("transactionType") == kind]
    assert sum(Decimal(str(row["amount"])) for row in rows if not row.get("memo")) == stated


def test_real_covers_say_what_was_filed(shared: Path, tmp_path: Path) -> None:
    """Form, filer, period, and which report an amendment amends, as read by hand."""
    numbers = ("1236235", "1550126", "13360")
    out = convert(tmp_path, **{f"no{one}": shared / "data" / REAL[one] / f"{one}.fec" for one in numbers})
    filings = {str(row["identifier"]): row for row in out.rows("filing")}
    assert filings["1550126"] | {"periodStart": 0, "periodEnd": 0} == {
        "id": "filing/fec/1550126", "amendmentIndicator": "A", "amendmentNumber": 1,
        "amends": "filing/fec/1542500",
        "dataset": "dataset/fec", "filer": "committee/fec/C00772335", "form": "F3", "identifier": "1550126",
        "filerName": "Jeffrey Buongiorno for US Congress",
        "label": "Form 3 no. 1550126", "periodEnd": 0, "periodStart": 0, "reportType": "Q3",
    }  # fmt: skip
    assert (filings["13360"]["form"], filings["13360"]["amendmentIndicator"]) == ("F3X", "A")
    assert str(filings["1550126"]["periodStart"]) == "2021-07-01"
    assert filings["1542500"] == {
        "id": "filing/fec/1542500",
        "dataset": "dataset/fec",
        "identifier": "1542500",
    }
    text = str(filings["1236235"]["filedText"])
    assert text.startswith("June 4, 2018")
    assert text.endswith("Education")


FORMS = sorted({one.form for one in schedule_lines()})


@pytest.mark.parametrize("form", FORMS)
def test_every_line_of_a_form_goes_to_its_table(tmp_path: Path, form: str) -> None:
    """A record of each line that the FEC sums makes one row, with the sides and the mark of its line."""
    lines = {one.line: one for one in schedule_lines() if one.form == form}
    records = [_of_line(one) for one in lines]
    version = "6.4" if "F56" in lines else "8.5"
    out = convert(tmp_path, no1800001=filed(*records, cover=f"{form or 'F3X'}N", version=version))
    told = [(name, row) for name in sorted(MONEY) for row in out.rows(name)]
    assert out.problems == []
    assert {str(row["id"]).split("/")[4].replace("SC-", "SC/") for _, row in told} == lines.keys()
    filer = f"committee/fec/{COMMITTEE}"
    for name, row in told:
        line = lines[str(row["id"]).split("/")[4].replace("SC-", "SC/")]
        if name == line.table:
            assert (row["amount"], row.get("notNewMoney")) == (Decimal("12.50"), line.mark or None)
            assert (row.get("payer") == filer, row.get("payee") == filer) == (
                line.payer == "filer",
                line.payee == "filer",
            )


def _of_line(line: str) -> str:
    """A record of a line, with an amount and a party."""
    kind = record_type(line)
    assert kind is not None
    schedule = schedules()[kind.kind]
    end = "name" if schedule.party == "account" else "organization_name"
    party = {f"{schedule.party}_{end}": "MADE-UP PARTY"} if schedule.party else {}
    return record(line, **party, **{schedule.amount: "12.50"})


def test_lines_name_tables_codes_and_kinds_that_are() -> None:
    """Tables and marks of lines are those of the ontology, and each line is of a kind that is read."""
    marks = {code.name for code in CODES["NotNewMoney"]}
    assert {one.table for one in schedule_lines()} <= TABLES.keys()
    assert {one.mark for one in schedule_lines()} - {""} <= marks
    assert {record_type(one.line).kind for one in schedule_lines()} == schedules().keys()  # type: ignore[union-attr]


# ruff: noqa: SIM905 (words read better as a line than as a list)
TYPES = (
    "F1N F1A F1S F1MN F2N F2S F24N F3N F3A F3T F3S F3PN F3PS F3P31AL F3XN F3LN F4N F5N F56 F57 F6N F65 F7N "
    "F76 F8N F8II F8III F82 F83 F9N F91 F92 F93 F94 F10 F105 F13N F132 F133 F99 F3Z F3ZT F3Z1 F3Z2 F3PZ1 "
    "F3PZ2 SA11AI SA3L SASL1A SASI1 SB17 SB3L SBSL4A SC/10 SC1/10 SC2/10 SD10 SE SF H1 H2 H3 H4 H5 H6 SI SL "
    "TEXT"
).split()
VERSIONS = (
    "1.0 2.02 3.00 5.0 5.1 5.2 5.3 6.1 6.2 6.3 6.4 7.0 8.0 8.1 8.2 8.3 8.4 8.5 "
    "P1.0 P2.2 P2.6 P3.0 P3.1 P3.2 P3.4"
).split()


def test_the_types_of_every_layout_are_tried() -> None:
    """Each record type that the FEC has a layout of is matched by one tried here."""
    assert [
        form for form in _mappings() if not any(re.match(form, one, re.IGNORECASE) for one in (*TYPES, "HDR"))
    ] == []


@pytest.mark.parametrize("name", TYPES)
def test_every_column_of_every_version_is_told_or_left_out_with_a_reason(name: str) -> None:
    """No record type and none of its columns, in any version, is passed over in silence."""
    known = record_type(name)
    kind = FILING if cover_of(name) else known and known.kind
    assert kind is not None
    if kind == LEFT_OUT:
        assert known is not None
        assert known.reason in REASONS.values()
        return
    columns = {column for version in VERSIONS for column in column_names(name, version) if column}
    assert columns
    assert sorted(column for column in columns if reason_left_out(kind, column) is None) == []


def test_an_amendment_replaces_the_filing_it_names(tmp_path: Path) -> None:
    """All rows of a report and of its first amendment name the second, and only its rows count."""
    first, second = filed(gift(), amends="FEC-1800001"), filed(gift(), amends="FEC-1800001")
    out = convert(tmp_path, no1800001=filed(gift()), no1800005=first, no1800009=second)
    told = [
        (row["filing"], row.get("supersededBy"), row.get("notNewMoney")) for row in out.rows("contribution")
    ]
    last = "filing/fec/1800009"
    assert told == [
        ("filing/fec/1800001", last, "not-new-superseded"),
        ("filing/fec/1800005", last, "not-new-superseded"),
        (last, None, None),
    ]
    assert [row.get("supersededBy") for row in out.rows("filing")] == [last, last, None]


def test_notes_and_memo_entries(tmp_path: Path) -> None:
    """A note stands on its row, or on the filing where it is on no row; a memo entry refers to its row."""
    note = record(
        "TEXT", back_reference_tran_id_number="A1", text="see the letter", transaction_id_number="T1"
    )
    whole = record(
        "TEXT", back_reference_sched_form_name="F3XN", text="filed late", transaction_id_number="T2"
    )
    left = record(
        "TEXT", back_reference_tran_id_number="R1", back_reference_sched_form_name="H1", text="a ratio"
    )
    memo = gift(
        transaction_id="A2",
        back_reference_tran_id_number="A1",
        memo_code="X",
        memo_text_description="Partner",
    )
    records = (gift(contribution_purpose_descrip="Partnership"), memo, note, whole, left)
    out = convert(tmp_path, no1800001=filed(*records))
    first, second = out.rows("contribution")
    assert first["memoText"] == "Partnership / see the letter"
    assert (second["memo"], second["notNewMoney"], second["backReference"]) == (True, "not-new-memo", "A1")
    assert second["memoText"] == "Partner"
    assert out.row("filing")["filedText"] == "filed late\n\na ratio"


GIFTS = {
    "in kind": ("SA11AI", "In-Kind: printing", "", "in-kind", None),
    "passed on by a conduit": (
        "SA11AI",
        "",
        "* Earmarked for Dove for Congress (C00000935)",
        "contribution",
        "transfer",
    ),
    "through a conduit": ("SA11AI", "", "* Earmarked through a conduit", "contribution", None),
    "a separate account": ("SA17", "Non-contribution Account Receipt", "", "contribution", None),
    "given back to a separate account": (
        "SA17",
        "Headquarters Building Account: Refund",
        "",
        "other-receipt",
        "other",
    ),
    "interest": ("SA17", "Interest", "", "other-receipt", "other"),
}


@pytest.mark.parametrize(("line", "purpose", "note", "table", "mark"), GIFTS.values(), ids=GIFTS)
def test_what_the_purpose_says_of_a_receipt(
    tmp_path: Path, line: str, purpose: str, note: str, table: str, mark: str | None
) -> None:
    """Gifts in kind, passed on or to separate accounts are told by the words the FEC asks for."""
    receipt = gift(contribution_purpose_descrip=purpose, memo_text_description=note).replace(
        "SA11AI", line, 1
    )
    row = convert(tmp_path, no1800001=filed(receipt)).row(table)
    assert row.get("notNewMoney") == (mark and f"not-new-{mark}")


def spending(**values: str) -> str:
    """A made-up independent expenditure against a candidate."""
    usual = {
        "transaction_id_number": "E1", "entity_type": "ORG", "payee_organization_name": "Skyway Printing",
        "payee_zip_code": "68102", "dissemination_date": "20241029", "expenditure_amount": "1000.25",
        "expenditure_purpose_descrip": "Mail", "support_oppose_code": "O", "candidate_id_number": "H4GA00002",
        "candidate_last_name": "Dove", "candidate_first_name": "Eve", "candidate_office": "H",
        "candidate_state": "GA", "candidate_district": "07",
    }  # fmt: skip
    return record("SE", **(usual | values))


def test_a_candidate_is_spent_on_and_not_paid(tmp_path: Path) -> None:
    """An independent expenditure names the vendor as payee, and the candidate it is for or against."""
    printed = spending(transaction_id_number="E2", support_oppose_code="S", candidate_id_number="")
    out = convert(tmp_path, no1800001=filed(spending(), printed))
    first, second = out.rows("independent-expenditure")
    assert (first["opposes"], first["payee"]) == (
        "candidate/fec/H4GA00002",
        "party/fec/Skyway%20Printing/68102",
    )
    assert second["supports"] == "party/fec/Dove%2C%20Eve/H-GA-07"
    assert (first["spendingPurpose"], first["date"], "supports" in first) == ("Mail", "2024-10-29", False)
    assert out.row("candidate") == {
        "id": "candidate/fec/H4GA00002", "dataset": "dataset/fec", "districtAsPrinted": "07",
        "identifier": "H4GA00002",
        "label": "Dove, Eve", "officeAsPrinted": "H", "partyAsPrinted": [], "stateCode": "GA",
    }  # fmt: skip


def test_spending_on_a_notice_and_in_the_report_counts_once(tmp_path: Path) -> None:
    """Of two notices alike and one row of the report, one notice is told again, and the other is not."""
    notice = filed(spending(), spending(transaction_id_number="E2"), cover="F24N")
    out = convert(tmp_path, no1800001=notice, no1800009=filed(spending(transaction_id_number="E7")))
    start = "independent-expenditure/fec/fec"
    assert {
        row["id"]: (row.get("alsoReportedAs"), row.get("notNewMoney"))
        for row in out.rows("independent-expenditure")
    } == {
        f"{start}/1800001/SE/E1": (f"{start}/1800009/SE/E7", "not-new-reported-twice"),
        f"{start}/1800001/SE/E2": (None, None),
        f"{start}/1800009/SE/E7": (None, None),
    }


def test_a_gift_in_a_48_hour_notice_and_in_the_report_counts_once(tmp_path: Path) -> None:
    """A contribution of Form 6 is the row of Schedule A with payer, payee, amount and day alike."""
    same = {name: value for name, value in _values(gift()).items() if name in column_names("F65", "8.5")}
    notice = record("F65", **(same | {"transaction_id": "N1"}))
    out = convert(tmp_path, no1800001=filed(notice, cover="F6N"), no1800009=filed(gift(), cover="F3N"))
    first, second = out.rows("contribution")
    assert (first["alsoReportedAs"], first["notNewMoney"]) == (second["id"], "not-new-reported-twice")
    assert "notNewMoney" not in second


def _values(line: str) -> dict[str, str]:
    return dict(zip(column_names("SA11AI", "8.5")[2:], line.split(FS)[2:], strict=True))


def test_a_loan_is_told_with_what_is_still_owed(tmp_path: Path) -> None:
    """Schedule C makes a loan of the lender to the committee, and a debt of the committee to the lender."""
    loan = record(
        "SC/10", transaction_id_number="C1", entity_type="IND", lender_last_name="Winkelton",
        lender_zip_code="68102",
        loan_amount_original="5000.00", loan_balance="1200.00", loan_incurred_date_terms="20240105",
    )  # fmt: skip
    out = convert(tmp_path, no1800001=filed(loan, cover="F3N"))
    lender, filer = "party/fec/Winkelton/68102", f"committee/fec/{COMMITTEE}"
    told, owed = out.row("loan"), out.row("debt")
    assert (told["payer"], told["payee"], told["amount"], told["date"]) == (
        lender,
        filer,
        Decimal(5000),
        "2024-01-05",
    )
    assert (owed["payer"], owed["payee"], owed["amount"], "date" in owed) == (
        filer,
        lender,
        Decimal(1200),
        False,
    )
    assert owed["id"] == "debt/fec/fec/1800001/SC-10/C1"


def test_committees_are_called_as_they_call_themselves(tmp_path: Path) -> None:
    """What another filer prints is another name of a committee that files, and else its name."""
    given = {"payee_organization_name": "MADE UP", "entity_type": "PAC", "expenditure_amount": "5.00"}
    records = [
        record("SB23", transaction_id_number=f"B{n}", beneficiary_committee_fec_id=number, **given)
        for n, number in enumerate((COMMITTEE, OTHER))
    ]
    out = convert(tmp_path, no1800001=filed(*records))
    assert [(row["label"], row.get("altLabel")) for row in out.rows("committee")] == [
        ("MADE UP", []),
        ("MADE-UP FUND", ["MADE UP"]),
    ]


def test_a_statement_of_candidacy_names_candidate_and_committees(tmp_path: Path) -> None:
    """Form 2 says who runs for what, and which committees are theirs; the address is not told."""
    statement = record(
        "F2N", candidate_id_number="H4GA00002", candidate_last_name="Dove", candidate_first_name="Eve",
        candidate_state="NE", candidate_office="H", candidate_state_2="GA", candidate_district="07",
        candidate_party_code="IND", election_year="2024", committee_id_number=OTHER,
    )  # fmt: skip
    out = convert(tmp_path, no1800001=filed(cover=statement))
    assert out.row("candidate") == {
        "id": "candidate/fec/H4GA00002", "dataset": "dataset/fec", "districtAsPrinted": "07",
        "electionYear": 2024,
        "identifier": "H4GA00002", "label": "Dove, Eve", "officeAsPrinted": "H", "partyAsPrinted": ["IND"],
        "principalCommittee": f"committee/fec/{OTHER}", "stateCode": "GA",
    }  # fmt: skip
    assert (out.row("link")["forCandidate"], out.row("link")["electionYear"]) == (
        "candidate/fec/H4GA00002",
        2024,
    )
    assert out.row("filing")["filer"] == "candidate/fec/H4GA00002"


def test_versions_with_commas_read_alike(tmp_path: Path) -> None:
    """Fields with commas are quoted, and names are parted by ^, before version 6."""
    given = {
        "entity_type": "IND", "contributor_name": "Winkelton^Ada B.^^Jr.", "contributor_city": "Omaha",
        "contributor_zip_code": "68102", "contributor_employer": "Bread, Inc.",
        "contribution_date": "20020831",
        "contribution_amount": "250.00", "transaction_id": "A1",
    }  # fmt: skip
    row = convert(tmp_path, no18001=filed(record("SA11AI", "5.0", **given), version="5.0")).row(
        "contribution"
    )
    assert row["payer"] == "party/fec/Winkelton%2C%20Ada%20B.%20Jr./68102"
    assert (row["employer"], row["date"], row["amount"]) == ("Bread, Inc.", "2002-08-31", Decimal(250))


def test_a_transaction_told_twice_in_a_filing_makes_two_rows(tmp_path: Path) -> None:
    """A transaction id that was there before, or none, is helped out with the line of the file."""
    out = convert(tmp_path, no1800001=filed(gift(), gift(), gift(transaction_id="")))
    start = "contribution/fec/fec/1800001/SA11AI"
    assert [row["id"] for row in out.rows("contribution")] == [
        f"{start}/A1",
        f"{start}/A1/line-4",
        f"{start}/line-5",
    ]


UNREADABLE = [
    (
        {"contribution_amount": "12,50.0x"},
        "contribution_amount",
        "12,50.0x",
        "an amount such as 1234.50",
        "row",
    ),
    ({"contribution_amount": ""}, "contribution_amount", "", "an amount such as 1234.50", "row"),
    (
        {"filer_committee_id_number": "X"},
        "filer_committee_id_number",
        "X",
        "the id of a committee or candidate",
        "row",
    ),
    (
        {"contribution_date": "20240231"},
        "contribution_date",
        "20240231",
        "a day as %Y%m%d or %m/%d/%Y",
        "value",
    ),
    (
        {"donor_committee_fec_id": "7"},
        "donor_committee_fec_id",
        "7",
        "the id of a committee or candidate",
        "value",
    ),
    ({"memo_code": "Y"}, "memo_code", "Y", "X or nothing", "value"),
]


@pytest.mark.parametrize(("values", "column", "found", "wanted", "left_out"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, values: dict[str, str], column: str, found: str, wanted: str, left_out: str
) -> None:
    """A record is left out only when it is of no use without the value; either way its line is told."""
    out = convert(tmp_path, 1, no1800001=filed(gift(transaction_id="A0"), gift(**values)))
    assert out.problems == [problem("1800001.fec", "4", column, found, wanted, left_out)]
    assert len(out.rows("contribution")) == (1 if left_out == "row" else 2)


def test_what_stands_beyond_the_last_column_is_told(tmp_path: Path) -> None:
    """A record with more fields than its layout has is told, and what is too much is reported."""
    out = convert(tmp_path, no1800001=filed(gift() + f"{FS}{FS}more"))
    assert [(one["column"], one["found"], one["left_out"]) for one in out.problems] == [
        ("beyond", f"{FS}more", "value")
    ]
    assert len(out.rows("contribution")) == 1


def test_a_line_that_a_form_has_not_is_rejected(tmp_path: Path) -> None:
    """Line 30B is one of Form 3X, and no line of Form 3."""
    out = convert(tmp_path, 1, no1800001=filed(record("SB30B", expenditure_amount="5.00"), cover="F3N"))
    assert [(one["line"], one["column"], one["found"], one["wanted"]) for one in out.problems] == [
        ("3", "form_type", "SB30B", "a line of form F3")
    ]


def test_a_stray_quotation_mark_spoils_one_record(tmp_path: Path) -> None:
    """Before version 6 a field is quoted as a whole, or the record is rejected with its line."""
    good = record("SA11AI", "5.0", contribution_amount="5.00", contributor_name="Winkelton^Ada")
    out = convert(tmp_path, 1, no18001=filed(good.replace("Winkelton", '"Win"kelton'), good, version="5.0"))
    assert [(one["line"], one["wanted"]) for one in out.problems] == [
        ("3", "fields between commas, quoted as a whole")
    ]
    assert len(out.rows("contribution")) == 1


WRONG = {
    "no header": ("SA11AI\x1cC1", 1, "'SA11AI\\x1cC1' is no header of a filing; wanted HDR or /* Header"),
    "a version to come": (f"HDR{FS}FEC{FS}9.9", 1, "version '9.9' of the format is not known"),
    "a header that is not closed": (
        "/* Header\nFEC_Ver_# = 2.02\n",
        1,
        "the header is never closed; wanted a line /* End Header",
    ),
    "no cover": (f"HDR{FS}FEC{FS}8.5\nSA11AI{FS}C1\n", 2, "'SA11AI\\x1cC1' is no cover of a form"),
    "an unknown record": (filed("XX9"), 3, "'XX9' is no record type of a filing"),
    "a version that the cover has not": (
        filed().replace("8.5", "8.9"),
        2,
        "columns of 'F3XN' in version 8.9 are not known",
    ),
    "a text that is not ended": (
        filed("[BEGINTEXT]", "x"),
        3,
        "a text begins here and is not ended; wanted [ENDTEXT]",
    ),
    "cents without a point": (
        "/* Header\nFEC_Ver_# = 2.02\nDec/NoDec = NODEC\n/* End Header\n",
        1,
        "header: amounts without decimal point are not read",
    ),
    "something else in the header": (
        "/* Header\nFEC_Ver_# = 2.02\nColour = red\n/* End Header\n",
        1,
        "header: 'colour' is not known",
    ),
    "records that are not there": (
        "/* Header\nFEC_Ver_# = 2.02\nSchedule_Counts:\nSA11A1 = 00002\n/* End Header\nF3XN,C00123456\n",
        1,
        "the header counts 2 records SA11A1 and there are 0",
    ),
}


@pytest.mark.parametrize(("text", "line", "message"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_no_filing_is_refused_with_the_place(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    """What is wrong is said with file and line."""
    with pytest.raises(SourceError) as caught:
        convert(tmp_path, no1800001=text)
    assert str(caught.value) == f"{tmp_path / '1800001.fec'}:{line}:1: {message}"


def test_a_filing_is_named_after_its_number(tmp_path: Path) -> None:
    """The number of a filing stands nowhere inside."""
    with pytest.raises(SourceError) as caught:
        convert(tmp_path, mine=filed(gift()))
    message = "a filing is named after its number, as in 1550126.fec, which stands nowhere inside"
    assert str(caught.value) == f"{tmp_path / 'mine.fec'}: {message}"


def test_blocks_of_any_size_give_the_same(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records, texts and lines are the same however much is read at a time."""
    for number, folder in REAL.items():
        (member,) = open_packed(shared / "data" / folder / f"{number}.fec")
        whole = list(filing.read_filing(member, {}))
        monkeypatch.setattr(filing, "BLOCK", 2000)
        parts = list(filing.read_filing(member, {}))
        monkeypatch.undo()
        for kind in {one.kind for one in whole}:
            frames = [
                pl.concat([one.frame for one in some if one.kind == kind], how="diagonal")
                for some in (whole, parts)
            ]
            assert_frame_equal(*frames, check_row_order=False, check_column_order=False)


def test_a_batch_converts_like_its_parts(shared: Path) -> None:
    """Converting is a function of each record: batches put together give the rows of their parts."""
    batches, context = [], {}
    for number in ("1550126", "13360"):
        (member,) = open_packed(shared / "data" / REAL[number] / f"{number}.fec")
        batches += [one for one in filing.read_filing(member, {}) if one.kind in {"SA", "SB"}]
    context = LAYOUT.context(lambda _: iter(()), {})
    place = Place("fec", "x", context=context)
    for kind in ("SA", "SB"):
        frames = [one.frame for one in batches if one.kind == kind]
        together = LAYOUT.convert(kind, pl.concat(frames, how="diagonal"), place).tables
        apart = [LAYOUT.convert(kind, frame, place).tables for frame in frames]
        for name in MONEY & together.keys():
            expected = pl.concat([shaped(name, one[name], place) for one in apart if name in one]).sort("id")
            assert_frame_equal(shaped(name, together[name], place).sort("id"), expected)


@pytest.mark.parametrize("head", [b"HDR\x1cFEC\x1c8.3", b"HDR,FEC,5.0", b"/* Header\nFEC_Ver_# = 2.02"])
def test_filings_are_recognised_by_how_they_start(head: bytes) -> None:
    """Every version starts with a header of its own."""
    assert LAYOUT.recognises(Sample("x", head))
    assert LAYOUT.recognises(Sample("1550126.fec"))
    assert not LAYOUT.recognises(Sample("itcont.txt", b"C00123456|N|"))
    assert layouts()["fec-filing"] is LAYOUT


def test_the_page_for_users_lists_every_line_of_a_form() -> None:
    """The table of lines in docs/fec.md is that of the data."""
    page = (Path(__file__).parents[1] / "docs" / "fec.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if re.match(r"\| (F[34]|any)", line)]
    told = {
        (form, line, table, mark, payer, payee, meaning)
        for form, lines, table, mark, payer, payee, meaning in (row for row in rows if len(row) == 7)
        for line in lines.split(", ")
    }
    assert told == {
        (
            one.form or "any",
            one.line,
            one.table,
            one.mark.removeprefix("not-new-") or "new",
            one.payer,
            one.payee,
            one.meaning,
        )
        for one in schedule_lines()
    }
