"""Which properties of FollowTheMoney are told, and in which column; why the others are not.

The model is described at https://followthemoney.tech/explorer/ (schemata and their properties, version 4).
"""

LABEL, OTHER_NAME, NUMBER, DATE = "label", "altLabel", "registerNumber", "date"
SERVICE = "about the publisher's own handling of the data"
PERSONAL = "personal data that no question of money needs"
PARTS = "a part of the name"
STREET = "street addresses are not told"
MACHINE = "found in a text by a machine"
LABELS = "what the publisher files the entity under"
CONTACT = "how to reach somebody"
DETAIL = "a detail that no question of money needs"
WORTH = "the worth of a thing is no flow of money"
TEXT = "the content of a document"


def ignored(reason: str, *names: str) -> dict[str, str]:
    """Properties that are ignored for one reason."""
    return dict.fromkeys(names, reason)


def told(column: str, *names: str) -> dict[str, str]:
    """Properties that are told in one column."""
    return dict.fromkeys(names, column)


SERVED = ignored(
    SERVICE, "publisher", "publisherUrl", "alephUrl", "indexText", "createdAt", "modifiedAt", "retrievedAt"
)
MENTIONED = ignored(
    MACHINE,
    *("detectedLanguage", "detectedCountry", "namesMentioned", "peopleMentioned", "companiesMentioned"),
    *("ibanMentioned", "ipMentioned", "locationMentioned", "phoneMentioned", "emailMentioned"),
)
VALUE = ignored(WORTH, "amount", "currency", "amountUsd", "amountEur")

THING = (
    told(LABEL, "name")
    | told(OTHER_NAME, "alias", "previousName", "weakAlias")
    | told("countryCode", "country")
    | told("scopeNote", "summary", "notes", "description")
    | told("source", "sourceUrl", "wikipediaUrl")
    | told(NUMBER, "wikidataId")
    | told("address", "addressEntity")
)
NOT_OF_THING = (
    SERVED
    | ignored(LABELS, "keywords", "topics", "program", "programId", "riskSource")
    | ignored(STREET, "address")
    | ignored("the source is named by sourceUrl", "proof")
)

LEGAL_ENTITY = THING | told(OTHER_NAME, "abbreviation") | told("countryCode", "jurisdiction", "mainCountry")
NUMBERS = (
    *("registrationNumber", "idNumber", "taxNumber", "licenseNumber", "vatCode", "bvdId", "sayariId"),
    *(
        "brightQueryId",
        "brightQueryOrgId",
        "uscCode",
        "icijId",
        "okpoCode",
        "innCode",
        "ogrnCode",
        "okvedCode",
    ),
    *("leiCode", "dunsCode", "uniqueEntityId", "npiCode", "swiftBic", "opencorporatesUrl"),
)
NOT_OF_LEGAL_ENTITY = (
    NOT_OF_THING
    | ignored(CONTACT, "email", "phone", "website")
    | ignored(DETAIL, "legalForm", "incorporationDate", "dissolutionDate", "taxStatus", "status")
    | ignored(DETAIL, "sector", "classification")
    | ignored("owners and members are told by relations", "parent")
)

ORGANIZATION = LEGAL_ENTITY | told(
    NUMBER,
    *(*NUMBERS, "cageCode", "permId", "imoNumber", "giiNumber"),
    *("voenCode", "coatoCode", "irsCode", "ipoCode", "cikCode", "jibCode", "mbsCode", "kppCode", "fnsCode"),
    *(
        "bikCode",
        "pfrNumber",
        "oksmCode",
        "isinCode",
        "ticker",
        "ricCode",
        "fssCode",
        "caemCode",
        "okopfCode",
    ),
)
NOT_OF_ORGANIZATION = NOT_OF_LEGAL_ENTITY | VALUE | ignored(DETAIL, "capital")

NOT_OF_PERSON = (
    NOT_OF_LEGAL_ENTITY
    | ignored(PERSONAL, *NUMBERS)
    | ignored(PARTS, "title", "firstName", "secondName", "middleName", "fatherName", "motherName", "lastName")
    | ignored(PARTS, "nameSuffix")
    | ignored(
        PERSONAL,
        *("birthDate", "birthPlace", "birthCountry", "deathDate", "position", "biography", "nationality"),
        *("citizenship", "passportNumber", "socialSecurityNumber", "gender", "ethnicity", "height", "weight"),
        *("eyeColor", "hairColor", "appearance", "religion", "political", "profession", "education"),
        "spokenLanguage",
    )
)

DOCUMENT = (
    THING
    | told(OTHER_NAME, "title")
    | told(DATE, "date", "authoredAt", "publishedAt")
    | told("scopeNote", "author", "fileName")
)
NOT_OF_DOCUMENT = (
    NOT_OF_THING
    | MENTIONED
    | ignored(
        SERVICE, "contentHash", "generator", "crawler", "fileSize", "extension", "encoding", "messageId"
    )
    | ignored(SERVICE, "mimeType", "processingStatus", "processingError", "processingAgent", "processedAt")
    | ignored(SERVICE, "parent", "ancestors", "pdfHash")
    | ignored(TEXT, "bodyText", "bodyHtml", "language", "translatedLanguage", "translatedText")
)

INTERVAL = (
    told("relationStart", "startDate")
    | told("relationEnd", "endDate")
    | told("relationDate", "date")
    | told("scopeNote", "summary", "description")
    | told("source", "sourceUrl")
    | told("proof", "proof")
    | told(NUMBER, "recordId")
)
NOT_OF_INTERVAL = SERVED | ignored(MACHINE, "namesMentioned")
INTEREST = INTERVAL | told("relationRole", "role") | told("relationStatus", "status")

PAYMENT = (
    told("payer", "payer")
    | told("payee", "beneficiary")
    | told("amount", "amount", "amountEur", "amountUsd")
    | told("currency", "currency")
    | told(DATE, "date")
    | told("dateAsWritten", "startDate", "endDate")
    | told("spendingPurpose", "purpose")
    | told("memoText", "summary", "description", "programme")
    | told("transaction", "transactionNumber", "sequenceNumber", "recordId")
    | told("source", "sourceUrl")
    | told("proof", "proof")
)
NOT_OF_PAYMENT = NOT_OF_INTERVAL | ignored(
    DETAIL, "payerAccount", "beneficiaryAccount", "contract", "project"
)
