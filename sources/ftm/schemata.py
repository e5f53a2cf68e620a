"""Which schemata of FollowTheMoney are told, and in which table; why the others are not.

What is not named here is reported as a problem with the line it stands on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sources.ftm.properties import (
    DATE,
    DETAIL,
    DOCUMENT,
    INTEREST,
    INTERVAL,
    LEGAL_ENTITY,
    MENTIONED,
    NOT_OF_DOCUMENT,
    NOT_OF_INTERVAL,
    NOT_OF_LEGAL_ENTITY,
    NOT_OF_ORGANIZATION,
    NOT_OF_PAYMENT,
    NOT_OF_PERSON,
    NOT_OF_THING,
    NUMBER,
    NUMBERS,
    ORGANIZATION,
    PAYMENT,
    STREET,
    THING,
    VALUE,
    ignored,
    told,
)

PERSONS = "papers and accounts of persons"
JUDGED = "who stands on a list, or is thought a risk, is the publisher's judgement"
GUESSED = "who is who is left to people"


@dataclass(frozen=True, slots=True)
class Schema:
    """What is made of the entities of a schema.

    Attributes:
        table: Table of their rows, "" when they are ignored.
        columns: Column of each property that is told.
        ignored: Why each other property is not told.
        ends: For a relation, the properties that lead from one thing to the other.
        reason: Why entities are ignored, "" when they are told.
    """

    table: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    ignored: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[str, str] = ("", "")
    reason: str = ""


def _relation(
    source: str,
    target: str,
    *,
    columns: Mapping[str, str] = INTEREST,
    others: Mapping[str, str] = NOT_OF_INTERVAL,
) -> Schema:
    return Schema("relation", columns, {**others}, (source, target))


def _ignored(reason: str, *names: str) -> dict[str, Schema]:
    return dict.fromkeys(names, Schema(reason=reason))


ROLE = told("relationRole", "relationship")
SHARES = ignored(DETAIL, "sharesCount", "sharesValue", "sharesCurrency", "sharesType", "legalBasis")
TERM = ignored(DETAIL, "declarationDate", "electionDate", "periodStart", "periodEnd")
AWARD = ignored(
    DETAIL,
    *("callForTenders", "lotNumber", "documentNumber", "documentType", "decisionReason", "cpvCode"),
    *("nutsCode", "amended"),
)
DATED = told(DATE, "date", "startDate", "endDate")
EVENT = THING | DATED
NOT_OF_EVENT = NOT_OF_THING | MENTIONED | ignored(DETAIL, "location", "important", "organizer", "involved")
THINGS = ignored(DETAIL, "type", "status", "title", "classification") | VALUE
PLACE = {name: column for name, column in THING.items() if column != "address"}
ADDRESS = PLACE | told("city", "city") | told("postcode", "postalCode")
NOT_OF_PLACE = NOT_OF_THING | ignored(DETAIL, "addressEntity")

THING_SCHEMATA = {
    "Person": Schema("person", LEGAL_ENTITY, NOT_OF_PERSON),
    "LegalEntity": Schema("agent", LEGAL_ENTITY | told(NUMBER, *NUMBERS), NOT_OF_LEGAL_ENTITY),
    "Organization": Schema("organization", ORGANIZATION, NOT_OF_ORGANIZATION),
    "PublicBody": Schema("public-body", ORGANIZATION, NOT_OF_ORGANIZATION),
    "Company": Schema("company", ORGANIZATION, NOT_OF_ORGANIZATION),
    "Address": Schema(
        "place",
        ADDRESS | told("scopeNote", "region", "state"),
        NOT_OF_PLACE
        | ignored(STREET, "full", "remarks", "postOfficeBox", "street", "street2", "latitude", "longitude")
        | ignored(STREET, "osmId", "googlePlaceId"),
    ),
    "Territory": Schema(
        "place",
        PLACE | told("partOf", "partOf") | told(NUMBER, "territoryCode", "fipsCode", "zipCode", "nutsCode"),
        NOT_OF_PLACE | ignored(DETAIL, "level"),
    ),
    "Position": Schema(
        "thing",
        THING,
        NOT_OF_THING
        | ignored(
            DETAIL, "organization", "inceptionDate", "dissolutionDate", "subnationalArea", "numberOfSeats"
        ),
    ),
    "Event": Schema("thing", EVENT, NOT_OF_EVENT | ignored(DETAIL, "recordId")),
    "Asset": Schema("thing", THING, NOT_OF_THING | VALUE),
    "Project": Schema(
        "thing",
        EVENT | told(NUMBER, "projectId"),
        NOT_OF_EVENT | THINGS | ignored(DETAIL, "phase", "goal", "recordId"),
    ),
    "Contract": Schema(
        "thing",
        THING | told(DATE, "contractDate"),
        NOT_OF_THING
        | THINGS
        | ignored(DETAIL, "authority", "project", "procedureNumber", "procedure", "noticeId", "numberAwards")
        | ignored(DETAIL, "method", "criteria", "cancelled", "language"),
    ),
    "CourtCase": Schema(
        "thing",
        THING | told(NUMBER, "caseNumber") | told(DATE, "fileDate", "closeDate"),
        NOT_OF_THING | THINGS | ignored(DETAIL, "category", "court"),
    ),
    "Security": Schema(
        "thing",
        THING | told(NUMBER, "isin", "registrationNumber", "ticker", "figiCode"),
        NOT_OF_THING | THINGS | ignored(DETAIL, "issuer", "issueDate", "maturityDate", "collateral"),
    ),
    **dict.fromkeys(
        ("Document", "Article", "Pages", "PlainText", "HyperText", "Folder", "Package", "Workbook"),
        Schema("thing", DOCUMENT, NOT_OF_DOCUMENT),
    ),
}
RELATION_SCHEMATA = {
    "Directorship": _relation(
        "director", "organization", columns=INTEREST | told("relationRole", "secretary")
    ),
    "Membership": _relation("member", "organization"),
    "Employment": _relation("employee", "employer"),
    "Ownership": _relation(
        "owner",
        "asset",
        columns=INTEREST | told("ownedShare", "percentage") | told("relationRole", "ownershipType"),
        others=NOT_OF_INTERVAL | SHARES,
    ),
    "Control": _relation(
        "controller",
        "controlled",
        columns=INTEREST | told("relationRole", "controlType"),
        others=NOT_OF_INTERVAL | ignored(DETAIL, "legalBasis"),
    ),
    "Representation": _relation("agent", "client"),
    "Succession": _relation("predecessor", "successor"),
    "UnknownLink": _relation("subject", "object"),
    "ProjectParticipant": _relation("participant", "project"),
    "ContractAward": _relation("supplier", "contract", others=NOT_OF_INTERVAL | VALUE | AWARD),
    "CourtCaseParty": _relation("party", "case"),
    "Documentation": _relation("document", "entity"),
    "Family": _relation("person", "relative", columns=INTERVAL | ROLE),
    "Associate": _relation("person", "associate", columns=INTERVAL | ROLE),
    "Debt": _relation("debtor", "creditor", columns=INTERVAL, others=NOT_OF_INTERVAL | VALUE),
    "Occupancy": _relation(
        "holder",
        "post",
        columns=INTERVAL
        | told("relationStatus", "status")
        | told("scopeNote", "constituency", "politicalGroup"),
        others=NOT_OF_INTERVAL | TERM,
    ),
}
SCHEMATA: Mapping[str, Schema] = {
    **THING_SCHEMATA,
    **RELATION_SCHEMATA,
    "Payment": Schema("payment", PAYMENT, NOT_OF_PAYMENT),
    **_ignored(JUDGED, "Sanction", "Risk"),
    **_ignored(GUESSED, "Similar", "Mention"),
    **_ignored(
        PERSONS, "Passport", "Identification", "TaxRoll", "UserAccount", "BankAccount", "CryptoWallet"
    ),
    **_ignored("letters and calls of persons", "Email", "Message", "Call"),
    **_ignored("pages and media of documents", "Page", "Image", "Audio", "Video", "Table", "Note"),
    **_ignored(
        "movables, land and journeys", "Vehicle", "Vessel", "Airplane", "RealEstate", "Trip", "License"
    ),
    **_ignored("trade and tenders", "EconomicActivity", "CallForTenders"),
}
ENTITY_KEYS = {
    **ignored("made by the publisher from the properties", "caption", "context"),
    **ignored(
        "about the publisher's own handling of the data",
        *("datasets", "referents", "target", "origin", "first_seen", "last_seen", "last_change", "messages"),
        *("created_at", "updated_at", "mutable", "role_id", "collection_id", "profile_id"),
    ),
}
"""Keys beside id, schema and properties, and why they are not told."""
