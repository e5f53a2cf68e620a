"""Bulk files of the Federal Election Commission: every row told, rejected with its line, or left out by name.

The rows are made up; the columns are those the FEC describes.
"""

import re
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from converted_files import Converted, convert_files, problem
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from ontology import CODES, TABLES
from sources.errors import SourceError
from sources.fec_bulk.layout import LAYOUT
from sources.fec_bulk.record_layouts import CCL, CM, CN, INDEPENDENT, ITCONT, ITOTH, ITPAS2, OPPEXP
from sources.fec_bulk.transaction_types import transaction_types
from sources.tables.filings.fec_amendments import superseded
from sources.tables.layouts.columns import money, read_fields
from sources.tables.layouts.layout import Sample, layouts
from sources.tables.layouts.repeated import distinct, read_repeated

Row = dict[str, str]
MONEY = {one.table for one in transaction_types().values()}
GIFT: Row = {
    "CMTE_ID": "C00123456",
    "AMNDT_IND": "N",
    "RPT_TP": "Q3",
    "TRANSACTION_PGI": "P2024",
    "IMAGE_NUM": "202410150000000001",
    "TRANSACTION_TP": "15",
    "ENTITY_TP": "IND",
    "NAME": "WINKELTON, ADA",
    "CITY": "OMAHA",
    "STATE": "NE",
    "ZIP_CODE": "681020001",
    "EMPLOYER": "SELF",
    "OCCUPATION": "BAKER",
    "TRANSACTION_DT": "08312024",
    "TRANSACTION_AMT": "250",
    "TRAN_ID": "SA11AI.1",
    "FILE_NUM": "1800001",
    "SUB_ID": "4101520240000000001",
}


def lines(columns: tuple[str, ...], *rows: Row) -> str:
    """Rows as the FEC writes them, without a header."""
    return "".join("|".join(row.get(name, "") for name in columns) + "\n" for row in rows)


def gift(number: int, **columns: str) -> Row:
    """A made-up row with a number of its own."""
    return GIFT | {"SUB_ID": f"41015202400000{number:05}"} | columns


def convert(folder: Path, allow_rejected: int = 0, **files: str | bytes) -> Converted:
    """Bulk files, converted as a build does; in their names __ stands for the dot."""
    named = {name.replace("__", "."): content for name, content in files.items()}
    return convert_files(folder, "fec-bulk", named, allow_rejected)


def test_a_gift_is_told_to_the_last_field(tmp_path: Path) -> None:
    """A contribution keeps what the row says: who, to whom, how much, when, in which filing."""
    out = convert(tmp_path, itcont__txt=lines(ITCONT, GIFT))
    assert out.problems == []
    assert out.rows("contribution") == [
        {
            "id": "contribution/fec/fec/4101520240000000001",
            "amount": Decimal("250.00"),
            "currency": "USD",
            "date": "2024-08-31",
            "electionCode": "P2024",
            "employer": "SELF",
            "filing": "filing/fec/1800001",
            "line": 1,
            "occupation": "BAKER",
            "payee": "committee/fec/C00123456",
            "payer": "party/fec/WINKELTON%2C%20ADA/68102",
            "sourceFile": "dataset/fec/itcont.txt",
            "transaction": "SA11AI.1",
            "transactionType": "15",
        }
    ]


def test_every_transaction_type_is_told(tmp_path: Path) -> None:
    """Each type of the FEC's list goes to its table with its mark, and no amount is lost."""
    known = transaction_types()
    rows = [
        gift(n, TRANSACTION_TP=code, OTHER_ID="C00000935", TRANSACTION_AMT=str(n))
        for n, code in enumerate(known, 1)
    ]
    out = convert(tmp_path, itcont__txt=lines(ITCONT, *rows))
    told = pl.concat(
        [
            out.tables[one].select("id", "amount", "notNewMoney", "transactionType")
            for one in sorted({t.table for t in known.values()})
        ]
    )
    marks = dict(told.select("transactionType", "notNewMoney").iter_rows())
    assert marks == {code: one.mark or None for code, one in known.items()}
    assert told["amount"].sum() == sum(range(1, len(known) + 1))
    assert {row["id"].partition("/")[0] for row in told.to_dicts()} == {one.table for one in known.values()}


def test_the_list_of_types_names_tables_and_codes_that_are() -> None:
    """Tables, marks and parties of transaction types are those of the ontology."""
    marks = {code.name for code in CODES["NotNewMoney"]}
    known = transaction_types().values()
    assert {one.table for one in known} <= TABLES.keys()
    assert {one.mark for one in known} - {""} <= marks
    assert {one.stance for one in known} == {"", "supports", "opposes"}
    assert len(known) == 107


FILER, DONOR = "committee/fec/C00123456", "party/fec/WINKELTON%2C%20ADA/68102"
OTHER, CANDIDATE = "committee/fec/C00000935", "candidate/fec/H4GA00002"
SIDES = {
    "a person gives": ("15", "IND", "", "", DONOR, FILER, None),
    "a conduit beside a person is not who gives": ("15E", "IND", "C00401224", "", DONOR, FILER, None),
    "a committee gives": ("18K", "PAC", "C00000935", "", OTHER, FILER, "transfer"),
    "an organization has no id": ("10", "ORG", "C00000935", "", DONOR, FILER, None),
    "without an entity type the id counts": ("18K", "", "C00000935", "", OTHER, FILER, "transfer"),
    "a candidate lends": ("16C", "IND", "H4GA00002", "", CANDIDATE, FILER, "loan"),
    "a refund goes back": ("22Y", "IND", "", "", FILER, DONOR, "refund"),
    "a committee is given": ("24K", "CCM", "C00000935", "", FILER, OTHER, None),
    "a conduit passes on": ("24T", "IND", "C00000935", "", DONOR, OTHER, "transfer"),
    "a note names the recipient": ("24I", "IND", "", "FOR X (C00000935)", DONOR, OTHER, "transfer"),
    "a committee passes on": ("24T", "CCM", "C00000935", "", FILER, OTHER, "transfer"),
    "a share of a joint fundraiser": ("15J", "IND", "C00000935", "", DONOR, FILER, "memo"),
}


@pytest.mark.parametrize(
    ("code", "entity", "other", "note", "payer", "payee", "mark"), SIDES.values(), ids=SIDES
)
def test_who_pays_whom(  # noqa: PLR0913, PLR0917 - a case is a row of the table above
    tmp_path: Path, code: str, entity: str, other: str, note: str, payer: str, payee: str, mark: str | None
) -> None:
    """Who pays and is paid follows from transaction type, entity type and the id of the other party."""
    row = gift(1, TRANSACTION_TP=code, ENTITY_TP=entity, OTHER_ID=other, MEMO_TEXT=note)
    (told,) = convert(tmp_path, itcont__txt=lines(ITCONT, row)).rows(transaction_types()[code].table)
    assert (told["payer"], told["payee"]) == (payer, payee)
    assert told.get("notNewMoney") == (mark and f"not-new-{mark}")


def test_a_memo_entry_is_part_of_another_row(tmp_path: Path) -> None:
    """A row marked X is a memo entry and no new money, whatever its type."""
    (told,) = convert(tmp_path, itcont__txt=lines(ITCONT, GIFT | {"MEMO_CD": "X"})).rows("contribution")
    assert (told["memo"], told["notNewMoney"]) == (True, "not-new-memo")


def test_a_candidate_receives_no_independent_expenditure(tmp_path: Path) -> None:
    """Money spent on a candidate goes to the vendor, or to nobody when the candidate is printed."""
    for_her = gift(1, TRANSACTION_TP="24E", ENTITY_TP="ORG", NAME="SKYWAY PRINTING", CAND_ID="H4GA00002")
    against = gift(
        2, TRANSACTION_TP="24A", ENTITY_TP="CAN", NAME="DOVE, EVE", CAND_ID="H4GA00002", OTHER_ID="H4GA00002"
    )
    out = convert(tmp_path, itpas2__txt=lines(ITPAS2, for_her, against))
    first, second = out.rows("independent-expenditure")
    assert (first["supports"], first["payee"]) == (
        "candidate/fec/H4GA00002",
        "party/fec/SKYWAY%20PRINTING/68102",
    )
    assert second["opposes"] == "candidate/fec/H4GA00002"
    assert "payee" not in second
    assert "opposes" not in first
    assert [row["label"] for row in out.rows("candidate")] == ["H4GA00002"]


def test_an_amount_below_zero_stays_a_gift(tmp_path: Path) -> None:
    """A correction of an earlier receipt keeps its type and its sign, so that sums come out right."""
    out = convert(tmp_path, itcont__txt=lines(ITCONT, GIFT, gift(2, TRANSACTION_AMT="-250.00")))
    rows = out.rows("contribution")
    assert sum(Decimal(str(row["amount"])) for row in rows) == 0
    assert all("notNewMoney" not in row for row in rows)


UNREADABLE = [
    ("SUB_ID", "", "a number", "row"),
    ("SUB_ID", "12X", "a number", "row"),
    ("CMTE_ID", "C1", "a committee's id such as C00123456", "row"),
    ("TRANSACTION_TP", "99Z", "a transaction type of the FEC's list", "row"),
    ("TRANSACTION_TP", "", "a transaction type of the FEC's list", "row"),
    ("TRANSACTION_AMT", "12.3.4", "an amount such as 1234.50", "row"),
    ("TRANSACTION_AMT", "", "an amount such as 1234.50", "row"),
    ("TRANSACTION_DT", "02302024", "a day as %m%d%Y", "value"),
    ("OTHER_ID", "NONE", "the id of a committee or candidate", "value"),
    ("MEMO_CD", "Y", "X or nothing", "value"),
    ("FILE_NUM", "0", "the number of a filing", "value"),
]


@pytest.mark.parametrize(("column", "found", "wanted", "left_out"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, column: str, found: str, wanted: str, left_out: str
) -> None:
    """A row is left out only when it is of no use without the value; either way its line is told."""
    bad = gift(2, **{column: found}) if column != "SUB_ID" else GIFT | {column: found}
    out = convert(tmp_path, 1, itcont__txt=lines(ITCONT, GIFT | {"SUB_ID": "1"}, bad))
    assert out.problems == [problem("itcont.txt", "2", column, found, wanted, left_out)]
    assert len(out.rows("contribution")) == (1 if left_out == "row" else 2)


def test_a_day_that_cannot_be_read_is_kept_as_written(tmp_path: Path) -> None:
    """A row with an impossible day has no date, and the text that stood there."""
    (row,) = convert(tmp_path, itcont__txt=lines(ITCONT, GIFT | {"TRANSACTION_DT": "02302024"})).rows(
        "contribution"
    )
    assert ("date" in row, row["dateAsWritten"]) == (False, "02302024")


def test_an_earmarked_gift_to_nobody_named_is_rejected(tmp_path: Path) -> None:
    """A conduit's row that names no recipient is told as a problem of OTHER_ID."""
    out = convert(
        tmp_path, 1, itcont__txt=lines(ITCONT, gift(1, TRANSACTION_TP="24T", MEMO_TEXT="EARMARKED"))
    )
    wanted = "the committee an earmarked contribution is passed on to, here or in MEMO_TEXT"
    assert [(one["column"], one["wanted"], one["left_out"]) for one in out.problems] == [
        ("OTHER_ID", wanted, "row")
    ]
    assert out.facts.rejected == 1


def test_rows_of_another_width_are_rejected(tmp_path: Path) -> None:
    """A row with a field too few or too many is left out with its line and width."""
    short, long = lines(ITCONT, GIFT).replace("|BAKER", ""), lines(ITCONT, GIFT).replace("BAKER", "BAKER|X")
    out = convert(tmp_path, 2, itcont__txt=lines(ITCONT, GIFT) + short + long)
    assert [(one["line"], one["found"], one["wanted"]) for one in out.problems] == [
        ("2", "20 fields", "21 fields"),
        ("3", "22 fields", "21 fields"),
    ]


def test_gifts_without_a_name_are_not_one_giver(tmp_path: Path) -> None:
    """Where no name is printed, each row has a payer of its own."""
    rows = [gift(number, NAME="") for number in (1, 2)]
    out = convert(tmp_path, itcont__txt=lines(ITCONT, *rows))
    payers = {str(row["payer"]) for row in out.rows("contribution")}
    assert payers == {f"party/fec/-/{row['SUB_ID']}" for row in rows}
    assert [row["label"] for row in out.rows("party")] == ["no name given", "no name given"]


def test_a_giver_is_known_by_name_and_place(tmp_path: Path) -> None:
    """Five digits of the ZIP code tell parties apart, else the city, else nothing."""
    places = [("681020001", "OMAHA"), ("68102", "OMAHA"), ("W1A 1AA", "LONDON"), ("", "")]
    rows = [gift(n, ZIP_CODE=code, CITY=city) for n, (code, city) in enumerate(places)]
    out = convert(tmp_path, itcont__txt=lines(ITCONT, *rows))
    assert [row["id"] for row in out.rows("party")] == [
        "party/fec/WINKELTON%2C%20ADA/-",
        "party/fec/WINKELTON%2C%20ADA/68102",
        "party/fec/WINKELTON%2C%20ADA/LONDON",
    ]


def test_master_files_name_committees_and_candidates(tmp_path: Path) -> None:
    """A name printed in a row is the other name of a committee that the master file names."""
    master = {
        "CMTE_ID": "C00000935", "CMTE_NM": "MADE-UP PAC", "TRES_NM": "A. TREASURER", "CMTE_CITY": "RENO",
        "CMTE_ST": "NV", "CMTE_ZIP": "89501", "CMTE_DSGN": "P", "CMTE_TP": "H", "CMTE_PTY_AFFILIATION": "IND",
        "CONNECTED_ORG_NM": "NONE", "CAND_ID": "H4GA00002",
    }  # fmt: skip
    candidate = {
        "CAND_ID": "H4GA00002", "CAND_NAME": "DOVE, EVE", "CAND_PTY_AFFILIATION": "IND",
        "CAND_ELECTION_YR": "2024", "CAND_OFFICE_ST": "GA",
        "CAND_OFFICE": "H", "CAND_OFFICE_DISTRICT": "07", "CAND_ICI": "C",
        "CAND_STATUS": "C", "CAND_PCC": "C00000935", "CAND_CITY": "MACON",
    }  # fmt: skip
    link = {
        "CAND_ID": "H4GA00002", "CAND_ELECTION_YR": "2024", "FEC_ELECTION_YR": "2024", "CMTE_ID": "C00000935",
        "CMTE_TP": "H", "CMTE_DSGN": "P", "LINKAGE_ID": "200002",
    }  # fmt: skip
    row = gift(
        1, TRANSACTION_TP="24K", ENTITY_TP="CCM", NAME="MADE UP", OTHER_ID="C00000935", CAND_ID="H4GA00002"
    )
    out = convert(
        tmp_path, cm__txt=lines(CM, master), cn__txt=lines(CN, candidate), ccl__txt=lines(CCL, link),
        itpas2__txt=lines(ITPAS2, row),
    )  # fmt: skip
    assert out.rows("committee")[0] == {
        "id": "committee/fec/C00000935", "altLabel": ["MADE UP"], "city": "RENO", "committeeDesignation": "P",
        "committeeType": "H", "dataset": "dataset/fec", "forCandidate": "candidate/fec/H4GA00002",
        "identifier": "C00000935", "label": "MADE-UP PAC", "partyAsPrinted": ["IND"], "postcode": "89501",
        "stateCode": "NV", "treasurer": "A. TREASURER",
    }  # fmt: skip
    assert out.rows("candidate") == [
        {
            "id": "candidate/fec/H4GA00002", "candidateStatus": "C", "dataset": "dataset/fec",
            "districtAsPrinted": "07", "electionYear": 2024, "identifier": "H4GA00002", "incumbent": False,
            "label": "DOVE, EVE", "officeAsPrinted": "H", "partyAsPrinted": ["IND"],
            "principalCommittee": "committee/fec/C00000935", "stateCode": "GA",
        }
    ]  # fmt: skip
    assert out.rows("link") == [
        {
            "id": "link/fec/200002", "committeeDesignation": "P", "committeeType": "H",
            "dataset": "dataset/fec", "electionYear": 2024, "forCandidate": "candidate/fec/H4GA00002",
            "ofCommittee": "committee/fec/C00000935",
        }
    ]  # fmt: skip


def test_rows_of_itpas2_count_once_beside_itoth(tmp_path: Path) -> None:
    """A row of itoth that itpas2 has too links to that one and is not new money; others keep their id."""
    both, only = (
        gift(1, TRANSACTION_TP="24K", OTHER_ID="C00000935"),
        gift(2, TRANSACTION_TP="24K", OTHER_ID="C00000935"),
    )
    out = convert(tmp_path, itpas2__txt=lines(ITPAS2, both), itoth__txt=lines(ITOTH, both, only))
    told = {
        str(row["id"]): (row.get("notNewMoney"), row.get("alsoReportedAs"))
        for row in out.rows("contribution")
    }
    counted = f"contribution/fec/fec/{both['SUB_ID']}"
    assert told == {
        counted: (None, None),
        f"contribution/fec/fec/{only['SUB_ID']}": (None, None),
        f"contribution/fec/fec/itoth-{both['SUB_ID']}": ("not-new-reported-twice", counted),
    }
    alone = convert(_folder(tmp_path), itoth__txt=lines(ITOTH, both))
    assert [row["id"] for row in alone.rows("contribution")] == [counted]


def _folder(inside: Path) -> Path:
    folder = inside / "more"
    folder.mkdir()
    return folder


PAYMENT = {
    "CMTE_ID": "C00123456", "AMNDT_IND": "N", "RPT_YR": "2024", "RPT_TP": "Q3", "IMAGE_NUM": "1",
    "LINE_NUM": "17", "FORM_TP_CD": "F3", "SCHED_TP_CD": "SB", "NAME": "SKYWAY PRINTING",
    "CITY": "OMAHA", "STATE": "NE",
    "ZIP_CODE": "68102", "TRANSACTION_DT": "08/31/2024", "TRANSACTION_AMT": "1200.5",
    "TRANSACTION_PGI": "P2024", "PURPOSE": "", "CATEGORY": "006", "CATEGORY_DESC": "Campaign Materials",
    "ENTITY_TP": "ORG", "SUB_ID": "77", "FILE_NUM": "1800001", "TRAN_ID": "B2", "BACK_REF_TRAN_ID": "B1",
}  # fmt: skip


@pytest.mark.parametrize("end", ["", "|"], ids=["25 fields", "a separator at the end"])
def test_operating_expenditures_with_and_without_a_last_separator(tmp_path: Path, end: str) -> None:
    """Rows end in a separator in many of the FEC's files and in some they do not; both are read."""
    text = lines(OPPEXP, PAYMENT).replace("\n", f"{end}\n")
    assert convert(tmp_path, oppexp24__txt=text).rows("operating-expenditure") == [
        {
            "id": "operating-expenditure/fec/fec/77",
            "amount": Decimal("1200.50"),
            "backReference": "B1",
            "currency": "USD",
            "date": "2024-08-31",
            "electionCode": "P2024",
            "filing": "filing/fec/1800001",
            "line": 1,
            "payee": "party/fec/SKYWAY%20PRINTING/68102",
            "payer": "committee/fec/C00123456",
            "sourceFile": "dataset/fec/oppexp24.txt",
            "spendingPurpose": "Campaign Materials",
            "transaction": "B2",
            "transactionType": "SB17",
        }
    ]


NOTICE = {
    "cand_id": "H4GA00002", "cand_name": "DOVE, EVE", "spe_id": "C00123456", "spe_nam": "MADE-UP FUND",
    "ele_type": "G", "can_office_state": "GA", "can_office_dis": "07", "can_office": "H",
    "cand_pty_aff": "IND", "exp_amo": "1000.25", "exp_date": "29-OCT-24", "agg_amo": "5000",
    "sup_opp": "O", "pur": "MAIL, PRINTED",
    "pay": "SKYWAY PRINTING", "file_num": "1800002", "amndt_ind": "N", "tran_id": "SE.1", "image_num": "2",
    "receipt_dat": "30-OCT-24", "fec_election_yr": "2024", "prev_file_num": "", "dissem_dt": "28-OCT-24",
}  # fmt: skip


def notices(*rows: Row) -> str:
    """Notices as the FEC writes them, with a header and quoted fields."""
    return "".join(
        ",".join(f'"{row[name]}"' for name in INDEPENDENT) + "\n"
        for row in (dict(zip(INDEPENDENT, INDEPENDENT, strict=True)), *rows)
    )


def test_a_notice_of_spending_is_told_to_the_last_field(tmp_path: Path) -> None:
    """A notice says who spends, against whom, on what, and who is paid."""
    out = convert(tmp_path, independent_expenditure_2024__csv=notices(NOTICE))
    assert out.rows("independent-expenditure") == [
        {
            "id": "independent-expenditure/fec/fec/1800002/SE.1",
            "amount": Decimal("1000.25"),
            "currency": "USD",
            "date": "2024-10-29",
            "electionCode": "G",
            "filing": "filing/fec/1800002",
            "line": 2,
            "opposes": "candidate/fec/H4GA00002",
            "payee": "party/fec/SKYWAY%20PRINTING/-",
            "payer": "committee/fec/C00123456",
            "sourceFile": "dataset/fec/independent_expenditure_2024.csv",
            "spendingPurpose": "MAIL, PRINTED",
            "transaction": "SE.1",
        }
    ]
    assert out.rows("filing") == [
        {
            "id": "filing/fec/1800002",
            "amendmentIndicator": "N",
            "dataset": "dataset/fec",
            "filedOn": date(2024, 10, 30),
            "filer": "committee/fec/C00123456",
            "filerName": "MADE-UP FUND",
            "identifier": "1800002",
        }
    ]


def test_amended_notices_count_once(tmp_path: Path) -> None:
    """Of a notice and its amendments only the last counts; the others name it."""
    first, second = (
        NOTICE | {"file_num": "1800003", "prev_file_num": "1800002"},
        NOTICE | {"file_num": "1800009", "prev_file_num": "1800003"},
    )
    out = convert(tmp_path, independent_expenditure_2024__csv=notices(NOTICE, first, second))
    told = [
        (row["id"], row.get("notNewMoney"), row.get("supersededBy"))
        for row in out.rows("independent-expenditure")
    ]
    start, last = "independent-expenditure/fec/fec", "filing/fec/1800009"
    assert told == [
        (f"{start}/1800002/SE.1", "not-new-superseded", last),
        (f"{start}/1800003/SE.1", "not-new-superseded", last),
        (f"{start}/1800009/SE.1", None, None),
    ]
    links = {str(row["id"]): (row.get("amends"), row.get("supersededBy")) for row in out.rows("filing")}
    assert links == {
        "filing/fec/1800002": (None, last),
        "filing/fec/1800003": ("filing/fec/1800002", last),
        "filing/fec/1800009": ("filing/fec/1800003", None),
    }


def test_spending_on_a_notice_and_in_a_report_counts_once(tmp_path: Path) -> None:
    """Two notices alike and one row of a report: one notice is the row told before, the other is not."""
    twin = NOTICE | {"tran_id": "SE.2"}
    report = gift(
        1, TRANSACTION_TP="24A", CAND_ID="H4GA00002", TRANSACTION_AMT="1000.25", TRANSACTION_DT="10292024"
    )
    out = convert(
        tmp_path, independent_expenditure_2024__csv=notices(NOTICE, twin), itpas2__txt=lines(ITPAS2, report)
    )
    told = {
        str(row["id"]): (row.get("notNewMoney"), row.get("alsoReportedAs"))
        for row in out.rows("independent-expenditure")
    }
    start, counted = "independent-expenditure/fec/fec", f"independent-expenditure/fec/fec/{report['SUB_ID']}"
    assert told == {
        f"{start}/1800002/SE.1": ("not-new-reported-twice", counted),
        f"{start}/1800002/SE.2": (None, None),
        counted: (None, None),
    }


def test_notices_that_share_a_transaction_or_have_none_stay_apart(tmp_path: Path) -> None:
    """A second row under one transaction of a filing, and a row without one, is named by its line."""
    odd = [NOTICE, NOTICE, NOTICE | {"tran_id": "", "cand_id": "", "sup_opp": "S"}]
    out = convert(tmp_path, independent_expenditure_2024__csv=notices(*odd))
    start = "independent-expenditure/fec/fec/1800002"
    assert [row["id"] for row in out.rows("independent-expenditure")] == [
        f"{start}/-/independent_expenditure_2024.csv/4",
        f"{start}/SE.1",
        f"{start}/SE.1/independent_expenditure_2024.csv/3",
    ]
    assert out.rows("independent-expenditure")[0]["supports"] == "party/fec/DOVE%2C%20EVE/H-GA-07"


def test_the_parts_by_day_in_the_zip_file_are_left_out(tmp_path: Path) -> None:
    """indiv24.zip holds all rows twice, as one file and by day; the second time is left out by name."""
    archive = tmp_path / "made.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("itcont.txt", lines(ITCONT, GIFT))
        packed.writestr("by_date/itcont_2024_20240101_20241231.txt", lines(ITCONT, GIFT))
    out = convert(tmp_path, indiv24__zip=archive.read_bytes())
    assert [row["sourceFile"] for row in out.rows("contribution")] == ["dataset/fec/indiv24.zip/itcont.txt"]
    assert [(one["found"], one["wanted"]) for one in out.problems] == [
        ("by_date/itcont_2024_20240101_20241231.txt", "itcont.txt alone, which has the same rows")
    ]


NAMES = [
    "itcont.txt", "itcont_2024_20240101_20240331.txt", "INDIV24.ZIP", "pas224.zip", "itpas2.txt", "oth24.zip",
    "itoth.txt", "cm24.zip", "cm.txt", "cn.txt", "ccl24.zip", "oppexp24.zip",
    "independent_expenditure_2024.csv", "weball24.txt", "webl24.zip", "webk24.txt",
    "candidate_summary_2024.csv",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_files_are_recognised_by_the_names_the_fec_gives(name: str) -> None:
    """There is no header to know them by."""
    assert LAYOUT.recognises(Sample(name))
    assert layouts()["fec-bulk"] is LAYOUT


def test_other_files_are_not_recognised() -> None:
    """A name like one of them is another's."""
    assert not any(
        LAYOUT.recognises(Sample(name)) for name in ("contributions.csv", "cmx.txt", "1550126.fec")
    )


def test_sums_are_refused_with_the_reason(tmp_path: Path) -> None:
    """The FEC's sums by candidate are made of rows, and adding them would count money twice."""
    with pytest.raises(SourceError) as caught:
        convert(tmp_path, weball24__txt="x")
    place = tmp_path / "weball24.txt"
    assert (
        str(caught.value)
        == f"{place}: sums by candidate or committee are not read: they are made of rows; take the file away"
    )


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    """Without a header only the name says what a file is."""
    with pytest.raises(SourceError) as caught:
        convert(tmp_path, gifts__txt="x")
    known = "itcont.txt, itpas2.txt, itoth.txt, cm.txt, cn.txt, ccl.txt, oppexp.txt, "
    known += "independent_expenditure_2024.csv"
    assert (
        str(caught.value)
        == f"{tmp_path / 'gifts.txt'}: no bulk file of the FEC has this name; wanted one of {known}"
    )


def test_a_column_of_notices_that_is_not_known_is_refused(tmp_path: Path) -> None:
    """A new column, or one that is gone, is told before any row is read."""
    text = notices(NOTICE).replace('"sup_opp"', '"sup_op"')
    with pytest.raises(SourceError) as caught:
        convert(tmp_path, independent_expenditure_2024__csv=text)
    place = tmp_path / "independent_expenditure_2024.csv"
    assert str(caught.value) == (
        f"{place}:1:1: column 'sup_opp' is missing; column 'sup_op' is not known; did you mean 'sup_opp'?"
    )


def test_made_up_rows_with_hostile_values_are_all_accounted_for(tmp_path: Path) -> None:
    """Rows told and rejected are all rows, and sums equal those counted with the csv module."""
    made = tmp_path / "made"
    script = Path(__file__).parents[1] / "bench" / "fec_shaped.py"
    subprocess.run(
        [sys.executable, script, "--rows", "5000", "--out", made, "--hostile", "0.05"],
        check=True,
        capture_output=True,
    )
    files = {f"{name}__txt": (made / f"{name}.txt").read_bytes() for name in ("itcont", "cm", "cn", "ccl")}
    out = convert(tmp_path, 500, **files)
    amounts, rejected = _counted(made / "itcont.txt")
    told = pl.concat([out.tables[name].select("amount") for name in sorted(MONEY & out.tables.keys())])
    assert (told.height, told["amount"].sum()) == (len(amounts), sum(amounts))
    assert out.facts.rejected == rejected
    assert told.height + rejected == 5000


def _counted(path: Path) -> tuple[list[Decimal], int]:
    """The amounts of rows that can be used, read with the csv module, and how many rows cannot."""
    amounts, rejected = [], 0
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            row = dict(zip(ITCONT, line.rstrip("\n").split("|"), strict=True))
            amount = re.sub(r"^\((.*)\)$", r"-\1", row["TRANSACTION_AMT"]).replace("$", "").replace(",", "")
            if re.fullmatch(r"-?\d+(\.\d{1,2})?", amount, re.ASCII):
                amounts.append(Decimal(amount))
            else:
                rejected += 1
    return amounts, rejected


NUMBERS = st.sampled_from(["1", "2", "3", "4", "5"])


@given(st.dictionaries(NUMBERS, st.none() | NUMBERS))
def test_the_last_amendment_replaces_all_before_it(amends: dict[str, str | None]) -> None:
    """However amendments name each other, what replaces a filing is filed later and replaced by nothing."""
    names = {"filing": [*amends], "amends": [*amends.values()]}
    found = dict(
        superseded(pl.DataFrame(names, schema_overrides=dict.fromkeys(names, pl.String))).iter_rows()
    )
    assert all(int(last) > int(filing) for filing, last in found.items())
    assert not set(found.values()) & found.keys()
    named = {other for filing, other in amends.items() if other is not None and int(other) < int(filing)}
    assert named & amends.keys() <= found.keys()


TEXT = st.text(" 0123456789.-$,()X", max_size=6)


@given(st.lists(TEXT), st.booleans())
def test_reading_each_text_once_gives_what_reading_every_row_gives(texts: list[str], required: bool) -> None:  # noqa: FBT001 - drawn
    """Values, problems and rejected rows are the same."""
    frame = pl.DataFrame({"A": texts}, schema={"A": pl.String}).with_row_index("line", 1)
    field = money("amount", "A", required=required)
    once, problems = read_repeated(frame, (field,))
    every, wanted = read_fields(frame, (field,))
    assert_frame_equal(once.select("line", "amount"), every.select("line", "amount"))
    assert_frame_equal(problems, wanted, check_row_order=False)


@given(st.lists(st.none() | TEXT))
def test_each_row_has_the_place_of_its_text_among_the_distinct(texts: list[str | None]) -> None:
    """Looked up by their places, the distinct texts, null among them, are the column again."""
    column = pl.Series(texts, dtype=pl.String)
    found, places = distinct(column)
    assert found.len() == len(set(texts))
    assert found.gather(places).to_list() == texts


def test_the_page_for_users_lists_every_transaction_type() -> None:
    """The table of transaction types in docs/fec.md is that of the data."""
    page = (Path(__file__).parents[1] / "docs" / "fec.md").read_text("utf-8")
    wanted = []
    for one in transaction_types().values():
        mark = one.mark.removeprefix("not-new-") or "new"
        cells = (one.code, one.table, mark, one.payer, one.payee, one.stance, one.meaning)
        wanted.append(f"| {' | '.join(cells)} |")
    assert [line for line in page.splitlines() if re.match(r"\| [1-4]\d[A-Z]? \|", line)] == wanted
