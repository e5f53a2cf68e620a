"""The terms of the ontology as constants.

Generated from ontology/*.ttl by `make generate`; edit the Turtle, not this file.
"""

from ontology.model import ClassTerm, CodeTerm, EdgeTerm, PredicateTerm, PropertyTerm

NAMESPACE = "https://w3id.org/moneytrail/ns#"
PREFIXES: dict[str, str] = {
    "mt": "https://w3id.org/moneytrail/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "schema": "https://schema.org/",
    "id": "https://w3id.org/moneytrail/id/",
    "sh": "http://www.w3.org/ns/shacl#",
}

CLASSES: dict[str, ClassTerm] = {
    "Advertisement": ClassTerm(
        label="advertisement", comment="A political advertisement.", parents=("Work",)
    ),
    "Agent": ClassTerm(
        label="agent", comment="A person, an organisation or a group, named or not.", parents=("Entity",)
    ),
    "AttributionChain": ClassTerm(
        label="attribution chain",
        comment="Who says so, from the outside in: document, outlet, speaker, record.",
    ),
    "AttributionStep": ClassTerm(label="attribution step", comment="One place in an attribution chain."),
    "Award": ClassTerm(label="award", comment="An award or fellowship.", parents=("Work",)),
    "Backing": ClassTerm(
        label="backing", comment="Support whose kind is open.", parents=("SupportRelation",)
    ),
    "BallotCandidate": ClassTerm(
        label="ballot candidate",
        comment="A candidate as a results file prints the name in one contest.",
        parents=("Person",),
    ),
    "BallotMeasure": ClassTerm(
        label="ballot measure", comment="A question put to voters.", parents=("Contest",)
    ),
    "BallotMeasureGroup": ClassTerm(
        label="ballot measure group",
        comment="Several ballot measures spoken of together, not named.",
        parents=("Entity",),
    ),
    "Book": ClassTerm(label="book", comment="A book.", parents=("Work",)),
    "BroadcastChannel": ClassTerm(
        label="broadcast channel", comment="A channel that carries programmes.", parents=("Work",)
    ),
    "Campaign": ClassTerm(
        label="campaign",
        comment="A campaign organisation, or the campaigns of several candidates together.",
        parents=("Committee",),
    ),
    "CampaignEvent": ClassTerm(
        label="campaign event",
        comment="An act of a campaign, for example withdrawing advertisements.",
        parents=("Event",),
    ),
    "Candidacy": ClassTerm(
        label="candidacy", comment="A person in a contest, with role.", parents=("ReportedEvent",)
    ),
    "CandidateCommitteeLink": ClassTerm(
        label="candidate-committee link",
        comment="A regulator's statement that a committee belongs to a candidate in an election.",
        parents=("Entity",),
    ),
    "CandidateGroup": ClassTerm(
        label="candidate group",
        comment="A set of candidates or office-holders spoken of together.",
        parents=("Group",),
        column="candidates",
    ),
    "CandidateTotal": ClassTerm(
        label="candidate total",
        comment="The sum of the money rows spent for or against one candidate in one year; derived.",
        parents=("Derivation",),
    ),
    "Characterization": ClassTerm(
        label="characterization",
        comment="A claim that labels or judges; it always has a holder and is never a fact.",
        parents=("Claim",),
    ),
    "ChoiceKind": ClassTerm(
        label="choice kind", comment="What the votes of a tally are for.", parents=("Code",)
    ),
    "City": ClassTerm(label="city", comment="A city or town.", parents=("Place",)),
    "CityAndCounty": ClassTerm(
        label="city and county",
        comment="A city and county in one, for example San Francisco.",
        parents=("County",),
    ),
    "Claim": ClassTerm(
        label="claim",
        comment="One atomic statement of a source: subject, predicate, object, with evidence, modality, polarity and attribution.",
    ),
    "ClaimKind": ClassTerm(
        label="claim kind", comment="What a claim is about, for sorting.", parents=("Code",)
    ),
    "Code": ClassTerm(label="code", comment="A value of a code list."),
    "ColumnCode": ClassTerm(
        label="column code",
        comment="The column of the layered picture an entity stands in.",
        parents=("Code",),
    ),
    "Committee": ClassTerm(
        label="committee",
        comment="An organisation that collects or spends money in elections.",
        parents=("Organization",),
        column="committees",
    ),
    "CommitteeName": ClassTerm(
        label="committee name",
        comment="A name a committee goes by in a regulator's files, with the time it was in use where that is known.",
        parents=("Entity",),
    ),
    "Company": ClassTerm(label="company", comment="A commercial enterprise.", parents=("Organization",)),
    "ConsistencyFinding": ClassTerm(
        label="consistency finding", comment="What a consistency rule says of named claims."
    ),
    "ConsistencyRule": ClassTerm(label="consistency rule", comment="A general rule that compares claims."),
    "Contest": ClassTerm(
        label="contest",
        comment="One decision of voters: one office, one place, one election.",
        parents=("Entity",),
        column="outcomes",
    ),
    "ContestSet": ClassTerm(
        label="contest set",
        comment="A named or defined set of contests.",
        parents=("Entity",),
        column="outcomes",
    ),
    "Contribution": ClassTerm(
        label="contribution", comment="Money given to a committee or candidate.", parents=("MoneyFlow",)
    ),
    "Count": ClassTerm(
        label="count", comment="A quantity that counts members of a set.", parents=("Quantity",)
    ),
    "CountStatus": ClassTerm(label="count status", comment="How final a count is.", parents=("Code",)),
    "Country": ClassTerm(label="country", comment="A country.", parents=("Place",)),
    "County": ClassTerm(label="county", comment="A county or its equivalent.", parents=("Place",)),
    "Dataset": ClassTerm(
        label="dataset",
        comment="Files of a publisher that were read together: official results, filings, reference lists.",
        parents=("Entity",),
    ),
    "Debt": ClassTerm(
        label="debt",
        comment="Money owed at the end of a period; nothing has flowed.",
        parents=("ReportedEvent",),
    ),
    "Derivation": ClassTerm(
        label="derivation",
        comment="A computation from claims by a stated rule: an event, a plain edge, a sum.",
    ),
    "DistrictAttorneyOffice": ClassTerm(
        label="district attorney office", comment="A district attorney.", parents=("ProsecutorOffice",)
    ),
    "DistrictCounties": ClassTerm(
        label="counties of a district",
        comment="The counties a prosecutor's district covers over a time, and the law that says so.",
        parents=("Entity",),
    ),
    "DocumentVersion": ClassTerm(
        label="document version",
        comment="A document that is a repost, an excerpt or another version of a work.",
        parents=("SourceDocument",),
    ),
    "DonorGroup": ClassTerm(
        label="donor group", comment="A group whose members give money.", parents=("Group",), column="donors"
    ),
    "DonorNetwork": ClassTerm(
        label="donor network",
        comment="Donors that act together; amounts given for it are joint.",
        parents=("Group",),
        column="donors",
    ),
    "EdgeFamily": ClassTerm(
        label="edge family", comment="The group a plain edge is drawn with.", parents=("Code",)
    ),
    "Election": ClassTerm(label="election", comment="A day of voting and its kind.", parents=("Entity",)),
    "ElectionKind": ClassTerm(
        label="kind of election", comment="The kind of an election.", parents=("Code",)
    ),
    "ElectoralRule": ClassTerm(
        label="electoral rule",
        comment="A rule of law that ties an outcome to votes, with jurisdiction, validity and source.",
        parents=("Entity",),
    ),
    "Electorate": ClassTerm(
        label="electorate", comment="The voters of a place or of a candidate.", parents=("Group",)
    ),
    "Endorsement": ClassTerm(
        label="endorsement", comment="A formal endorsement.", parents=("SupportRelation",)
    ),
    "Entity": ClassTerm(
        label="entity",
        comment="Anything a source speaks about: agents, offices, contests, places, events, works and sets of them.",
    ),
    "Event": ClassTerm(
        label="event", comment="Something that happened at a time and place.", parents=("Entity",)
    ),
    "EventKind": ClassTerm(label="event kind", comment="The kind of thing that happened.", parents=("Code",)),
    "Evidence": ClassTerm(
        label="evidence",
        comment="Where in a document a claim stands: a position selector and a quote selector on it.",
    ),
    "Expenditure": ClassTerm(
        label="expenditure",
        comment="Spending on a contest or campaign whose channel is open.",
        parents=("MoneyFlow",),
    ),
    "Fact": ClassTerm(
        label="fact",
        comment="A state of affairs several claims speak about; a candidate for corroboration, not an identity of claims.",
    ),
    "Filing": ClassTerm(
        label="filing",
        comment="A report or statement filed with a regulator; an amendment supersedes it.",
        parents=("Entity",),
    ),
    "FilingTotal": ClassTerm(
        label="filing total",
        comment="A line of a filing's summary page: a stated sum, shown and never added to flows.",
        parents=("Entity",),
    ),
    "FlowTotal": ClassTerm(
        label="flow total",
        comment="The sum of the money rows between two parties in one year, as far as it is new money; derived.",
        parents=("Derivation",),
    ),
    "Forecast": ClassTerm(
        label="forecast", comment="A claim on what will or would happen.", parents=("Claim",)
    ),
    "FundraisingTotal": ClassTerm(
        label="fundraising total", comment="What a committee is said to have raised.", parents=("MoneyTotal",)
    ),
    "GenericClass": ClassTerm(
        label="generic class",
        comment="A kind of office-holder or person in a generic statement, not individuals.",
        parents=("Group",),
    ),
    "Group": ClassTerm(
        label="group",
        comment="A collective of agents; it may have named members.",
        parents=("Agent",),
        column="donors",
    ),
    "IdentityDecision": ClassTerm(
        label="decision on identity",
        comment="A decision that two things are one, with who decided, when and why; it can be undone.",
    ),
    "InKindContribution": ClassTerm(
        label="in-kind contribution",
        comment="Goods or services given in place of money.",
        parents=("MoneyFlow",),
    ),
    "IndependentExpenditure": ClassTerm(
        label="independent expenditure",
        comment="Spending for or against a candidate who does not receive it.",
        parents=("MoneyFlow",),
    ),
    "JudicialCircuit": ClassTerm(
        label="judicial circuit",
        comment="The district of a prosecutor, of one or more counties.",
        parents=("Place",),
    ),
    "KillingEvent": ClassTerm(label="killing event", comment="The killing of a person.", parents=("Event",)),
    "Loan": ClassTerm(label="loan", comment="Money lent; not a gift.", parents=("MoneyFlow",)),
    "Margin": ClassTerm(
        label="margin", comment="A quantity in percentage points between two shares.", parents=("Quantity",)
    ),
    "Measure": ClassTerm(
        label="measure", comment="What a figure of a count or poll measures.", parents=("Code",)
    ),
    "Mention": ClassTerm(
        label="mention", comment="How often and where first a document writes a name of an entity."
    ),
    "Modality": ClassTerm(
        label="modality",
        comment="How a source puts a claim: asserted, reported, alleged, quoted, and so on.",
        parents=("Code",),
    ),
    "MonetaryAmount": ClassTerm(
        label="monetary amount",
        comment="A quantity in a currency. Its bounds are an interval; an amount stands only where it is exact or about.",
        parents=("Quantity",),
    ),
    "MoneyFlow": ClassTerm(
        label="money flow",
        comment="Money from a payer to a payee or for a purpose.",
        parents=("ReportedEvent",),
    ),
    "MoneyTotal": ClassTerm(
        label="money total",
        comment="A stated sum over time or over several recipients: shown, never added to flows.",
        parents=("ReportedEvent",),
    ),
    "Movement": ClassTerm(
        label="movement", comment="A social or political movement.", parents=("Organization",)
    ),
    "NotNewMoney": ClassTerm(
        label="not new money",
        comment="Why a money row is left out when new money is added up.",
        parents=("Code",),
    ),
    "Office": ClassTerm(label="office", comment="A public office someone can hold.", parents=("Entity",)),
    "OfficeHolding": ClassTerm(
        label="office holding", comment="A person in an office over a time.", parents=("ReportedEvent",)
    ),
    "OfficeKind": ClassTerm(
        label="kind of office", comment="The kind of the office of a contest.", parents=("Code",)
    ),
    "OfficeRemoval": ClassTerm(
        label="office removal",
        comment="A removal, suspension or recall from office as claims give it.",
        parents=("ReportedEvent",),
    ),
    "OperatingExpenditure": ClassTerm(
        label="operating expenditure",
        comment="Money a committee pays for goods, services or its own running.",
        parents=("MoneyFlow",),
    ),
    "Opposition": ClassTerm(
        label="opposition",
        comment="Action of one agent against another or against a side of a contest.",
        parents=("ReportedEvent",),
    ),
    "Ordinal": ClassTerm(
        label="ordinal",
        comment="A quantity that gives a place in an order, for example a rank.",
        parents=("Quantity",),
    ),
    "Organization": ClassTerm(
        label="organization",
        comment="A body with a name and a purpose.",
        parents=("Agent",),
        column="committees",
    ),
    "OrganizationNetwork": ClassTerm(
        label="organization network",
        comment="Organisations that belong together, for example affiliated non-profits.",
        parents=("Group",),
        column="committees",
    ),
    "Origin": ClassTerm(
        label="origin", comment="The reporting documents go back to; documents of one origin are one witness."
    ),
    "OtherReceipt": ClassTerm(
        label="other receipt",
        comment="Money received that is neither gift nor loan, for example interest.",
        parents=("MoneyFlow",),
    ),
    "OutcomeCode": ClassTerm(
        label="outcome code",
        comment="How a candidacy or an office-holding ended, or stands.",
        parents=("Code",),
    ),
    "OutsideStatement": ClassTerm(
        label="outside statement",
        comment="A statement from outside the documents, kept in a graph of its own and never a claim of theirs.",
    ),
    "Paragraph": ClassTerm(
        label="paragraph", comment="A numbered block of a document, blocks being separated by blank lines."
    ),
    "PartyKind": ClassTerm(
        label="kind of party", comment="What a regulator's file says a payer or payee is.", parents=("Code",)
    ),
    "PartyTotal": ClassTerm(
        label="party total",
        comment="The sum of the money rows into or out of one committee in one year; derived.",
        parents=("Derivation",),
    ),
    "Person": ClassTerm(label="person", comment="A human being.", parents=("Agent",), column="donors"),
    "PersonSet": ClassTerm(
        label="person set",
        comment="A defined set of persons, for example a list an organisation keeps.",
        parents=("Group",),
        column="candidates",
    ),
    "Place": ClassTerm(
        label="place",
        comment="A place; also where the kind of place is open.",
        parents=("Entity",),
        column="counties",
    ),
    "PlaceGroup": ClassTerm(
        label="place group", comment="Several places spoken of together.", parents=("Place",)
    ),
    "PlaceTotal": ClassTerm(
        label="place total",
        comment="The sum of the money rows from one state or county in one year; derived.",
        parents=("Derivation",),
    ),
    "PlainEdge": ClassTerm(
        label="plain edge",
        comment="A plain triple between two entities, derived from claims that it names.",
        parents=("Derivation",),
    ),
    "PlainEdgeProperty": ClassTerm(
        label="plain edge property",
        comment="A property drawn as an edge between two entities and derived from claims.",
    ),
    "Polarity": ClassTerm(label="polarity", comment="Whether a claim states or denies.", parents=("Code",)),
    "PolicyPosition": ClassTerm(
        label="policy position",
        comment="A claim on what an agent is for or against, or promises.",
        parents=("Claim",),
    ),
    "PoliticalActionCommittee": ClassTerm(
        label="political action committee",
        comment="A political action committee; its identity may be open.",
        parents=("Committee",),
    ),
    "PoliticalParty": ClassTerm(
        label="political party", comment="A political party.", parents=("Organization",)
    ),
    "Poll": ClassTerm(label="poll", comment="A survey of voters.", parents=("Entity",)),
    "Precision": ClassTerm(
        label="precision",
        comment="What a stated figure means: exact, more than, about, and so on.",
        parents=("Code",),
    ),
    "PresidentialContest": ClassTerm(
        label="presidential contest",
        comment="A contest for President of the United States.",
        parents=("Contest",),
    ),
    "PrintedMeasure": ClassTerm(
        label="printed measure",
        comment="A ballot measure as filings print it: number or letter, title and jurisdiction, often without the day of the vote. Which measure it is, is left to people.",
        parents=("Entity",),
    ),
    "PrintedParty": ClassTerm(
        label="printed party",
        comment="A payer or payee as filings print it: a name, with place where one is given. One person may be printed in several ways, and several persons in one; who is who is left to people.",
        parents=("Agent",),
    ),
    "ProsecutorOffice": ClassTerm(
        label="prosecutor office",
        comment="An elected local prosecutor, whatever the state calls the office.",
        parents=("Office",),
    ),
    "PublicBody": ClassTerm(
        label="public body", comment="An office or agency of government.", parents=("Organization",)
    ),
    "Publication": ClassTerm(
        label="publication", comment="A news outlet that publishes.", parents=("Organization",)
    ),
    "Quantity": ClassTerm(
        label="quantity",
        comment="A figure with unit, precision, bounds and wording. A claim or event that has a figure is a quantity.",
    ),
    "RadioShow": ClassTerm(label="radio show", comment="A radio programme.", parents=("Work",)),
    "RallyEvent": ClassTerm(label="rally event", comment="A rally.", parents=("Event",)),
    "Ratio": ClassTerm(
        label="ratio",
        comment="A quantity that sets one figure against another, for example two to one.",
        parents=("Quantity",),
    ),
    "RecallElection": ClassTerm(
        label="recall election",
        comment="A vote on removing an office-holder before the end of the term.",
        parents=("Contest",),
    ),
    "RecallPetitionGroup": ClassTerm(
        label="recall petition group",
        comment="Petitions for a recall, spoken of together.",
        parents=("Entity",),
    ),
    "Record": ClassTerm(
        label="record",
        comment="Records someone keeps, for example campaign-finance records.",
        parents=("Work",),
    ),
    "Refund": ClassTerm(
        label="refund", comment="Money given back to who had given it.", parents=("MoneyFlow",)
    ),
    "Region": ClassTerm(
        label="region",
        comment="A part of a state or country without government of its own.",
        parents=("Place",),
    ),
    "RegisteredCandidate": ClassTerm(
        label="registered candidate",
        comment="A candidate under a regulator's id; one person may have several.",
        parents=("Person",),
    ),
    "Relation": ClassTerm(
        label="relation",
        comment="A publisher's statement that one thing stands to another as a member, director, owner or the like; the kind is the publisher's word.",
        parents=("ReportedEvent",),
    ),
    "RemovalEvent": ClassTerm(
        label="removal event",
        comment="The removal of a person from office by an official.",
        parents=("Event",),
    ),
    "ReportedEvent": ClassTerm(
        label="reported event",
        comment="Something that happened or is said to have, as far as claims fix it; they may be several.",
        parents=("Derivation",),
    ),
    "Resolution": ClassTerm(label="resolution", comment="The evidence for taking a mention for an entity."),
    "Result": ClassTerm(
        label="result",
        comment="The outcome of a candidacy as claims give it, with count status.",
        parents=("ReportedEvent",),
    ),
    "RunoffContest": ClassTerm(
        label="runoff contest", comment="The second round of a contest.", parents=("Contest",)
    ),
    "Share": ClassTerm(
        label="share",
        comment="A quantity in percent of votes, respondents or members of a set; scope says of which.",
        parents=("Quantity",),
    ),
    "ShootingEvent": ClassTerm(label="shooting event", comment="A shooting.", parents=("Event",)),
    "SourceDocument": ClassTerm(
        label="source document",
        comment="One input file of a source: an article, a filing, a results file.",
        parents=("Entity",),
    ),
    "SourceFile": ClassTerm(
        label="source file",
        comment="One file of a dataset, or one member of an archive.",
        parents=("Entity",),
    ),
    "SpeechAct": ClassTerm(
        label="speech act", comment="A claim that someone said something.", parents=("Claim",)
    ),
    "SpeechEvent": ClassTerm(label="speech event", comment="A speech.", parents=("Event",)),
    "StaffPosition": ClassTerm(
        label="staff position", comment="A position one is appointed to, not elected.", parents=("Office",)
    ),
    "State": ClassTerm(label="state", comment="A state of a country.", parents=("Place",)),
    "StateAttorneyOffice": ClassTerm(
        label="state attorney office",
        comment="A state attorney, the elected local prosecutor of Florida.",
        parents=("ProsecutorOffice",),
    ),
    "Strength": ClassTerm(
        label="strength",
        comment="How strong a tie is; backed, favored, linked and aligned stay distinct.",
        parents=("Code",),
    ),
    "SupportRelation": ClassTerm(
        label="support relation",
        comment="Support of one agent for another; its strength is coded.",
        parents=("ReportedEvent",),
    ),
    "SuspensionEvent": ClassTerm(
        label="suspension event",
        comment="The suspension of a person from office by an official.",
        parents=("RemovalEvent",),
    ),
    "Tally": ClassTerm(
        label="tally",
        comment="A figure of a count or poll: votes, share, margin, rank, with as-of time.",
        parents=("ReportedEvent",),
    ),
    "TallyLevel": ClassTerm(
        label="tally level", comment="The kind of place a tally is for.", parents=("Code",)
    ),
    "TextSpan": ClassTerm(
        label="text span",
        comment="A stretch of a document in code points, with an anchor when it carries a claim. Claims and paragraphs are text spans.",
    ),
    "TimeInterval": ClassTerm(
        label="time interval",
        comment="A date or period as EDTF, with its first and last day. Whatever has a date is a time interval.",
    ),
    "Transfer": ClassTerm(
        label="transfer", comment="Money moved from one committee to another.", parents=("MoneyFlow",)
    ),
    "Union": ClassTerm(
        label="union",
        comment="A trade union or professional association.",
        parents=("Organization",),
        column="donors",
    ),
    "UnionGroup": ClassTerm(
        label="union group", comment="Several unions spoken of together.", parents=("Group",), column="donors"
    ),
    "University": ClassTerm(
        label="university", comment="A university or college.", parents=("Organization",)
    ),
    "UnnamedPerson": ClassTerm(
        label="unnamed person",
        comment="A person a source knows by role only; never identified by guess.",
        parents=("Person",),
    ),
    "VoteMode": ClassTerm(label="vote mode", comment="How votes were cast.", parents=("Code",)),
    "VoteThreshold": ClassTerm(
        label="vote threshold", comment="What a candidate needs to win, by law.", parents=("Code",)
    ),
    "VoteTotal": ClassTerm(
        label="vote total",
        comment="The votes of a candidate in a county or in the whole contest, added up from tallies that are not repeated; derived.",
        parents=("Derivation",),
    ),
    "Website": ClassTerm(label="website", comment="A web site.", parents=("Work",)),
    "Work": ClassTerm(
        label="work",
        comment="Something written, published or broadcast, or a prize for it.",
        parents=("Entity",),
    ),
}

PROPERTIES: dict[str, PropertyTerm] = {
    "about": PropertyTerm(
        label="about",
        comment="The entity or document the statement is about.",
        domain="OutsideStatement",
        range="Entity",
    ),
    "aboutAggregate": PropertyTerm(
        label="aggregate", comment="A number over a set.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutAnalysis": PropertyTerm(
        label="analysis",
        comment="An interpretation, expectation or general statement.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutCandidacy": PropertyTerm(
        label="candidacy", comment="Someone stands in a contest.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutCharacterisation": PropertyTerm(
        label="characterisation",
        comment="A label or judgement with a holder.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutEvent": PropertyTerm(
        label="event",
        comment="Something that happened outside money and votes.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutMeasure": PropertyTerm(
        label="measure",
        comment="A ballot measure, its purpose and its result.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutMoneyFlow": PropertyTerm(
        label="money flow",
        comment="Money that moves, is raised, or pays for something.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutOffice": PropertyTerm(
        label="office", comment="Someone holds or held an office.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutOpposition": PropertyTerm(
        label="opposition", comment="An agent acts against another.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutOrganisationRelation": PropertyTerm(
        label="organisation relation",
        comment="A tie between persons and organisations.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutPersonAttribute": PropertyTerm(
        label="person attribute", comment="An attribute of a person.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutPlace": PropertyTerm(
        label="place", comment="Where a place or jurisdiction lies.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutPolicy": PropertyTerm(
        label="policy",
        comment="What an agent is for, promises, or aims at.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutPoll": PropertyTerm(
        label="poll", comment="A poll and its figures.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutPresidential": PropertyTerm(
        label="presidential",
        comment="Presidential results set beside prosecutor contests.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutPublication": PropertyTerm(
        label="publication",
        comment="How, when and by whom something was published, and on what it rests.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutRecallAndRemoval": PropertyTerm(
        label="recall and removal",
        comment="Someone loses office, or keeps it, through recall, removal or suspension.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "aboutResult": PropertyTerm(
        label="result", comment="How a contest ended or stands.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutSpeechAct": PropertyTerm(
        label="speech act", comment="Someone says something.", domain="Entity", range="rdfs:Resource"
    ),
    "aboutSupport": PropertyTerm(
        label="support",
        comment="An agent supports, prefers, endorses or is tied to another.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "address": PropertyTerm(
        label="address",
        comment="The place a publisher gives as the address of a thing.",
        domain="Entity",
        range="Place",
    ),
    "advancedTo": PropertyTerm(
        label="advanced to", comment="Went to the second round.", domain="Agent", range="Contest"
    ),
    "alsoReportedAs": PropertyTerm(
        label="also reported as",
        comment="Another row that reports the same money.",
        domain="MoneyFlow",
        range="MoneyFlow",
    ),
    "amendmentIndicator": PropertyTerm(
        label="amendment indicator",
        comment="The regulator's code for new, amended or final, as printed.",
        domain="Filing",
        range="xsd:string",
    ),
    "amendmentNumber": PropertyTerm(
        label="amendment number",
        comment="0 for the original, then counting.",
        domain="Filing",
        range="xsd:integer",
    ),
    "amends": PropertyTerm(
        label="amends", comment="The filing this one amends.", domain="Filing", range="Filing"
    ),
    "amount": PropertyTerm(
        label="amount",
        comment="Amount in the currency; only when exact or about.",
        domain="MonetaryAmount",
        range="xsd:decimal",
    ),
    "amountAtLeast": PropertyTerm(
        label="amount at least",
        comment="Lower bound of the amount.",
        domain="MonetaryAmount",
        range="xsd:decimal",
    ),
    "amountAtLeastInclusive": PropertyTerm(
        label="amount at least inclusive",
        comment="True when the lower bound of the amount is itself possible.",
        domain="MonetaryAmount",
        range="xsd:boolean",
    ),
    "amountAtMost": PropertyTerm(
        label="amount at most",
        comment="Upper bound of the amount.",
        domain="MonetaryAmount",
        range="xsd:decimal",
    ),
    "amountAtMostInclusive": PropertyTerm(
        label="amount at most inclusive",
        comment="True when the upper bound of the amount is itself possible.",
        domain="MonetaryAmount",
        range="xsd:boolean",
    ),
    "anchor": PropertyTerm(
        label="anchor",
        comment="At most six words that stand in the span.",
        domain="Claim",
        range="xsd:string",
    ),
    "anchorEnd": PropertyTerm(
        label="anchor end", comment="Code point after the anchor.", domain="Claim", range="xsd:integer"
    ),
    "anchorStart": PropertyTerm(
        label="anchor start", comment="First code point of the anchor.", domain="Claim", range="xsd:integer"
    ),
    "asWritten": PropertyTerm(
        label="as written",
        comment="The wording of the figure in the source, at most six words.",
        domain="Quantity",
        range="xsd:string",
    ),
    "asserts": PropertyTerm(
        label="asserts",
        comment="The class of event a claim with this predicate asserts.",
        domain="rdf:Property",
        range="rdfs:Class",
    ),
    "assertsEventKind": PropertyTerm(
        label="asserts event kind",
        comment="The kind of event a claim with this predicate asserts.",
        domain="rdf:Property",
        range="EventKind",
    ),
    "assertsStrength": PropertyTerm(
        label="asserts strength",
        comment="The strength of the tie a claim with this predicate asserts.",
        domain="rdf:Property",
        range="Strength",
    ),
    "atLeast": PropertyTerm(
        label="at least", comment="Lower bound of the figure.", domain="Quantity", range="xsd:decimal"
    ),
    "atLeastInclusive": PropertyTerm(
        label="at least inclusive",
        comment="True when the lower bound itself is possible.",
        domain="Quantity",
        range="xsd:boolean",
    ),
    "atMost": PropertyTerm(
        label="at most", comment="Upper bound of the figure.", domain="Quantity", range="xsd:decimal"
    ),
    "atMostInclusive": PropertyTerm(
        label="at most inclusive",
        comment="True when the upper bound itself is possible.",
        domain="Quantity",
        range="xsd:boolean",
    ),
    "attributedTo": PropertyTerm(
        label="attributed to",
        comment="An agent or record of the chain beyond the document itself.",
        domain="Claim",
        range="Entity",
    ),
    "attributionChain": PropertyTerm(
        label="attribution chain",
        comment="The ordered chain of who says so.",
        domain="Claim",
        range="AttributionChain",
    ),
    "authorBasis": PropertyTerm(
        label="author basis",
        comment="How the authors are known.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "automatic": PropertyTerm(
        label="automatic",
        comment="Whether a decision follows from a score above a threshold, and nobody looked.",
        domain="IdentityDecision",
        range="xsd:boolean",
    ),
    "backReference": PropertyTerm(
        label="back reference",
        comment="The filer's id of the row of the same filing that this row belongs to, for example the payment that a memo entry itemises.",
        domain="MoneyFlow",
        range="xsd:string",
    ),
    "bestDate": PropertyTerm(
        label="best date",
        comment="The narrowest date a reader would give, in words.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "byRule": PropertyTerm(
        label="by rule",
        comment="The rule a finding comes from.",
        domain="ConsistencyFinding",
        range="ConsistencyRule",
    ),
    "bytes": PropertyTerm(
        label="bytes", comment="Number of bytes of the text.", domain="SourceDocument", range="xsd:integer"
    ),
    "candidacy": PropertyTerm(
        label="candidacy",
        comment="The candidacy a result or tally belongs to.",
        domain="ReportedEvent",
        range="Candidacy",
    ),
    "candidacyResult": PropertyTerm(
        label="candidacy result", comment="A result of the candidacy.", domain="Candidacy", range="Result"
    ),
    "candidate": PropertyTerm(
        label="candidate",
        comment="The person or group in the contest.",
        domain="ReportedEvent",
        range="Agent",
    ),
    "candidateStatus": PropertyTerm(
        label="candidate status",
        comment="The regulator's code of the status of a candidate, as printed.",
        domain="RegisteredCandidate",
        range="xsd:string",
    ),
    "carried": PropertyTerm(
        label="carried", comment="Carried a place in a presidential election.", domain="Agent", range="Entity"
    ),
    "characters": PropertyTerm(
        label="characters",
        comment="Number of code points of the text.",
        domain="SourceDocument",
        range="xsd:integer",
    ),
    "choiceKind": PropertyTerm(
        label="choice kind", comment="What the votes are for.", domain="Tally", range="ChoiceKind"
    ),
    "choiceText": PropertyTerm(
        label="choice", comment="The choice as printed.", domain="Tally", range="xsd:string"
    ),
    "city": PropertyTerm(label="city", comment="City as printed.", domain="Agent", range="xsd:string"),
    "claimKind": PropertyTerm(
        label="claim kind", comment="What the claim is about, for sorting.", domain="Claim", range="ClaimKind"
    ),
    "claimPredicate": PropertyTerm(
        label="claim predicate",
        comment="The root of all predicates a claim may have.",
        domain="Entity",
        range="rdfs:Resource",
    ),
    "collector": PropertyTerm(
        label="collector", comment="Who raised the money.", domain="FundraisingTotal", range="Agent"
    ),
    "column": PropertyTerm(
        label="column",
        comment="The column of the layered picture the class stands in.",
        domain="rdfs:Class",
        range="ColumnCode",
    ),
    "committeeDesignation": PropertyTerm(
        label="committee designation",
        comment="The regulator's code of the designation of a committee, as printed.",
        domain="Committee",
        range="xsd:string",
    ),
    "committeeType": PropertyTerm(
        label="committee type",
        comment="The regulator's code of the type of committee, as printed.",
        domain="Committee",
        range="xsd:string",
    ),
    "computation": PropertyTerm(
        label="computation",
        comment="The figures an outcome follows from, in words.",
        domain="Derivation",
        range="xsd:string",
    ),
    "concerns": PropertyTerm(
        label="concerns", comment="A claim a finding is about.", domain="ConsistencyFinding", range="Claim"
    ),
    "confidence": PropertyTerm(
        label="confidence",
        comment="How sure the verdict is: high, medium or low.",
        domain="ConsistencyFinding",
        range="xsd:string",
    ),
    "confirms": PropertyTerm(
        label="confirms",
        comment="A claim of another origin that this one bears out.",
        domain="Claim",
        range="Claim",
    ),
    "connectedOrganization": PropertyTerm(
        label="connected organization",
        comment="Connected organisation as printed.",
        domain="Committee",
        range="xsd:string",
    ),
    "contradicts": PropertyTerm(
        label="contradicts",
        comment="A claim that cannot be true together with this one.",
        domain="Claim",
        range="Claim",
    ),
    "countStatus": PropertyTerm(
        label="count status", comment="How final the count is.", domain="ReportedEvent", range="CountStatus"
    ),
    "countryCode": PropertyTerm(
        label="country code",
        comment="The code of a country a thing belongs to, as printed.",
        domain="Entity",
        range="xsd:string",
    ),
    "coversCounty": PropertyTerm(
        label="covers county", comment="A county that a district covers.", domain="Entity", range="County"
    ),
    "currency": PropertyTerm(
        label="currency",
        comment="ISO 4217 code of the currency.",
        domain="MonetaryAmount",
        range="xsd:string",
    ),
    "dataset": PropertyTerm(
        label="dataset", comment="The dataset a thing is known from.", domain="Entity", range="Dataset"
    ),
    "dateBasis": PropertyTerm(
        label="date basis", comment="How the date is known.", domain="rdfs:Resource", range="xsd:string"
    ),
    "decidedAt": PropertyTerm(
        label="decided at",
        comment="Day and time of a decision, in UTC, as its file has them.",
        domain="IdentityDecision",
        range="xsd:string",
    ),
    "decidedBy": PropertyTerm(
        label="decided by",
        comment="Who decided, or who asked for an automatic decision.",
        domain="IdentityDecision",
        range="xsd:string",
    ),
    "decidedOn": PropertyTerm(
        label="decided on",
        comment="One of the two things that a decision says are one.",
        domain="IdentityDecision",
        range="Entity",
    ),
    "district": PropertyTerm(
        label="district",
        comment="The district the counties belong to.",
        domain="DistrictCounties",
        range="JudicialCircuit",
    ),
    "districtAsPrinted": PropertyTerm(
        label="district as printed", comment="District as printed.", domain="Entity", range="xsd:string"
    ),
    "document": PropertyTerm(
        label="document", comment="The document that makes the claim.", domain="Claim", range="SourceDocument"
    ),
    "draws": PropertyTerm(
        label="draws",
        comment="The plain edge a positive claim with this predicate draws.",
        domain="rdf:Property",
        range="rdf:Property",
    ),
    "drawsFrom": PropertyTerm(
        label="draws from",
        comment="The qualifier that gives the source of the edge in place of the subject.",
        domain="rdf:Property",
        range="rdf:Property",
    ),
    "drawsReversed": PropertyTerm(
        label="draws reversed",
        comment="True when the edge runs from object to subject.",
        domain="rdf:Property",
        range="xsd:boolean",
    ),
    "drawsTo": PropertyTerm(
        label="draws to",
        comment="The qualifier that gives the target of the edge in place of the object.",
        domain="rdf:Property",
        range="rdf:Property",
    ),
    "earliest": PropertyTerm(
        label="earliest",
        comment="First day of a date given as year, month or interval.",
        domain="TimeInterval",
        range="xsd:date",
    ),
    "edgeLabel": PropertyTerm(
        label="edge label",
        comment="The words between source and target in a picture.",
        domain="PlainEdgeProperty",
        range="rdf:langString",
    ),
    "electionCode": PropertyTerm(
        label="election code",
        comment="The election a filer says the money is for, in the regulator's code.",
        domain="MoneyFlow",
        range="xsd:string",
    ),
    "electionKind": PropertyTerm(
        label="kind of election", comment="The kind of election.", domain="Entity", range="ElectionKind"
    ),
    "electionYear": PropertyTerm(
        label="election year", comment="The year of the election.", domain="Entity", range="xsd:integer"
    ),
    "electoralRule": PropertyTerm(
        label="electoral rule",
        comment="The rule of law an outcome follows from.",
        domain="Result",
        range="ElectoralRule",
    ),
    "electsFrom": PropertyTerm(
        label="elects from",
        comment="First day of elections that these counties hold together; it may be before the district begins.",
        domain="DistrictCounties",
        range="xsd:date",
    ),
    "electsUntil": PropertyTerm(
        label="elects until",
        comment="Last day of elections that these counties hold together.",
        domain="DistrictCounties",
        range="xsd:date",
    ),
    "employer": PropertyTerm(
        label="employer", comment="Employer as printed.", domain="MoneyFlow", range="xsd:string"
    ),
    "encoding": PropertyTerm(
        label="encoding",
        comment="The character encoding the file was read in.",
        domain="SourceFile",
        range="xsd:string",
    ),
    "endCause": PropertyTerm(
        label="end cause",
        comment="How an office-holding ended, in words.",
        domain="OfficeHolding",
        range="xsd:string",
    ),
    "eventKind": PropertyTerm(
        label="event kind",
        comment="The kind of thing that happened.",
        domain="ReportedEvent",
        range="EventKind",
    ),
    "evidence": PropertyTerm(
        label="evidence",
        comment="Where the claim stands, as Web Annotation selectors.",
        domain="Claim",
        range="Evidence",
    ),
    "exceptIn": PropertyTerm(
        label="except in",
        comment="A place within the jurisdiction where another rule holds, or may hold.",
        domain="ElectoralRule",
        range="Place",
    ),
    "facedRecallIn": PropertyTerm(
        label="faced recall in", comment="Stood before a recall vote.", domain="Agent", range="Contest"
    ),
    "fact": PropertyTerm(
        label="fact",
        comment="The state of affairs the claim speaks about, together with other claims.",
        domain="Claim",
        range="Fact",
    ),
    "family": PropertyTerm(
        label="family",
        comment="The group a plain edge is drawn with.",
        domain="rdf:Property",
        range="EdgeFamily",
    ),
    "figureMeasures": PropertyTerm(
        label="figure measures",
        comment="What the figure of a claim with this predicate measures.",
        domain="rdf:Property",
        range="Measure",
    ),
    "fileName": PropertyTerm(
        label="file name",
        comment="Name of the file with the text.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "filedOn": PropertyTerm(
        label="filed on", comment="The day of filing.", domain="Filing", range="xsd:date"
    ),
    "filedText": PropertyTerm(
        label="filed text",
        comment="The text of a filing that is a letter, or of a note on the filing as a whole.",
        domain="Filing",
        range="xsd:string",
    ),
    "filer": PropertyTerm(label="filer", comment="Who filed.", domain="Filing", range="Agent"),
    "filing": PropertyTerm(
        label="filing", comment="The filing a row stands in.", domain="MoneyFlow", range="Filing"
    ),
    "fips": PropertyTerm(
        label="FIPS",
        comment="FIPS code of a county (five digits) or state (two digits).",
        domain="Place",
        range="xsd:string",
    ),
    "firmness": PropertyTerm(
        label="firmness",
        comment="Place on the ladder from 0, suggested only, to 9, asserted.",
        domain="Modality",
        range="xsd:integer",
    ),
    "firstAt": PropertyTerm(
        label="first at", comment="Code point of the first occurrence.", domain="Mention", range="xsd:integer"
    ),
    "flowDirection": PropertyTerm(
        label="flow direction", comment='"in" or "out".', domain="PartyTotal", range="xsd:string"
    ),
    "forCandidate": PropertyTerm(
        label="for candidate",
        comment="The candidate a committee or a link belongs to.",
        domain="Entity",
        range="Person",
    ),
    "form": PropertyTerm(
        label="form", comment="The regulator's name of the form.", domain="Filing", range="xsd:string"
    ),
    "funded": PropertyTerm(
        label="funded",
        comment="Payer financed candidates; the amount may be missing.",
        domain="Agent",
        range="Entity",
    ),
    "gloss": PropertyTerm(
        label="gloss", comment="The claim in the project's own words.", domain="Claim", range="xsd:string"
    ),
    "goOn": PropertyTerm(
        label="go on",
        comment="How many candidates go on to a second round when nobody wins; 0 when there is none.",
        domain="ElectoralRule",
        range="xsd:integer",
    ),
    "hasClaim": PropertyTerm(
        label="has claim",
        comment="A claim the document makes; the inverse of document.",
        domain="SourceDocument",
        range="Claim",
    ),
    "hedge": PropertyTerm(
        label="hedge",
        comment="A modality that weakens every premise of the edge.",
        domain="PlainEdge",
        range="Modality",
    ),
    "heldIn": PropertyTerm(
        label="held in", comment="The contest is decided in this place.", domain="Entity", range="Place"
    ),
    "heldOffice": PropertyTerm(
        label="held office",
        comment="Held an office in the past, as a plain edge.",
        domain="Agent",
        range="Office",
    ),
    "helpedRaiseFor": PropertyTerm(
        label="helped raise money for",
        comment="Agent helped a candidate raise money.",
        domain="Agent",
        range="Agent",
    ),
    "holder": PropertyTerm(
        label="holder",
        comment="Whose statement or view it is: the innermost speaker, else the document.",
        domain="Claim",
        range="Entity",
    ),
    "implicature": PropertyTerm(
        label="implicature",
        comment="True when the source suggests the claim without stating it.",
        domain="Claim",
        range="xsd:boolean",
    ),
    "inCounty": PropertyTerm(
        label="in county", comment="The contest is decided in this county.", domain="Contest", range="Place"
    ),
    "inTensionWith": PropertyTerm(
        label="in tension with",
        comment="A claim that fits this one only under a further assumption.",
        domain="Claim",
        range="Claim",
    ),
    "incumbent": PropertyTerm(
        label="incumbent",
        comment="True when the candidate held the contested office.",
        domain="Candidacy",
        range="xsd:boolean",
    ),
    "inferred": PropertyTerm(
        label="inferred",
        comment="True when the source does not state it itself.",
        domain="AttributionStep",
        range="xsd:boolean",
    ),
    "intermediary": PropertyTerm(
        label="intermediary",
        comment="Who passed the money on, or paid on behalf of the payer; neither its source nor its recipient.",
        domain="MoneyFlow",
        range="Agent",
    ),
    "jurisdiction": PropertyTerm(
        label="jurisdiction",
        comment="The place an office, contest or set belongs to.",
        domain="Entity",
        range="Place",
    ),
    "knownFrom": PropertyTerm(
        label="known from",
        comment="First election day on which the rule is known to hold; it may be older.",
        domain="ElectoralRule",
        range="xsd:date",
    ),
    "knownUntil": PropertyTerm(
        label="known until",
        comment="Last election day on which the rule is known to hold.",
        domain="ElectoralRule",
        range="xsd:date",
    ),
    "latest": PropertyTerm(
        label="latest",
        comment="Last day of a date given as year, month or interval.",
        domain="TimeInterval",
        range="xsd:date",
    ),
    "layout": PropertyTerm(
        label="layout", comment="Name of the reader.", domain="Dataset", range="xsd:string"
    ),
    "legalSource": PropertyTerm(
        label="legal source",
        comment="The law that says so, by its citation.",
        domain="Entity",
        range="xsd:string",
    ),
    "line": PropertyTerm(
        label="line",
        comment="The line of the file on which the row starts, from 1, header lines counted; for a workbook, the row of the sheet.",
        domain="ReportedEvent",
        range="xsd:integer",
    ),
    "lost": PropertyTerm(label="lost", comment="Lost a contest.", domain="Agent", range="Entity"),
    "measure": PropertyTerm(
        label="measure", comment="What the figure measures.", domain="Tally", range="Measure"
    ),
    "member": PropertyTerm(label="member", comment="A member of a set.", domain="Entity", range="Entity"),
    "memo": PropertyTerm(
        label="memo",
        comment="True for a memo entry, whose amount is part of another row.",
        domain="MoneyFlow",
        range="xsd:boolean",
    ),
    "memoText": PropertyTerm(
        label="memo text", comment="The filer's note on the row.", domain="MoneyFlow", range="xsd:string"
    ),
    "mentionOf": PropertyTerm(
        label="mention of", comment="The entity that is mentioned.", domain="Mention", range="Entity"
    ),
    "mentionText": PropertyTerm(
        label="mention text",
        comment="The name as the document writes it.",
        domain="Mention",
        range="xsd:string",
    ),
    "mentionedIn": PropertyTerm(
        label="mentioned in",
        comment="The document that mentions it.",
        domain="Mention",
        range="SourceDocument",
    ),
    "modality": PropertyTerm(
        label="modality",
        comment="How the source puts the claim; may be several.",
        domain="Claim",
        range="Modality",
    ),
    "nameText": PropertyTerm(
        label="name", comment="A name as printed.", domain="CommitteeName", range="xsd:string"
    ),
    "namedAfter": PropertyTerm(
        label="named after", comment="Who or what an entity is named after.", domain="Entity", range="Entity"
    ),
    "namedInDocuments": PropertyTerm(
        label="named in documents",
        comment="True when a document names the entity; false when documents know it by role only.",
        domain="Entity",
        range="xsd:boolean",
    ),
    "newMoney": PropertyTerm(
        label="new money",
        comment="The part of a derived total that is new money: rows without a mark that they are not.",
        domain="Derivation",
        range="xsd:decimal",
    ),
    "notNewMoney": PropertyTerm(
        label="not new money",
        comment="Why the row is left out when new money is added up; a row without it counts.",
        domain="MoneyFlow",
        range="NotNewMoney",
    ),
    "note": PropertyTerm(label="note", comment="A reader's note.", domain="Claim", range="xsd:string"),
    "objectOutcome": PropertyTerm(
        label="object outcome",
        comment="The outcome a claim gives its object.",
        domain="rdf:Property",
        range="OutcomeCode",
    ),
    "objectRole": PropertyTerm(
        label="object role",
        comment="The property from the event to the object of the claim.",
        domain="rdf:Property",
        range="rdf:Property",
    ),
    "occupation": PropertyTerm(
        label="occupation", comment="Occupation as printed.", domain="MoneyFlow", range="xsd:string"
    ),
    "occurrences": PropertyTerm(
        label="occurrences",
        comment="How often the document writes this name.",
        domain="Mention",
        range="xsd:integer",
    ),
    "ocdId": PropertyTerm(
        label="OCD division id", comment="Open Civic Data division id.", domain="Place", range="xsd:string"
    ),
    "ofCommittee": PropertyTerm(
        label="of committee",
        comment="The committee a name or link belongs to.",
        domain="Entity",
        range="Committee",
    ),
    "officeAsPrinted": PropertyTerm(
        label="office as printed", comment="Office as printed.", domain="Entity", range="xsd:string"
    ),
    "officeHeld": PropertyTerm(
        label="office held", comment="The office.", domain="ReportedEvent", range="Office"
    ),
    "officeHolder": PropertyTerm(
        label="office holder",
        comment="Who holds or loses the office.",
        domain="ReportedEvent",
        range="Person",
    ),
    "officeKind": PropertyTerm(
        label="kind of office", comment="The kind of office.", domain="Entity", range="OfficeKind"
    ),
    "opponentSide": PropertyTerm(
        label="opponent side", comment="Who acts against.", domain="Opposition", range="Agent"
    ),
    "opposedThing": PropertyTerm(
        label="opposed thing", comment="Who or what is acted against.", domain="Opposition", range="Entity"
    ),
    "opposes": PropertyTerm(
        label="opposes",
        comment="Whom or what an independent expenditure is against.",
        domain="IndependentExpenditure",
        range="Entity",
    ),
    "origin": PropertyTerm(
        label="origin",
        comment="The reporting the document goes back to.",
        domain="SourceDocument",
        range="Origin",
    ),
    "origins": PropertyTerm(
        label="origins",
        comment="Number of independent origins among the premises.",
        domain="PlainEdge",
        range="xsd:integer",
    ),
    "outcomeCode": PropertyTerm(
        label="outcome code", comment="How it ended or stands.", domain="ReportedEvent", range="OutcomeCode"
    ),
    "ownedShare": PropertyTerm(
        label="owned share",
        comment="The part of a thing that an owner has, as printed.",
        domain="Relation",
        range="xsd:string",
    ),
    "paragraph": PropertyTerm(
        label="paragraph", comment="The paragraph the claim stands in.", domain="Claim", range="Paragraph"
    ),
    "paragraphNumber": PropertyTerm(
        label="paragraph number",
        comment="Number of the block in its document, from 1.",
        domain="rdfs:Resource",
        range="xsd:integer",
    ),
    "partOfDocument": PropertyTerm(
        label="part of document",
        comment="The document of the paragraph.",
        domain="Paragraph",
        range="SourceDocument",
    ),
    "partOfElection": PropertyTerm(
        label="part of election",
        comment="The election a contest belongs to.",
        domain="Contest",
        range="Election",
    ),
    "party": PropertyTerm(
        label="party", comment="The committee a derived total is for.", domain="PartyTotal", range="Agent"
    ),
    "partyAsPrinted": PropertyTerm(
        label="party as printed", comment="Party as printed.", domain="Entity", range="xsd:string"
    ),
    "partyKind": PropertyTerm(
        label="kind of party",
        comment="What the file says a payer or payee is.",
        domain="Agent",
        range="PartyKind",
    ),
    "payee": PropertyTerm(label="payee", comment="Who receives.", domain="ReportedEvent", range="Agent"),
    "payer": PropertyTerm(label="payer", comment="Who pays.", domain="ReportedEvent", range="Agent"),
    "periodEnd": PropertyTerm(
        label="period end", comment="Last day a filing covers.", domain="Filing", range="xsd:date"
    ),
    "periodStart": PropertyTerm(
        label="period start", comment="First day a filing covers.", domain="Filing", range="xsd:date"
    ),
    "polarity": PropertyTerm(
        label="polarity", comment="Whether the claim states or denies.", domain="Claim", range="Polarity"
    ),
    "position": PropertyTerm(
        label="position",
        comment="Place from the outside in; 1 is the document.",
        domain="AttributionStep",
        range="xsd:integer",
    ),
    "possiblyIncludedIn": PropertyTerm(
        label="possibly included in",
        comment="A total this amount may already be part of; never add both.",
        domain="MonetaryAmount",
        range="MonetaryAmount",
    ),
    "possiblySameAs": PropertyTerm(
        label="possibly same as",
        comment="Identity is possible and not proven; nothing is merged.",
        domain="Entity",
        range="Entity",
    ),
    "possiblySameMoneyAs": PropertyTerm(
        label="possibly same money as",
        comment="The same money may be told twice; never add both.",
        domain="ReportedEvent",
        range="ReportedEvent",
    ),
    "postcode": PropertyTerm(
        label="postcode", comment="Postal code as printed.", domain="Agent", range="xsd:string"
    ),
    "precinct": PropertyTerm(
        label="precinct", comment="The precinct as printed.", domain="Tally", range="xsd:string"
    ),
    "precision": PropertyTerm(
        label="precision", comment="What the stated figure means.", domain="Quantity", range="Precision"
    ),
    "premises": PropertyTerm(
        label="premises",
        comment="Number of rows a derived figure was made from.",
        domain="Derivation",
        range="xsd:integer",
    ),
    "principalCommittee": PropertyTerm(
        label="principal committee",
        comment="The principal campaign committee of a registered candidate.",
        domain="RegisteredCandidate",
        range="Committee",
    ),
    "proof": PropertyTerm(
        label="proof",
        comment="A document that a publisher names as proof of a statement.",
        domain="ReportedEvent",
        range="Entity",
    ),
    "publisherBasis": PropertyTerm(
        label="publisher basis",
        comment="How the publisher is known.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "qualifier": PropertyTerm(
        label="qualifier",
        comment="The common parent of all qualifiers of a claim.",
        domain="Claim",
        range="rdfs:Resource",
    ),
    "raisedFor": PropertyTerm(
        label="raised money for its side in",
        comment="Committee raised money for its side of a contest.",
        domain="Agent",
        range="Contest",
    ),
    "reason": PropertyTerm(
        label="reason", comment="Why something was decided.", domain="IdentityDecision", range="xsd:string"
    ),
    "recordLayout": PropertyTerm(
        label="record layout",
        comment="Where the publisher describes the file's columns.",
        domain="Dataset",
        range="xsd:string",
    ),
    "registerNumber": PropertyTerm(
        label="number in a register",
        comment="The number of a thing in a register, with the publisher's name of the register before it.",
        domain="Entity",
        range="xsd:string",
    ),
    "relatedDocument": PropertyTerm(
        label="related document",
        comment="A document with a stated relation to this one, other than being the same report.",
        domain="SourceDocument",
        range="SourceDocument",
    ),
    "relationDate": PropertyTerm(
        label="date of a relation",
        comment="A day, month or year at which a relation held.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationEnd": PropertyTerm(
        label="end of a relation",
        comment="The day, month or year until which a relation holds.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationFrom": PropertyTerm(
        label="relation from",
        comment="The member, director, owner, person or subject of a relation.",
        domain="Relation",
        range="Entity",
    ),
    "relationKind": PropertyTerm(
        label="kind of relation",
        comment="The publisher's name of a relation, for example Directorship.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationNote": PropertyTerm(
        label="relation note",
        comment="How documents relate and what follows for counting witnesses.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "relationRole": PropertyTerm(
        label="role in a relation",
        comment="What the publisher calls the part of one thing in a relation, for example treasurer or aunt.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationStart": PropertyTerm(
        label="start of a relation",
        comment="The day, month or year from which a relation holds.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationStatus": PropertyTerm(
        label="status of a relation",
        comment="What the publisher says of the state of a relation, for example ended.",
        domain="Relation",
        range="xsd:string",
    ),
    "relationTo": PropertyTerm(
        label="relation to",
        comment="What a relation is to: the organisation, thing owned, relative or object.",
        domain="Relation",
        range="Entity",
    ),
    "removed": PropertyTerm(
        label="removed", comment="Removed a person from office.", domain="Agent", range="Agent"
    ),
    "removedBy": PropertyTerm(
        label="removed by", comment="Who removed or suspended.", domain="OfficeRemoval", range="Agent"
    ),
    "repeated": PropertyTerm(
        label="repeated",
        comment="True when other tallies of the dataset contain the same votes; such a tally is left out of sums.",
        domain="Tally",
        range="xsd:boolean",
    ),
    "reportType": PropertyTerm(
        label="report type",
        comment="The regulator's code of the report, for example Q3 for the third quarter.",
        domain="Filing",
        range="xsd:string",
    ),
    "reportedEvent": PropertyTerm(
        label="reported event",
        comment="The event the edge is drawn from.",
        domain="PlainEdge",
        range="ReportedEvent",
    ),
    "reportingPlace": PropertyTerm(
        label="reporting place",
        comment="The county or district the votes were counted in.",
        domain="Tally",
        range="Place",
    ),
    "resolutionText": PropertyTerm(
        label="resolution text", comment="The evidence in words.", domain="Resolution", range="xsd:string"
    ),
    "resolvedBy": PropertyTerm(
        label="resolved by",
        comment="The evidence for the entities the claim was resolved to.",
        domain="Claim",
        range="Resolution",
    ),
    "rowsRead": PropertyTerm(
        label="rows read",
        comment="Rows of the file, header left out.",
        domain="SourceFile",
        range="xsd:integer",
    ),
    "rowsRejected": PropertyTerm(
        label="rows rejected",
        comment="Rows that could not be used; the report of rejected rows lists them.",
        domain="SourceFile",
        range="xsd:integer",
    ),
    "sameReportAs": PropertyTerm(
        label="same report as",
        comment="Another version of the same report; together they are one witness.",
        domain="SourceDocument",
        range="SourceDocument",
    ),
    "says": PropertyTerm(
        label="says",
        comment="Who or what stands at this place of the chain.",
        domain="AttributionStep",
        range="Entity",
    ),
    "seats": PropertyTerm(
        label="seats", comment="How many are to be elected.", domain="Contest", range="xsd:integer"
    ),
    "shareOfVotes": PropertyTerm(
        label="share of votes",
        comment="Percent of the votes for candidates.",
        domain="Derivation",
        range="xsd:decimal",
    ),
    "side": PropertyTerm(
        label="side", comment='"for" or "against".', domain="CandidateTotal", range="xsd:string"
    ),
    "sourceFile": PropertyTerm(
        label="source file", comment="The file a row stands in.", domain="ReportedEvent", range="SourceFile"
    ),
    "spanEnd": PropertyTerm(
        label="span end", comment="Code point after the span.", domain="TextSpan", range="xsd:integer"
    ),
    "spanStart": PropertyTerm(
        label="span start",
        comment="First code point of the span; the text decoded as UTF-8, line ends unchanged.",
        domain="TextSpan",
        range="xsd:integer",
    ),
    "spender": PropertyTerm(
        label="spender",
        comment="Who spent for or against a candidate.",
        domain="CandidateTotal",
        range="Agent",
    ),
    "spendingPurpose": PropertyTerm(
        label="spending purpose",
        comment="What the filer says money was spent on.",
        domain="MoneyFlow",
        range="xsd:string",
    ),
    "spentAgainst": PropertyTerm(
        label="spent against", comment="Payer spent against a candidate.", domain="Agent", range="Agent"
    ),
    "spentFor": PropertyTerm(
        label="spent for",
        comment="Payer spent for a candidate, who does not receive the money.",
        domain="Agent",
        range="Agent",
    ),
    "spentOnThing": PropertyTerm(
        label="spent on (thing)",
        comment="What the money is spent on: a contest, a campaign, candidates, an advertisement.",
        domain="ReportedEvent",
        range="Entity",
    ),
    "startCause": PropertyTerm(
        label="start cause",
        comment="How an office-holding began, in words.",
        domain="OfficeHolding",
        range="xsd:string",
    ),
    "stateCode": PropertyTerm(
        label="state code",
        comment="Two-letter code of a state as printed.",
        domain="Entity",
        range="xsd:string",
    ),
    "step": PropertyTerm(
        label="step", comment="A place in the chain.", domain="AttributionChain", range="AttributionStep"
    ),
    "strength": PropertyTerm(
        label="strength", comment="How strong the tie is.", domain="ReportedEvent", range="Strength"
    ),
    "stroke": PropertyTerm(
        label="stroke",
        comment="How edges of the family are drawn: solid, dashed-barred or dotted.",
        domain="EdgeFamily",
        range="xsd:string",
    ),
    "structure": PropertyTerm(
        label="structure",
        comment="How the document is built up.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "subjectOutcome": PropertyTerm(
        label="subject outcome",
        comment="The outcome a claim gives its subject.",
        domain="rdf:Property",
        range="OutcomeCode",
    ),
    "subjectRole": PropertyTerm(
        label="subject role",
        comment="The property from the event to the subject of the claim.",
        domain="rdf:Property",
        range="rdf:Property",
    ),
    "sumOf": PropertyTerm(
        label="sum of",
        comment="What a publisher says a stated sum is the sum of.",
        domain="MoneyTotal",
        range="xsd:string",
    ),
    "summaryLine": PropertyTerm(
        label="summary line",
        comment="The line of a summary page, in the regulator's numbering.",
        domain="FilingTotal",
        range="xsd:string",
    ),
    "supersededBy": PropertyTerm(
        label="superseded by",
        comment="The filing that replaces this one, or the filing of this row.",
        domain="Entity",
        range="Filing",
    ),
    "supersedes": PropertyTerm(
        label="supersedes",
        comment="An earlier claim of the same origin that this one replaces.",
        domain="Claim",
        range="Claim",
    ),
    "supported": PropertyTerm(
        label="supported", comment="Who or what is supported.", domain="ReportedEvent", range="Entity"
    ),
    "supporter": PropertyTerm(
        label="supporter", comment="Who supports.", domain="ReportedEvent", range="Agent"
    ),
    "supports": PropertyTerm(
        label="supports",
        comment="Whom or what an independent expenditure is for; they do not receive it.",
        domain="IndependentExpenditure",
        range="Entity",
    ),
    "supportsRecallOf": PropertyTerm(
        label="supports recall of",
        comment="Wants the recall of an office-holder to succeed.",
        domain="Agent",
        range="Agent",
    ),
    "suspended": PropertyTerm(
        label="suspended", comment="Suspended a person from office.", domain="Agent", range="Agent"
    ),
    "tallyLevel": PropertyTerm(
        label="tally level", comment="The kind of place the tally is for.", domain="Tally", range="TallyLevel"
    ),
    "textDigest": PropertyTerm(
        label="text digest",
        comment="SHA-256 of the bytes of the text, in hexadecimal.",
        domain="SourceDocument",
        range="xsd:string",
    ),
    "thisPeriod": PropertyTerm(
        label="this period",
        comment="Sum for the period of the filing.",
        domain="FilingTotal",
        range="xsd:decimal",
    ),
    "titleBasis": PropertyTerm(
        label="title basis", comment="How the title is known.", domain="SourceDocument", range="xsd:string"
    ),
    "toDate": PropertyTerm(
        label="to date",
        comment="Sum for the calendar year or election to date.",
        domain="FilingTotal",
        range="xsd:decimal",
    ),
    "totalOf": PropertyTerm(
        label="total of",
        comment="The class of the rows a derived total was made from.",
        domain="Derivation",
        range="rdfs:Class",
    ),
    "transaction": PropertyTerm(
        label="transaction",
        comment="The filer's id of the row within its filing.",
        domain="MoneyFlow",
        range="xsd:string",
    ),
    "transactionType": PropertyTerm(
        label="transaction type",
        comment="The regulator's code of the kind of transaction, as printed.",
        domain="MoneyFlow",
        range="xsd:string",
    ),
    "treasurer": PropertyTerm(
        label="treasurer", comment="Treasurer as printed.", domain="Committee", range="xsd:string"
    ),
    "unit": PropertyTerm(
        label="unit",
        comment="The unit of the figure: USD, percent, or the unit in words.",
        domain="Quantity",
        range="xsd:string",
    ),
    "validFrom": PropertyTerm(
        label="valid from", comment="First day something holds.", domain="Entity", range="xsd:date"
    ),
    "validUntil": PropertyTerm(
        label="valid until", comment="Last day something holds.", domain="Entity", range="xsd:date"
    ),
    "value": PropertyTerm(
        label="value", comment="The figure, when one is given.", domain="Quantity", range="xsd:decimal"
    ),
    "verdict": PropertyTerm(
        label="verdict",
        comment="What the rule says of the claims, for example contradiction.",
        domain="ConsistencyFinding",
        range="xsd:string",
    ),
    "voteMode": PropertyTerm(
        label="vote mode", comment="How the votes were cast.", domain="Tally", range="VoteMode"
    ),
    "voteThreshold": PropertyTerm(
        label="vote threshold",
        comment="What a candidate needs to win.",
        domain="ElectoralRule",
        range="VoteThreshold",
    ),
    "votes": PropertyTerm(
        label="votes", comment="Number of votes.", domain="Derivation", range="xsd:integer"
    ),
    "votesCast": PropertyTerm(
        label="votes cast",
        comment="Number of votes for all candidates together, write-ins among them.",
        domain="Derivation",
        range="xsd:integer",
    ),
    "weakens": PropertyTerm(
        label="weakens",
        comment="True when the modality makes a claim less firm.",
        domain="Modality",
        range="xsd:boolean",
    ),
    "workedFor": PropertyTerm(
        label="worked for",
        comment="A committee works for a candidate, as a plain edge.",
        domain="Agent",
        range="Agent",
    ),
    "writeIn": PropertyTerm(
        label="write-in",
        comment="True for a candidate whose name was written in.",
        domain="Candidacy",
        range="xsd:boolean",
    ),
    "year": PropertyTerm(
        label="year",
        comment="The calendar year a derived figure is for.",
        domain="Derivation",
        range="xsd:integer",
    ),
}

QUALIFIERS: dict[str, PropertyTerm] = {
    "agent": PropertyTerm(label="agent", comment="Who acted.", domain="rdfs:Resource", range="Agent"),
    "asOf": PropertyTerm(
        label="as of",
        comment="The time the statement holds, as an EDTF date.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "aspect": PropertyTerm(
        label="aspect",
        comment="The side of the subject that is meant.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "beneficiary": PropertyTerm(
        label="beneficiary",
        comment="Whom the money is meant to help; never a payee by that.",
        domain="rdfs:Resource",
        range="Agent",
    ),
    "comparedContest": PropertyTerm(
        label="compared contest",
        comment="The contest compared with.",
        domain="rdfs:Resource",
        range="Contest",
    ),
    "condition": PropertyTerm(
        label="condition",
        comment="The condition the claim depends on.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "contest": PropertyTerm(
        label="contest", comment="The contest the claim concerns.", domain="rdfs:Resource", range="Contest"
    ),
    "contestSet": PropertyTerm(
        label="contest set",
        comment="The set of contests concerned.",
        domain="rdfs:Resource",
        range="ContestSet",
    ),
    "date": PropertyTerm(
        label="date",
        comment="When, as an EDTF date; earliest and latest day stand beside it on events.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "dateAsWritten": PropertyTerm(
        label="date as written",
        comment="The wording of the date in the source.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "dateBasisText": PropertyTerm(
        label="date basis text",
        comment="How the date was inferred.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "event": PropertyTerm(
        label="event", comment="The event the claim concerns.", domain="rdfs:Resource", range="Event"
    ),
    "frequency": PropertyTerm(
        label="frequency", comment="How often.", domain="rdfs:Resource", range="xsd:string"
    ),
    "identifiedBy": PropertyTerm(
        label="identified by", comment="Who made the identification.", domain="rdfs:Resource", range="Agent"
    ),
    "jointShare": PropertyTerm(
        label="joint share",
        comment="True when the share belongs to several groups together.",
        domain="rdfs:Resource",
        range="xsd:boolean",
    ),
    "jointSubject": PropertyTerm(
        label="joint subject",
        comment="True when the amount or act belongs to several actors together.",
        domain="rdfs:Resource",
        range="xsd:boolean",
    ),
    "manner": PropertyTerm(label="manner", comment="How.", domain="rdfs:Resource", range="xsd:string"),
    "marginAsWritten": PropertyTerm(
        label="margin as written",
        comment="The wording of a margin without figure.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "of": PropertyTerm(
        label="of", comment="Size of the set that is counted.", domain="rdfs:Resource", range="xsd:integer"
    ),
    "office": PropertyTerm(
        label="office", comment="The office concerned.", domain="rdfs:Resource", range="Office"
    ),
    "officeType": PropertyTerm(
        label="office type",
        comment="The kind of office concerned.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "opponent": PropertyTerm(
        label="opponent", comment="The opponent in the contest.", domain="rdfs:Resource", range="Agent"
    ),
    "outcome": PropertyTerm(
        label="outcome", comment="The outcome counted.", domain="rdfs:Resource", range="xsd:string"
    ),
    "person": PropertyTerm(
        label="person", comment="The person concerned.", domain="rdfs:Resource", range="Person"
    ),
    "place": PropertyTerm(label="place", comment="Where.", domain="rdfs:Resource", range="Place"),
    "platform": PropertyTerm(
        label="platform", comment="The platform of an account.", domain="rdfs:Resource", range="Agent"
    ),
    "posted": PropertyTerm(
        label="posted",
        comment="When a count was posted, as an EDTF date.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "postedAsWritten": PropertyTerm(
        label="posted as written",
        comment="The wording of the day of posting.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "postedBasis": PropertyTerm(
        label="posted basis",
        comment="How the day of posting was inferred.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "publisher": PropertyTerm(
        label="publisher", comment="Who publishes the figures.", domain="rdfs:Resource", range="Agent"
    ),
    "role": PropertyTerm(
        label="role", comment="The role in the contest.", domain="rdfs:Resource", range="xsd:string"
    ),
    "scope": PropertyTerm(
        label="scope", comment="What the claim is limited to.", domain="rdfs:Resource", range="xsd:string"
    ),
    "severity": PropertyTerm(
        label="severity", comment="How severe.", domain="rdfs:Resource", range="xsd:string"
    ),
    "since": PropertyTerm(
        label="since",
        comment="Start of the period, as an EDTF date.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "status": PropertyTerm(
        label="status", comment="State of availability.", domain="rdfs:Resource", range="xsd:string"
    ),
    "target": PropertyTerm(
        label="target", comment="The person an action is directed at.", domain="rdfs:Resource", range="Agent"
    ),
    "topic": PropertyTerm(
        label="topic",
        comment="What it is about: an entity or words.",
        domain="rdfs:Resource",
        range="rdfs:Resource",
    ),
    "until": PropertyTerm(
        label="until",
        comment="End of the period, as an EDTF date.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
    "via": PropertyTerm(
        label="via",
        comment="The committee the money goes through.",
        domain="rdfs:Resource",
        range="Committee",
    ),
    "when": PropertyTerm(
        label="when",
        comment="When, in words relative to something else.",
        domain="rdfs:Resource",
        range="xsd:string",
    ),
}

PREDICATES: dict[str, PredicateTerm] = {
    "accused": PredicateTerm(
        label="accused",
        comment="Accuses someone of something.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Agent",
        domain_includes=(
            "Person",
            "PoliticalActionCommittee",
        ),
        range_includes=(
            "CandidateGroup",
            "Person",
        ),
    ),
    "activistIn": PredicateTerm(
        label="activist in",
        comment="Activist in a movement.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Movement",
        domain_includes=("Person",),
        range_includes=("Movement",),
        draws="activistIn",
    ),
    "advancedToRunoff": PredicateTerm(
        label="advanced to runoff",
        comment="Goes to the second round.",
        family="aboutResult",
        domain="Agent",
        range="RunoffContest",
        domain_includes=("Person",),
        range_includes=("RunoffContest",),
        draws="advancedTo",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-advanced",
    ),
    "adversaryOf": PredicateTerm(
        label="adversary of",
        comment="Described as a personal or political opponent.",
        family="aboutOpposition",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
    ),
    "affectedBy": PredicateTerm(
        label="affected by",
        comment="Place or group affected by a development.",
        family="aboutEvent",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=(
            "City",
            "CityAndCounty",
            "County",
            "Group",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "agreedWith": PredicateTerm(
        label="agreed with",
        comment="Speaks in the same sense.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
    ),
    "alarmed": PredicateTerm(
        label="alarmed",
        comment="Is said to have worried a group.",
        family="aboutAnalysis",
        domain="Agent",
        range="Agent",
        domain_includes=("Campaign",),
        range_includes=("Group",),
    ),
    "alignedWith": PredicateTerm(
        label="aligned with",
        comment="Shares the agenda, no support implied.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="alignedWith",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-aligned",
    ),
    "approvedMeasure": PredicateTerm(
        label="approved measure",
        comment="Electorate passes a measure.",
        family="aboutMeasure",
        domain="Agent",
        range="Entity",
        domain_includes=("Electorate",),
        range_includes=("BallotMeasureGroup",),
    ),
    "argues": PredicateTerm(
        label="argues",
        comment="Argues for a thesis.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
    ),
    "arrestedAndReleasedBefore": PredicateTerm(
        label="arrested and released before",
        comment="Earlier arrest and release.",
        family="aboutEvent",
        domain="Person",
        range="Event",
        domain_includes=("Person",),
        range_includes=("KillingEvent",),
    ),
    "associatedWithOrganization": PredicateTerm(
        label="associated with organization",
        comment="A tie to an organisation of unspecified kind, as in a possessive.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Organization",),
        draws="associatedWithOrganization",
    ),
    "associatedWithPlace": PredicateTerm(
        label="associated with place",
        comment="A place given as an attribute of a person, such as New York.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="Place",
        domain_includes=("Person",),
        range_includes=("Place",),
    ),
    "attendance": PredicateTerm(
        label="attendance",
        comment="Number of people present.",
        family="aboutEvent",
        domain="Event",
        range="Agent",
        domain_includes=(
            "RallyEvent",
            "SpeechEvent",
        ),
        range_includes=("Group",),
    ),
    "authorOf": PredicateTerm(
        label="author of",
        comment="Wrote a book or another work.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="Work",
        domain_includes=("Person",),
        range_includes=("Book",),
    ),
    "authoredBy": PredicateTerm(
        label="authored by",
        comment="Author of a document.",
        family="aboutPublication",
        domain="SourceDocument",
        range="Agent",
        domain_includes=("SourceDocument",),
        range_includes=("Person",),
    ),
    "availableFrom": PredicateTerm(
        label="available from",
        comment="Who sells or supplies a work.",
        family="aboutPublication",
        domain="Work",
        range="Agent",
        domain_includes=("Book",),
        range_includes=("Company",),
    ),
    "backed": PredicateTerm(
        label="backed",
        comment="Supports a candidate or office-holder (kind of support open).",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=(
            "DonorNetwork",
            "Person",
            "UnionGroup",
        ),
        range_includes=(
            "CandidateGroup",
            "Person",
        ),
        draws="backed",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-backed",
    ),
    "backedDirectly": PredicateTerm(
        label="backed directly",
        comment="Supports by own direct means; narrower than backed; the claim may deny it.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="backedDirectly",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-backed-directly",
    ),
    "blamed": PredicateTerm(
        label="blamed",
        comment="Holds someone or something responsible.",
        family="aboutSpeechAct",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Group",),
        range_includes=("rdfs:Literal",),
    ),
    "bornIn": PredicateTerm(
        label="born in",
        comment="Country or place of birth.",
        family="aboutPersonAttribute",
        domain="Person",
        range="Place",
        domain_includes=("Person",),
        range_includes=("Country",),
    ),
    "boughtAdvertising": PredicateTerm(
        label="bought advertising",
        comment="Committee buys advertising.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Advertisement",
        domain_includes=("PoliticalActionCommittee",),
        range_includes=("Advertisement",),
        draws="paidFor",
        asserts="Expenditure",
        subject_role="payer",
        object_role="spentOnThing",
    ),
    "broadcastOn": PredicateTerm(
        label="broadcast on",
        comment="Channel a programme is broadcast on.",
        family="aboutPublication",
        domain="Work",
        range="BroadcastChannel",
        domain_includes=("RadioShow",),
        range_includes=("BroadcastChannel",),
    ),
    "broadcastSchedule": PredicateTerm(
        label="broadcast schedule",
        comment="Time slot of a programme.",
        family="aboutPublication",
        domain="Work",
        range="rdfs:Literal",
        domain_includes=("RadioShow",),
        range_includes=("rdfs:Literal",),
    ),
    "built": PredicateTerm(
        label="built",
        comment="Created in the past.",
        family="aboutEvent",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "campaignedOnIssue": PredicateTerm(
        label="campaigned on issue",
        comment="Used an issue or event in a campaign.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=("Person",),
        range_includes=("KillingEvent",),
    ),
    "candidateIn": PredicateTerm(
        label="candidate in",
        comment="Runs in a contest.",
        family="aboutCandidacy",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=(
            "Contest",
            "PresidentialContest",
        ),
        draws="ranIn",
        asserts="Candidacy",
        subject_role="candidate",
        object_role="contest",
    ),
    "carriedAreas": PredicateTerm(
        label="carried areas",
        comment="Had the most votes in an area.",
        family="aboutPresidential",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=("Person",),
        range_includes=(
            "County",
            "rdfs:Literal",
        ),
        draws="carried",
        asserts="Result",
        subject_role="candidate",
        object_role="place",
        subject_outcome="outcome-carried",
    ),
    "carriedCounties": PredicateTerm(
        label="carried counties",
        comment="Counties with a majority for the measure.",
        family="aboutMeasure",
        domain="BallotMeasure",
        range="rdfs:Literal",
        domain_includes=("BallotMeasure",),
        range_includes=("rdfs:Literal",),
    ),
    "characterizedAs": PredicateTerm(
        label="characterized as",
        comment="Evaluative or classifying label, always with holder.",
        family="aboutCharacterisation",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=(
            "CandidateGroup",
            "Contest",
            "ContestSet",
            "DonorGroup",
            "Group",
            "Organization",
            "OrganizationNetwork",
            "Person",
            "RecallElection",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "citesSource": PredicateTerm(
        label="cites source",
        comment="Document or outlet rests on a source.",
        family="aboutPublication",
        domain="Entity",
        range="Entity",
        domain_includes=(
            "Publication",
            "SourceDocument",
        ),
        range_includes=(
            "Publication",
            "Record",
            "Website",
        ),
    ),
    "claimed": PredicateTerm(
        label="claimed",
        comment="What a speaker says, told by the source at a distance.",
        family="aboutSpeechAct",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "coFounderOf": PredicateTerm(
        label="co-founder of",
        comment="Founded together with others.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Organization",
        domain_includes=("Person",),
        range_includes=("Company",),
        draws="coFounderOf",
    ),
    "conductedBy": PredicateTerm(
        label="conducted by",
        comment="Pollster or sponsor of a poll.",
        family="aboutPoll",
        domain="Poll",
        range="Agent",
        domain_includes=("Poll",),
        range_includes=(
            "Publication",
            "University",
        ),
    ),
    "conductedIn": PredicateTerm(
        label="conducted in",
        comment="When the poll was taken.",
        family="aboutPoll",
        domain="Poll",
        range="rdfs:Literal",
        domain_includes=("Poll",),
        range_includes=("rdfs:Literal",),
    ),
    "containsElision": PredicateTerm(
        label="contains elision",
        comment="Text is left out of the document.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "contributedToPAC": PredicateTerm(
        label="contributed to PAC",
        comment="Payer moves money into a committee.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("PoliticalActionCommittee",),
        draws="gaveTo",
        asserts="Contribution",
        subject_role="payer",
        object_role="payee",
    ),
    "controlledBy": PredicateTerm(
        label="controlled by",
        comment="Committee belongs to a person.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("PoliticalActionCommittee",),
        range_includes=("Person",),
        draws="controlledBy",
    ),
    "countWithOutcome": PredicateTerm(
        label="count with outcome",
        comment="Number of members of a set with a given outcome (qualifier outcome).",
        family="aboutAggregate",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=(
            "ContestSet",
            "PersonSet",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "criticized": PredicateTerm(
        label="criticized",
        comment="Criticises a person, group or thing.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Entity",
        domain_includes=("Person",),
        range_includes=(
            "Advertisement",
            "DonorNetwork",
            "Person",
        ),
    ),
    "decides": PredicateTerm(
        label="decides",
        comment="What an office or office-holder decides.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("GenericClass",),
        range_includes=("rdfs:Literal",),
    ),
    "defeated": PredicateTerm(
        label="defeated",
        comment="Beats an opponent in a contest.",
        family="aboutResult",
        domain="Agent",
        range="Agent",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=(
            "CandidateGroup",
            "Person",
        ),
        draws="defeated",
        asserts="Result",
        subject_role="candidate",
        object_role="opponent",
        subject_outcome="outcome-won",
        object_outcome="outcome-lost",
    ),
    "defeatsFollowed": PredicateTerm(
        label="defeats followed",
        comment="Losses came after something; a connection is suggested, not stated.",
        family="aboutAnalysis",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "deliveredDefeatTo": PredicateTerm(
        label="delivered defeat to",
        comment="Contests are said to have ended as a defeat for an agent.",
        family="aboutResult",
        domain="Entity",
        range="Agent",
        domain_includes=("ContestSet",),
        range_includes=("DonorNetwork",),
    ),
    "describedAsRace": PredicateTerm(
        label="described as race",
        comment="Race as given by the document.",
        family="aboutEvent",
        domain="Person",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "displayedSlogan": PredicateTerm(
        label="displayed slogan",
        comment="Shows a slogan.",
        family="aboutSpeechAct",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Group",),
        range_includes=("rdfs:Literal",),
    ),
    "editorAt": PredicateTerm(
        label="editor at",
        comment="Is an editor at a publication.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Publication",
        domain_includes=("Person",),
        range_includes=("Publication",),
        draws="editorAt",
    ),
    "effectLastedUntil": PredicateTerm(
        label="effect lasted until",
        comment="How long a development is said to have gone on.",
        family="aboutAnalysis",
        domain="Entity",
        range="SourceDocument",
        domain_includes=("RecallElection",),
        range_includes=("SourceDocument",),
    ),
    "effortFailedOn": PredicateTerm(
        label="effort failed on",
        comment="Judgement that an effort failed on an election day.",
        family="aboutCharacterisation",
        domain="Agent",
        range="Entity",
        domain_includes=("Person",),
        range_includes=("Election",),
    ),
    "electionType": PredicateTerm(
        label="election type",
        comment="Kind of election.",
        family="aboutEvent",
        domain="Election",
        range="rdfs:Literal",
        domain_includes=("Election",),
        range_includes=("rdfs:Literal",),
    ),
    "endorsed": PredicateTerm(
        label="endorsed",
        comment="Formal endorsement.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=(
            "Group",
            "Person",
        ),
        range_includes=("Person",),
        draws="endorsed",
        asserts="Endorsement",
        subject_role="supporter",
        object_role="supported",
        strength="strength-endorsed",
    ),
    "expectedOutcome": PredicateTerm(
        label="expected outcome",
        comment="Outcome expected, with its condition if there is one.",
        family="aboutAnalysis",
        domain="Contest",
        range="rdfs:Literal",
        domain_includes=("Contest",),
        range_includes=("rdfs:Literal",),
    ),
    "expectedToLose": PredicateTerm(
        label="expected to lose",
        comment="Is expected to lose a contest.",
        family="aboutAnalysis",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=(
            "Contest",
            "RecallElection",
        ),
    ),
    "expectedToWinIn": PredicateTerm(
        label="expected to win in",
        comment="Is expected to win in a place.",
        family="aboutAnalysis",
        domain="Agent",
        range="Place",
        domain_includes=("DonorNetwork",),
        range_includes=("State",),
    ),
    "facedBacklashFor": PredicateTerm(
        label="faced backlash for",
        comment="Met with public disapproval for something.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "facesDifficultElection": PredicateTerm(
        label="faces difficult election",
        comment="Stands in a contest expected to be hard.",
        family="aboutCandidacy",
        domain="Agent",
        range="Entity",
        domain_includes=("CandidateGroup",),
        range_includes=("Election",),
    ),
    "facesRecall": PredicateTerm(
        label="faces recall",
        comment="Is subject of a recall vote.",
        family="aboutCandidacy",
        domain="Agent",
        range="RecallElection",
        domain_includes=("Person",),
        range_includes=("RecallElection",),
        draws="facedRecallIn",
        asserts="Candidacy",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-faces-recall",
    ),
    "failedToMobilize": PredicateTerm(
        label="failed to mobilize",
        comment="Did not bring voters out.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Campaign",),
        range_includes=("rdfs:Literal",),
    ),
    "favored": PredicateTerm(
        label="favored",
        comment="Prefers a candidate; weaker than backed.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="favored",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-favored",
    ),
    "favorsPolicy": PredicateTerm(
        label="favors policy",
        comment="Is for a policy.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "formerMemberOfParty": PredicateTerm(
        label="former member of party",
        comment="Belonged to a political party before.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="PoliticalParty",
        domain_includes=("Person",),
        range_includes=("PoliticalParty",),
    ),
    "formerlyHeldOffice": PredicateTerm(
        label="formerly held office",
        comment="Held an office before.",
        family="aboutOffice",
        domain="Person",
        range="Office",
        domain_includes=("Person",),
        range_includes=(
            "DistrictAttorneyOffice",
            "StaffPosition",
            "StateAttorneyOffice",
        ),
        draws="heldOffice",
        asserts="OfficeHolding",
        subject_role="officeHolder",
        object_role="officeHeld",
    ),
    "founderOf": PredicateTerm(
        label="founder of",
        comment="Founded an organisation.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Organization",),
        draws="founderOf",
    ),
    "fundedCandidates": PredicateTerm(
        label="funded candidates",
        comment="Payer finances candidates, amount may be missing.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=(
            "DonorGroup",
            "OrganizationNetwork",
        ),
        range_includes=(
            "CandidateGroup",
            "rdfs:Literal",
        ),
        draws="funded",
        asserts="Expenditure",
        subject_role="payer",
        object_role="spentOnThing",
    ),
    "fundsMatchedOrSurpassed": PredicateTerm(
        label="funds matched or surpassed",
        comment="One side’s money is at least the other side’s.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Agent",
        domain_includes=("CandidateGroup",),
        range_includes=("CandidateGroup",),
    ),
    "gaveTo": PredicateTerm(
        label="gave to",
        comment="Payer gives to a beneficiary; channel may be open.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=(
            "Organization",
            "Person",
        ),
        draws="gaveTo",
        asserts="MoneyFlow",
        subject_role="payer",
        object_role="payee",
    ),
    "hadExperienceWith": PredicateTerm(
        label="had experience with",
        comment="Familiar with an electorate.",
        family="aboutAnalysis",
        domain="Agent",
        range="Agent",
        domain_includes=("DonorNetwork",),
        range_includes=("Electorate",),
    ),
    "hadMomentum": PredicateTerm(
        label="had momentum",
        comment="Momentum ascribed to an agent.",
        family="aboutCharacterisation",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "handpicked": PredicateTerm(
        label="handpicked",
        comment="Selects someone as own candidate.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="handpicked",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-backed",
    ),
    "hasAccount": PredicateTerm(
        label="has account",
        comment="Account name on a platform (qualifier platform).",
        family="aboutPersonAttribute",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "hasGeographicScope": PredicateTerm(
        label="has geographic scope",
        comment="Reach of a network.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "hasGoal": PredicateTerm(
        label="has goal",
        comment="Aims at something.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=(
            "DonorNetwork",
            "Person",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "hasInfluenceOn": PredicateTerm(
        label="has influence on",
        comment="What an office or office-holder is said to influence.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("GenericClass",),
        range_includes=("rdfs:Literal",),
    ),
    "hasJurisdiction": PredicateTerm(
        label="has jurisdiction",
        comment="Place stated for a contest or office.",
        family="aboutPlace",
        domain="Entity",
        range="Place",
        domain_includes=("Contest",),
        range_includes=("City",),
    ),
    "hasLegalForm": PredicateTerm(
        label="has legal form",
        comment="Legal form of an organisation.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Organization",),
        range_includes=("rdfs:Literal",),
    ),
    "hasMemberKind": PredicateTerm(
        label="has member kind",
        comment="Kind of member of a network.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("DonorNetwork",),
        range_includes=(
            "DonorGroup",
            "Group",
        ),
        draws="hasMemberKind",
    ),
    "hasOccupation": PredicateTerm(
        label="has occupation",
        comment="Occupation of a person.",
        family="aboutPersonAttribute",
        domain="Person",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "hasPublicSupportIn": PredicateTerm(
        label="has public support in",
        comment="Is said to have the support of the public in a place.",
        family="aboutAnalysis",
        domain="Agent",
        range="Place",
        domain_includes=("Group",),
        range_includes=("State",),
    ),
    "hasWealthStatus": PredicateTerm(
        label="has wealth status",
        comment="Wealth as the source puts it, for example billionaire.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "headline": PredicateTerm(
        label="headline",
        comment="Headline of a document.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "heldAt": PredicateTerm(
        label="held at",
        comment="Contest belongs to an election.",
        family="aboutEvent",
        domain="Entity",
        range="Election",
        domain_includes=(
            "ContestSet",
            "RunoffContest",
        ),
        range_includes=("Election",),
    ),
    "heldInCountiesCarriedBy": PredicateTerm(
        label="held in counties carried by",
        comment="Contests lie in counties won by a presidential candidate.",
        family="aboutPresidential",
        domain="Entity",
        range="Agent",
        domain_includes=("ContestSet",),
        range_includes=("Person",),
    ),
    "heldOn": PredicateTerm(
        label="held on",
        comment="Date of an election.",
        family="aboutEvent",
        domain="Election",
        range="rdfs:Literal",
        domain_includes=("Election",),
        range_includes=("rdfs:Literal",),
    ),
    "heldWithinTimeBefore": PredicateTerm(
        label="held within time before",
        comment="Held at most a given time before a document was published.",
        family="aboutEvent",
        domain="Contest",
        range="SourceDocument",
        domain_includes=("PresidentialContest",),
        range_includes=("SourceDocument",),
    ),
    "helpedElect": PredicateTerm(
        label="helped elect",
        comment="Contributed to the election of persons.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("DonorNetwork",),
        range_includes=("PersonSet",),
        draws="helpedElect",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-backed",
    ),
    "helpedElectIn": PredicateTerm(
        label="helped elect in",
        comment="Had electoral success in a place.",
        family="aboutSupport",
        domain="Agent",
        range="Place",
        domain_includes=(
            "DonorNetwork",
            "Person",
        ),
        range_includes=(
            "City",
            "Country",
            "State",
        ),
        draws="helpedElectIn",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-backed",
    ),
    "helpedFundraisingOf": PredicateTerm(
        label="helped fundraising of",
        comment="Helps a candidate raise money.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="helpedRaiseFor",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-helped",
    ),
    "holdsOffice": PredicateTerm(
        label="holds office",
        comment="Holds an office at the time of the document.",
        family="aboutOffice",
        domain="Person",
        range="Office",
        domain_includes=("Person",),
        range_includes=(
            "DistrictAttorneyOffice",
            "Office",
            "StaffPosition",
        ),
        draws="holdsOffice",
        asserts="OfficeHolding",
        subject_role="officeHolder",
        object_role="officeHeld",
    ),
    "holdsView": PredicateTerm(
        label="holds view",
        comment="Shares a view; the claim may deny it.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
    ),
    "homeState": PredicateTerm(
        label="home state",
        comment="Home state of a person.",
        family="aboutPersonAttribute",
        domain="Person",
        range="Place",
        domain_includes=("Person",),
        range_includes=("State",),
    ),
    "honorificTitle": PredicateTerm(
        label="honorific title",
        comment="Title used with the name.",
        family="aboutPersonAttribute",
        domain="Person",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "hostOf": PredicateTerm(
        label="host of",
        comment="Hosts a programme.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Work",
        domain_includes=("Person",),
        range_includes=("RadioShow",),
        draws="hostOf",
    ),
    "incumbentIn": PredicateTerm(
        label="incumbent in",
        comment="Runs while holding the contested office.",
        family="aboutOffice",
        domain="Person",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        draws="ranIn",
        asserts="Candidacy",
        subject_role="candidate",
        object_role="contest",
    ),
    "isContestNumber": PredicateTerm(
        label="is contest number",
        comment="Ordinal of a contest in a set.",
        family="aboutAggregate",
        domain="Contest",
        range="ContestSet",
        domain_includes=("Contest",),
        range_includes=("ContestSet",),
    ),
    "isExcerptOf": PredicateTerm(
        label="is excerpt of",
        comment="Excerpt of a longer text.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "killed": PredicateTerm(
        label="killed",
        comment="Kills a person.",
        family="aboutEvent",
        domain="Agent",
        range="Agent",
        domain_includes=(
            "Group",
            "Person",
        ),
        range_includes=("Person",),
    ),
    "leads": PredicateTerm(
        label="leads",
        comment="Heads or fronts an organisation.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=(
            "DonorNetwork",
            "PoliticalActionCommittee",
        ),
        draws="leads",
    ),
    "ledIn": PredicateTerm(
        label="led in",
        comment="Is ahead in a count.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        draws="ledIn",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-led",
    ),
    "linkedTo": PredicateTerm(
        label="linked to",
        comment="Tie of unspecified kind; weaker than backed.",
        family="aboutSupport",
        domain="Agent",
        range="Entity",
        domain_includes=("Person",),
        range_includes=(
            "ContestSet",
            "Person",
        ),
        draws="linkedTo",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-linked",
    ),
    "locatedIn": PredicateTerm(
        label="located in",
        comment="Place lies in place.",
        family="aboutPlace",
        domain="Place",
        range="Place",
        domain_includes=(
            "City",
            "County",
            "JudicialCircuit",
        ),
        range_includes=(
            "County",
            "Region",
            "State",
        ),
        draws="locatedIn",
    ),
    "lostIn": PredicateTerm(
        label="lost in",
        comment="Loses a contest.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        draws="lost",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-lost",
    ),
    "marginOfLoss": PredicateTerm(
        label="margin of loss",
        comment="Deficit of the loser.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-margin-of-loss",
    ),
    "marginOfVictory": PredicateTerm(
        label="margin of victory",
        comment="Lead of the winner.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-margin",
    ),
    "marginRatio": PredicateTerm(
        label="margin ratio",
        comment="Ratio of winner’s to loser’s votes.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-ratio",
    ),
    "measurePurpose": PredicateTerm(
        label="measure purpose",
        comment="What the measure is for.",
        family="aboutMeasure",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=(
            "BallotMeasure",
            "BallotMeasureGroup",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "memberOf": PredicateTerm(
        label="member of",
        comment="Belongs to a group.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=(
            "CandidateGroup",
            "DonorNetwork",
        ),
        draws="memberOf",
    ),
    "memberOfParty": PredicateTerm(
        label="member of party",
        comment="Belongs to a political party, or is registered with it.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="PoliticalParty",
        domain_includes=("Person",),
        range_includes=("PoliticalParty",),
    ),
    "numberOfContests": PredicateTerm(
        label="number of contests",
        comment="Size of a set of contests.",
        family="aboutAggregate",
        domain="ContestSet",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "numberOfPoliceUnions": PredicateTerm(
        label="number of police unions",
        comment="Number of police unions in a place.",
        family="aboutAggregate",
        domain="Place",
        range="rdfs:Literal",
        domain_includes=("County",),
        range_includes=("rdfs:Literal",),
    ),
    "numberOfTerms": PredicateTerm(
        label="number of terms",
        comment="Number of terms served.",
        family="aboutOffice",
        domain="Person",
        range="Office",
        domain_includes=("Person",),
        range_includes=("DistrictAttorneyOffice",),
    ),
    "numberOfVictories": PredicateTerm(
        label="number of victories",
        comment="Number of contests won.",
        family="aboutAggregate",
        domain="Agent",
        range="Entity",
        domain_includes=("DonorNetwork",),
        range_includes=("Election",),
    ),
    "occurredAfter": PredicateTerm(
        label="occurred after",
        comment="Order of events.",
        family="aboutEvent",
        domain="Event",
        range="Entity",
        domain_includes=("SpeechEvent",),
        range_includes=("Contest",),
    ),
    "occurredIn": PredicateTerm(
        label="occurred in",
        comment="Place of an event.",
        family="aboutEvent",
        domain="Event",
        range="Place",
        domain_includes=("KillingEvent",),
        range_includes=("JudicialCircuit",),
    ),
    "occurredShortlyBefore": PredicateTerm(
        label="occurred shortly before",
        comment="Happened shortly before a document was published.",
        family="aboutEvent",
        domain="Event",
        range="SourceDocument",
        domain_includes=("KillingEvent",),
        range_includes=("SourceDocument",),
    ),
    "onlyContestWhere": PredicateTerm(
        label="only contest where",
        comment="Exclusivity: no other contest of the set fulfils the condition.",
        family="aboutSupport",
        domain="Contest",
        range="rdfs:Literal",
        domain_includes=("Contest",),
        range_includes=("rdfs:Literal",),
    ),
    "opponentOf": PredicateTerm(
        label="opponent of",
        comment="Runs against someone.",
        family="aboutCandidacy",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
        asserts="Candidacy",
        subject_role="candidate",
        object_role="opponent",
    ),
    "opposed": PredicateTerm(
        label="opposed",
        comment="Acts against a candidate or against money in a race.",
        family="aboutOpposition",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=(
            "DonorGroup",
            "Person",
        ),
        range_includes=(
            "Person",
            "rdfs:Literal",
        ),
        draws="opposed",
        asserts="Opposition",
        subject_role="opponentSide",
        object_role="opposedThing",
    ),
    "originallyPublishedBy": PredicateTerm(
        label="originally published by",
        comment="Outlet that published the document first.",
        family="aboutPublication",
        domain="SourceDocument",
        range="Publication",
        domain_includes=("SourceDocument",),
        range_includes=("Publication",),
    ),
    "originallyPublishedOn": PredicateTerm(
        label="originally published on",
        comment="Date of the original.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "outcomeUndetermined": PredicateTerm(
        label="outcome undetermined",
        comment="Outcome still open, with the open question.",
        family="aboutResult",
        domain="Contest",
        range="rdfs:Literal",
        domain_includes=("Contest",),
        range_includes=("rdfs:Literal",),
    ),
    "outperformanceExplainedBy": PredicateTerm(
        label="outperformance explained by",
        comment="Explanation given for a result.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
    ),
    "outperformed": PredicateTerm(
        label="outperformed",
        comment="Result exceeds another candidate’s result.",
        family="aboutPresidential",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=(
            "Person",
            "rdfs:Literal",
        ),
    ),
    "paidFor": PredicateTerm(
        label="paid for",
        comment="Pays for an item (advertisement).",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Advertisement",
        domain_includes=("Group",),
        range_includes=("Advertisement",),
        draws="paidFor",
        asserts="Expenditure",
        subject_role="payer",
        object_role="spentOnThing",
    ),
    "partOf": PredicateTerm(
        label="part of",
        comment="Belongs to a larger whole: an organisation, a place.",
        family="aboutOrganisationRelation",
        domain="Entity",
        range="Entity",
        domain_includes=(
            "Organization",
            "Place",
        ),
        range_includes=(
            "Organization",
            "OrganizationNetwork",
            "Place",
        ),
        draws="partOf",
    ),
    "passedWith": PredicateTerm(
        label="passed with",
        comment="Share of approval.",
        family="aboutMeasure",
        domain="BallotMeasure",
        range="Place",
        domain_includes=("BallotMeasure",),
        range_includes=("State",),
        asserts="Tally",
        subject_role="contest",
        object_role="place",
        measure="measure-share",
    ),
    "plans": PredicateTerm(
        label="plans",
        comment="Intends for the future.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "pledged": PredicateTerm(
        label="pledged",
        comment="Promised a policy.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=("rdfs:Literal",),
    ),
    "policyDirectorOf": PredicateTerm(
        label="policy director of",
        comment="Is policy director of an organisation.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Organization",),
        draws="policyDirectorOf",
    ),
    "politicalLeaning": PredicateTerm(
        label="political leaning",
        comment="Political leaning ascribed to a place.",
        family="aboutCharacterisation",
        domain="Place",
        range="rdfs:Literal",
        domain_includes=("State",),
        range_includes=("rdfs:Literal",),
    ),
    "pollShare": PredicateTerm(
        label="poll share",
        comment="Share of respondents for a candidate.",
        family="aboutPoll",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-poll-share",
    ),
    "postedOn": PredicateTerm(
        label="posted on",
        comment="Date of a re-post.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "predecessorOf": PredicateTerm(
        label="predecessor of",
        comment="Held the same office before the other person.",
        family="aboutOffice",
        domain="Person",
        range="Person",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="predecessorOf",
    ),
    "presidentOf": PredicateTerm(
        label="president of",
        comment="Is president of an organisation.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Organization",
        domain_includes=("Person",),
        range_includes=("Union",),
        draws="presidentOf",
    ),
    "presidentialMargin": PredicateTerm(
        label="presidential margin",
        comment="Candidate’s lead in an area.",
        family="aboutPresidential",
        domain="Agent",
        range="Place",
        domain_includes=("Person",),
        range_includes=("County",),
        asserts="Tally",
        subject_role="candidate",
        object_role="place",
        measure="measure-margin",
    ),
    "presidentialShare": PredicateTerm(
        label="presidential share",
        comment="Candidate’s share in an area.",
        family="aboutPresidential",
        domain="Agent",
        range="Place",
        domain_includes=(
            "Group",
            "Person",
        ),
        range_includes=(
            "County",
            "JudicialCircuit",
        ),
        asserts="Tally",
        subject_role="candidate",
        object_role="place",
        measure="measure-share",
    ),
    "prosecuted": PredicateTerm(
        label="prosecuted",
        comment="Prosecutes a person; the claim may deny it.",
        family="aboutEvent",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
    ),
    "publishedOn": PredicateTerm(
        label="published on",
        comment="Publication date.",
        family="aboutPublication",
        domain="SourceDocument",
        range="rdfs:Literal",
        domain_includes=("SourceDocument",),
        range_includes=("rdfs:Literal",),
    ),
    "pursuesGoalBy": PredicateTerm(
        label="pursues goal by",
        comment="The means used to reach a goal.",
        family="aboutPolicy",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "raisedFunds": PredicateTerm(
        label="raised funds",
        comment="Committee collected an amount for a contest.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Contest",
        domain_includes=("Campaign",),
        range_includes=("RecallElection",),
        draws="raisedFor",
        asserts="FundraisingTotal",
        subject_role="collector",
        object_role="contest",
    ),
    "raisedMoreThan": PredicateTerm(
        label="raised more than",
        comment="Comparison of two fundraising totals.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Agent",
        domain_includes=("Campaign",),
        range_includes=("Campaign",),
    ),
    "ranBehind": PredicateTerm(
        label="ran behind",
        comment="Share lies below another candidate’s share in another contest.",
        family="aboutPresidential",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
    ),
    "ranIn": PredicateTerm(
        label="ran in",
        comment="Stands in a contest, or in areas of a given kind; as a plain edge, from candidate to contest.",
        family="aboutCandidacy",
        domain="Agent",
        range="rdfs:Resource",
        domain_includes=("CandidateGroup",),
        range_includes=(
            "Contest",
            "rdfs:Literal",
        ),
    ),
    "rankedIn": PredicateTerm(
        label="ranked in",
        comment="Rank in a contest.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-rank",
    ),
    "recalledFrom": PredicateTerm(
        label="recalled from",
        comment="Loses office through recall.",
        family="aboutRecallAndRemoval",
        domain="Person",
        range="Office",
        domain_includes=("Person",),
        range_includes=("DistrictAttorneyOffice",),
        draws="recalledFrom",
        asserts="OfficeRemoval",
        subject_role="officeHolder",
        object_role="officeHeld",
        subject_outcome="outcome-recalled",
        event_kind="event-recall",
    ),
    "recalledWithin": PredicateTerm(
        label="recalled within",
        comment="Time in office before the recall.",
        family="aboutRecallAndRemoval",
        domain="Person",
        range="Office",
        domain_includes=("Person",),
        range_includes=("DistrictAttorneyOffice",),
    ),
    "receivedAttention": PredicateTerm(
        label="received attention",
        comment="Level of attention.",
        family="aboutEvent",
        domain="ContestSet",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "receivedAward": PredicateTerm(
        label="received award",
        comment="Received an award or fellowship.",
        family="aboutPersonAttribute",
        domain="Agent",
        range="Award",
        domain_includes=("Person",),
        range_includes=("Award",),
    ),
    "receivedFunds": PredicateTerm(
        label="received funds",
        comment="Beneficiaries collected money.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
        asserts="FundraisingTotal",
        subject_role="collector",
    ),
    "rejected": PredicateTerm(
        label="rejected",
        comment="Voters did not elect candidates.",
        family="aboutResult",
        domain="Agent",
        range="Agent",
        domain_includes=("Electorate",),
        range_includes=("CandidateGroup",),
    ),
    "rejects": PredicateTerm(
        label="rejects",
        comment="Rejection of a policy ascribed to a group.",
        family="aboutCharacterisation",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Group",),
        range_includes=("rdfs:Literal",),
    ),
    "removedFromOffice": PredicateTerm(
        label="removed from office",
        comment="Official removes a person from office.",
        family="aboutRecallAndRemoval",
        domain="Agent",
        range="Person",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="removed",
        asserts="OfficeRemoval",
        subject_role="removedBy",
        object_role="officeHolder",
        object_outcome="outcome-removed",
        event_kind="event-removal",
    ),
    "represents": PredicateTerm(
        label="represents",
        comment="Union represents workers.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Union",),
        range_includes=("rdfs:Literal",),
    ),
    "resultStatus": PredicateTerm(
        label="result status",
        comment="Status of the figures (unofficial, official, partial).",
        family="aboutResult",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "runs": PredicateTerm(
        label="runs",
        comment="Operates a network of organisations.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("OrganizationNetwork",),
        draws="runs",
    ),
    "samplePopulation": PredicateTerm(
        label="sample population",
        comment="Population polled.",
        family="aboutPoll",
        domain="Poll",
        range="rdfs:Literal",
        domain_includes=("Poll",),
        range_includes=("rdfs:Literal",),
    ),
    "scripted": PredicateTerm(
        label="scripted",
        comment="Writes the content of an advertisement.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Advertisement",
        domain_includes=("Group",),
        range_includes=("Advertisement",),
    ),
    "seeksReelectionFirstTime": PredicateTerm(
        label="seeks reelection first time",
        comment="First attempt at re-election.",
        family="aboutCandidacy",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        draws="ranIn",
        asserts="Candidacy",
        subject_role="candidate",
        object_role="contest",
    ),
    "shot": PredicateTerm(
        label="shot",
        comment="Shoots a person.",
        family="aboutEvent",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "signals": PredicateTerm(
        label="signals",
        comment="What results are said to mean.",
        family="aboutAnalysis",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "spendingComparedTo": PredicateTerm(
        label="spending compared to",
        comment="Spending is ranked against other spending.",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Entity",
        domain_includes=("DonorGroup",),
        range_includes=("ContestSet",),
    ),
    "spendingFailedToSway": PredicateTerm(
        label="spending failed to sway",
        comment="Judgement that money had no effect on the outcome.",
        family="aboutCharacterisation",
        domain="Agent",
        range="Entity",
        domain_includes=("DonorNetwork",),
        range_includes=("ContestSet",),
    ),
    "spentOn": PredicateTerm(
        label="spent on",
        comment="Payer spends an amount on a campaign, contest or set of contests (channel open).",
        family="aboutMoneyFlow",
        domain="Agent",
        range="Entity",
        domain_includes=(
            "DonorGroup",
            "DonorNetwork",
            "Person",
        ),
        range_includes=(
            "Campaign",
            "CandidateGroup",
            "Contest",
            "ContestSet",
        ),
        draws="spentOn",
        asserts="Expenditure",
        subject_role="payer",
        object_role="spentOnThing",
    ),
    "spokeOnBehalfOf": PredicateTerm(
        label="spoke on behalf of",
        comment="Capacity in which someone speaks.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=(
            "Organization",
            "Person",
        ),
    ),
    "spokeTo": PredicateTerm(
        label="spoke to",
        comment="Interviewed by an outlet.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Publication",
        domain_includes=("Person",),
        range_includes=("Publication",),
    ),
    "spouseOf": PredicateTerm(
        label="spouse of",
        comment="Is married to a person.",
        family="aboutPersonAttribute",
        domain="Person",
        range="Person",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="spouseOf",
    ),
    "startOf": PredicateTerm(
        label="start of",
        comment="Event or contest seen as the beginning of a development.",
        family="aboutAnalysis",
        domain="Entity",
        range="rdfs:Literal",
        domain_includes=("RecallElection",),
        range_includes=("rdfs:Literal",),
    ),
    "stated": PredicateTerm(
        label="stated",
        comment="What a speaker says.",
        family="aboutSpeechAct",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "statedReason": PredicateTerm(
        label="stated reason",
        comment="Reason given for removal or suspension.",
        family="aboutRecallAndRemoval",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "strategyFailedIn": PredicateTerm(
        label="strategy failed in",
        comment="A campaign approach is said to have brought no success in a contest.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
    ),
    "struggledToAchieveVia": PredicateTerm(
        label="struggled to achieve via",
        comment="Route that is said to have brought little success.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "subjectOfQuestionsAbout": PredicateTerm(
        label="subject of questions about",
        comment="Doubts raised about a body.",
        family="aboutEvent",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("PublicBody",),
        range_includes=("rdfs:Literal",),
    ),
    "sufferedDefeatIn": PredicateTerm(
        label="suffered defeat in",
        comment="Loses, wording stresses defeat.",
        family="aboutResult",
        domain="Agent",
        range="Entity",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=(
            "Contest",
            "ContestSet",
            "Election",
            "RecallElection",
        ),
        draws="lost",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-lost",
    ),
    "supportedCandidate": PredicateTerm(
        label="supported candidate",
        comment="Committee works for a candidate.",
        family="aboutSupport",
        domain="Agent",
        range="Agent",
        domain_includes=("PoliticalActionCommittee",),
        range_includes=("Person",),
        draws="workedFor",
        asserts="Backing",
        subject_role="supporter",
        object_role="supported",
        strength="strength-worked-for",
    ),
    "supportsRecall": PredicateTerm(
        label="supports recall",
        comment="Wants a recall to succeed.",
        family="aboutOpposition",
        domain="Agent",
        range="RecallElection",
        domain_includes=(
            "Union",
            "UnionGroup",
        ),
        range_includes=("RecallElection",),
        draws="supportsRecallOf",
        draws_to="target",
        asserts="Opposition",
        subject_role="opponentSide",
        object_role="contest",
    ),
    "survivedRecallAttempts": PredicateTerm(
        label="survived recall attempts",
        comment="Attempts at a recall failed.",
        family="aboutRecallAndRemoval",
        domain="Agent",
        range="Entity",
        domain_includes=("Person",),
        range_includes=("RecallPetitionGroup",),
    ),
    "suspendedFromOffice": PredicateTerm(
        label="suspended from office",
        comment="Official suspends a person from office.",
        family="aboutRecallAndRemoval",
        domain="Agent",
        range="Person",
        domain_includes=("Person",),
        range_includes=("Person",),
        draws="suspended",
        asserts="OfficeRemoval",
        subject_role="removedBy",
        object_role="officeHolder",
        object_outcome="outcome-suspended",
        event_kind="event-suspension",
    ),
    "topIssue": PredicateTerm(
        label="top issue",
        comment="Leading issue of a contest.",
        family="aboutAnalysis",
        domain="Contest",
        range="rdfs:Literal",
        domain_includes=("Contest",),
        range_includes=("rdfs:Literal",),
    ),
    "tracked": PredicateTerm(
        label="tracked",
        comment="Organisation tracks contests.",
        family="aboutOrganisationRelation",
        domain="Agent",
        range="Entity",
        domain_includes=("Organization",),
        range_includes=("ContestSet",),
        draws="tracked",
    ),
    "turnoutTendency": PredicateTerm(
        label="turnout tendency",
        comment="How likely a group is said to vote.",
        family="aboutAnalysis",
        domain="Agent",
        range="Entity",
        domain_includes=("Group",),
        range_includes=("Election",),
    ),
    "typicallyWonBy": PredicateTerm(
        label="typically won by",
        comment="Kind of candidate that usually wins.",
        family="aboutAnalysis",
        domain="ContestSet",
        range="rdfs:Literal",
        domain_includes=("ContestSet",),
        range_includes=("rdfs:Literal",),
    ),
    "unaccustomedTo": PredicateTerm(
        label="unaccustomed to",
        comment="Is said not to be used to something.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
    ),
    "undecidedShare": PredicateTerm(
        label="undecided share",
        comment="Share of respondents without a choice.",
        family="aboutPoll",
        domain="Poll",
        range="Contest",
        domain_includes=("Poll",),
        range_includes=("Contest",),
        asserts="Tally",
        object_role="contest",
        measure="measure-undecided",
    ),
    "underestimated": PredicateTerm(
        label="underestimated",
        comment="Is said to have judged something as smaller than it was.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Campaign",),
        range_includes=("rdfs:Literal",),
    ),
    "urged": PredicateTerm(
        label="urged",
        comment="Asks someone to act.",
        family="aboutSpeechAct",
        domain="Agent",
        range="Agent",
        domain_includes=("Person",),
        range_includes=("Person",),
    ),
    "usedStrategy": PredicateTerm(
        label="used strategy",
        comment="Approach taken in a campaign.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
    "voteShare": PredicateTerm(
        label="vote share",
        comment="Share of the vote in a contest.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        asserts="Tally",
        subject_role="candidate",
        object_role="contest",
        measure="measure-share",
    ),
    "votedForTraditionalProsecutor": PredicateTerm(
        label="voted for traditional prosecutor",
        comment="Share of a presidential electorate that voted for the traditional prosecutor.",
        family="aboutPresidential",
        domain="Agent",
        range="ContestSet",
        domain_includes=("Electorate",),
        range_includes=("ContestSet",),
    ),
    "warned": PredicateTerm(
        label="warned",
        comment="Warns of something.",
        family="aboutSpeechAct",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Group",),
        range_includes=("rdfs:Literal",),
    ),
    "wasUnarmed": PredicateTerm(
        label="was unarmed",
        comment="Carried no weapon.",
        family="aboutEvent",
        domain="Person",
        range="rdfs:Literal",
        domain_includes=("Person",),
        range_includes=("rdfs:Literal",),
    ),
    "wereSearchingFor": PredicateTerm(
        label="were searching for",
        comment="Purpose of a police operation.",
        family="aboutEvent",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("Group",),
        range_includes=("rdfs:Literal",),
    ),
    "withdrawnBefore": PredicateTerm(
        label="withdrawn before",
        comment="Item withdrawn before an event.",
        family="aboutEvent",
        domain="Advertisement",
        range="Contest",
        domain_includes=("Advertisement",),
        range_includes=("Contest",),
    ),
    "won": PredicateTerm(
        label="won",
        comment="Wins a contest.",
        family="aboutResult",
        domain="Agent",
        range="Entity",
        domain_includes=(
            "CandidateGroup",
            "Person",
        ),
        range_includes=(
            "Contest",
            "ContestSet",
        ),
        draws="won",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-won",
    ),
    "wonOutright": PredicateTerm(
        label="won outright",
        comment="Wins without run-off.",
        family="aboutResult",
        domain="Agent",
        range="Contest",
        domain_includes=("Person",),
        range_includes=("Contest",),
        draws="won",
        asserts="Result",
        subject_role="candidate",
        object_role="contest",
        subject_outcome="outcome-won-outright",
    ),
    "wouldSignal": PredicateTerm(
        label="would signal",
        comment="What a result would mean if it came about.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("CandidateGroup",),
        range_includes=("rdfs:Literal",),
    ),
    "wouldSuffer": PredicateTerm(
        label="would suffer",
        comment="What would happen to the subject if a condition came true.",
        family="aboutAnalysis",
        domain="Agent",
        range="rdfs:Literal",
        domain_includes=("DonorNetwork",),
        range_includes=("rdfs:Literal",),
    ),
}

EDGES: dict[str, EdgeTerm] = {
    "activistIn": EdgeTerm(label="activist in", family="tie"),
    "advancedTo": EdgeTerm(label="advanced to", family="candidacy"),
    "alignedWith": EdgeTerm(label="aligned with", family="tie"),
    "associatedWithOrganization": EdgeTerm(label="associated with organization", family="tie"),
    "backed": EdgeTerm(label="backed", family="support"),
    "backedDirectly": EdgeTerm(label="backed directly", family="support"),
    "carried": EdgeTerm(label="carried", family="outcome"),
    "coFounderOf": EdgeTerm(label="co-founder of", family="tie"),
    "controlledBy": EdgeTerm(label="controlled by", family="tie"),
    "defeated": EdgeTerm(label="defeated", family="candidacy"),
    "editorAt": EdgeTerm(label="editor at", family="tie"),
    "endorsed": EdgeTerm(label="endorsed", family="support"),
    "facedRecallIn": EdgeTerm(label="faced recall in", family="candidacy"),
    "favored": EdgeTerm(label="favored", family="support"),
    "founderOf": EdgeTerm(label="founder of", family="tie"),
    "funded": EdgeTerm(label="funded", family="money"),
    "gaveTo": EdgeTerm(label="gave to", family="money"),
    "handpicked": EdgeTerm(label="handpicked", family="support"),
    "hasMemberKind": EdgeTerm(label="has member kind", family="tie"),
    "heldIn": EdgeTerm(label="held in", family="outcome"),
    "heldOffice": EdgeTerm(label="held office", family="tie"),
    "helpedElect": EdgeTerm(label="helped elect", family="support"),
    "helpedElectIn": EdgeTerm(label="helped elect in", family="support"),
    "helpedRaiseFor": EdgeTerm(label="helped raise money for", family="support"),
    "holdsOffice": EdgeTerm(label="holds office", family="tie"),
    "hostOf": EdgeTerm(label="host of", family="tie"),
    "inCounty": EdgeTerm(label="in county", family="outcome"),
    "leads": EdgeTerm(label="leads", family="tie"),
    "ledIn": EdgeTerm(label="led in", family="candidacy"),
    "linkedTo": EdgeTerm(label="linked to", family="tie"),
    "locatedIn": EdgeTerm(label="located in", family="tie"),
    "lost": EdgeTerm(label="lost", family="candidacy"),
    "memberOf": EdgeTerm(label="member of", family="tie"),
    "opposed": EdgeTerm(label="opposed", family="opposition"),
    "paidFor": EdgeTerm(label="paid for", family="money"),
    "partOf": EdgeTerm(label="part of", family="tie"),
    "policyDirectorOf": EdgeTerm(label="policy director of", family="tie"),
    "predecessorOf": EdgeTerm(label="predecessor of", family="tie"),
    "presidentOf": EdgeTerm(label="president of", family="tie"),
    "raisedFor": EdgeTerm(label="raised money for its side in", family="money"),
    "ranIn": EdgeTerm(label="ran in", family="candidacy"),
    "recalledFrom": EdgeTerm(label="recalled from", family="candidacy"),
    "removed": EdgeTerm(label="removed", family="outcome"),
    "runs": EdgeTerm(label="runs", family="tie"),
    "spentAgainst": EdgeTerm(label="spent against", family="opposition"),
    "spentFor": EdgeTerm(label="spent for", family="money"),
    "spentOn": EdgeTerm(label="spent on", family="money"),
    "spouseOf": EdgeTerm(label="spouse of", family="tie"),
    "supportsRecallOf": EdgeTerm(label="supports recall of", family="opposition"),
    "suspended": EdgeTerm(label="suspended", family="outcome"),
    "tracked": EdgeTerm(label="tracked", family="tie"),
    "won": EdgeTerm(label="won", family="candidacy"),
    "workedFor": EdgeTerm(label="worked for", family="support"),
}

CODES: dict[str, tuple[CodeTerm, ...]] = {
    "ChoiceKind": (
        CodeTerm(
            name="choice-all-votes",
            label="all votes",
            comment="The votes for all choices of the contest together; such a tally is always repeated.",
        ),
        CodeTerm(
            name="choice-ballots-cast", label="ballots cast", comment="Ballots counted, not votes for anyone."
        ),
        CodeTerm(name="choice-blank", label="blank", comment="Blank or spoiled ballots."),
        CodeTerm(name="choice-candidate", label="candidate", comment="A named candidate."),
        CodeTerm(
            name="choice-option", label="option", comment="An option of a question, for example yes or no."
        ),
        CodeTerm(
            name="choice-other",
            label="other figure",
            comment="Any other figure printed among the choices, for example a number of precincts.",
        ),
        CodeTerm(
            name="choice-overvotes",
            label="overvotes",
            comment="Ballots with too many choices in the contest.",
        ),
        CodeTerm(
            name="choice-registered",
            label="registered voters",
            comment="Registered voters, not votes for anyone.",
        ),
        CodeTerm(
            name="choice-undervotes",
            label="undervotes",
            comment="Ballots with no or too few choices in the contest.",
        ),
        CodeTerm(name="choice-write-in", label="write-ins", comment="Write-in votes together."),
    ),
    "ClaimKind": (
        CodeTerm(name="kind-aggregate", label="aggregate", comment="The claim is about a number over a set."),
        CodeTerm(name="kind-analysis", label="analysis", comment="The claim is about an interpretation."),
        CodeTerm(
            name="kind-candidacy", label="candidacy", comment="The claim is about standing in a contest."
        ),
        CodeTerm(
            name="kind-characterisation",
            label="characterisation",
            comment="The claim is about a label or judgement.",
        ),
        CodeTerm(name="kind-event", label="event", comment="The claim is about something that happened."),
        CodeTerm(name="kind-forecast", label="forecast", comment="The claim is about an expectation."),
        CodeTerm(name="kind-measure", label="measure", comment="The claim is about a ballot measure."),
        CodeTerm(name="kind-money", label="money", comment="The claim is about money."),
        CodeTerm(
            name="kind-officeholding", label="officeholding", comment="The claim is about holding an office."
        ),
        CodeTerm(name="kind-opposition", label="opposition", comment="The claim is about opposition."),
        CodeTerm(name="kind-place", label="place", comment="The claim is about where something lies."),
        CodeTerm(name="kind-poll", label="poll", comment="The claim is about a poll."),
        CodeTerm(name="kind-position", label="position", comment="The claim is about a policy position."),
        CodeTerm(
            name="kind-presidential", label="presidential", comment="The claim is about presidential results."
        ),
        CodeTerm(name="kind-publication", label="publication", comment="The claim is about publication."),
        CodeTerm(name="kind-recall", label="recall", comment="The claim is about a recall."),
        CodeTerm(name="kind-relation", label="relation", comment="The claim is about a tie or attribute."),
        CodeTerm(name="kind-removal", label="removal", comment="The claim is about a removal or suspension."),
        CodeTerm(
            name="kind-result", label="result", comment="The claim is about how a contest ended or stands."
        ),
        CodeTerm(name="kind-statement", label="statement", comment="The claim is about an utterance."),
        CodeTerm(name="kind-support", label="support", comment="The claim is about support."),
    ),
    "ColumnCode": (
        CodeTerm(name="column-candidates", label="candidates", comment="Who stands for office."),
        CodeTerm(name="column-committees", label="committees", comment="Who collects and spends."),
        CodeTerm(name="column-counties", label="counties", comment="Where it is decided."),
        CodeTerm(name="column-donors", label="donors", comment="Who gives or supports."),
        CodeTerm(name="column-outcomes", label="outcomes", comment="How it ended."),
    ),
    "CountStatus": (
        CodeTerm(
            name="count-canvassed",
            label="canvassed",
            comment="Checked by the election office, not yet certified.",
        ),
        CodeTerm(name="count-certified", label="certified", comment="Certified by the competent authority."),
        CodeTerm(name="count-partial", label="partial", comment="Not all ballots or precincts are counted."),
        CodeTerm(name="count-unknown", label="not stated", comment="The source does not say."),
        CodeTerm(
            name="count-unofficial",
            label="unofficial",
            comment="Marked unofficial or not final by the source.",
        ),
    ),
    "EdgeFamily": (
        CodeTerm(
            name="family-candidacy", label="candidacy", comment="Standing in a contest, and how it ended."
        ),
        CodeTerm(name="family-money", label="money", comment="Money given, spent or raised."),
        CodeTerm(
            name="family-opposition", label="opposition", comment="Action against someone; dashed and barred."
        ),
        CodeTerm(name="family-outcome", label="outcome", comment="What voters or officials decided."),
        CodeTerm(name="family-support", label="support", comment="Support without a stated sum."),
        CodeTerm(name="family-tie", label="tie", comment="A tie that is neither money nor support."),
    ),
    "ElectionKind": (
        CodeTerm(name="election-kind-general", label="general", comment="A general election."),
        CodeTerm(name="election-kind-primary", label="primary", comment="A primary election."),
        CodeTerm(
            name="election-kind-primary-runoff",
            label="primary run-off",
            comment="A run-off of a primary election.",
        ),
        CodeTerm(name="election-kind-recall", label="recall", comment="A recall election."),
        CodeTerm(name="election-kind-runoff", label="run-off", comment="A run-off of a general election."),
        CodeTerm(name="election-kind-special", label="special", comment="A special election."),
        CodeTerm(
            name="election-kind-special-runoff",
            label="special run-off",
            comment="A run-off of a special election.",
        ),
    ),
    "EventKind": (
        CodeTerm(name="event-election", label="election", comment="A day of voting."),
        CodeTerm(name="event-endorsement", label="endorsement", comment="Support was declared."),
        CodeTerm(name="event-gift", label="gift", comment="Money was given."),
        CodeTerm(name="event-recall", label="recall", comment="An office-holder was recalled by voters."),
        CodeTerm(name="event-removal", label="removal", comment="An official removed an office-holder."),
        CodeTerm(name="event-runoff", label="run-off", comment="A second round of voting."),
        CodeTerm(name="event-spending", label="spending", comment="Money was spent."),
        CodeTerm(
            name="event-suspension", label="suspension", comment="An official suspended an office-holder."
        ),
    ),
    "Measure": (
        CodeTerm(name="measure-margin", label="margin", comment="Lead of the winner in percentage points."),
        CodeTerm(
            name="measure-margin-of-loss",
            label="margin of loss",
            comment="Deficit of the loser in percentage points.",
        ),
        CodeTerm(
            name="measure-poll-share", label="poll share", comment="Percent of respondents for a candidate."
        ),
        CodeTerm(name="measure-rank", label="rank", comment="Place in the order of votes."),
        CodeTerm(name="measure-ratio", label="ratio", comment="Votes of the winner over votes of the loser."),
        CodeTerm(name="measure-share", label="share", comment="Percent of the votes."),
        CodeTerm(
            name="measure-undecided", label="undecided", comment="Percent of respondents without a choice."
        ),
        CodeTerm(name="measure-votes", label="votes", comment="Number of votes."),
    ),
    "Modality": (
        CodeTerm(
            name="modality-admission",
            label="admission",
            comment="A concession by the person concerned.",
            firmness=8,
            weakens=False,
        ),
        CodeTerm(
            name="modality-alleged",
            label="alleged",
            comment="Put as an allegation: allegedly, questions about.",
            firmness=2,
            weakens=True,
        ),
        CodeTerm(
            name="modality-asserted",
            label="asserted",
            comment="Stated by the document without marker.",
            firmness=9,
            weakens=False,
        ),
        CodeTerm(
            name="modality-attributed",
            label="attributed",
            comment="Ascribed to a named source, in indirect speech.",
            firmness=7,
            weakens=False,
        ),
        CodeTerm(
            name="modality-conditional",
            label="conditional",
            comment="Holds under a condition.",
            firmness=1,
            weakens=True,
        ),
        CodeTerm(
            name="modality-criticism",
            label="criticism",
            comment="Criticism of an actor.",
            firmness=6,
            weakens=False,
        ),
        CodeTerm(
            name="modality-headline",
            label="headline",
            comment="Stated in a headline.",
            firmness=9,
            weakens=False,
        ),
        CodeTerm(
            name="modality-implicature",
            label="implicature",
            comment="Not stated, suggested only.",
            firmness=0,
            weakens=True,
        ),
        CodeTerm(
            name="modality-opinion",
            label="opinion",
            comment="An evaluation; its holder is the document unless it is attributed.",
            firmness=6,
            weakens=False,
        ),
        CodeTerm(
            name="modality-poll", label="poll", comment="The finding of a poll.", firmness=6, weakens=False
        ),
        CodeTerm(
            name="modality-quoted",
            label="quoted",
            comment="A direct quotation, or a fragment in quotation marks.",
            firmness=8,
            weakens=False,
        ),
        CodeTerm(
            name="modality-rebuttal",
            label="rebuttal",
            comment="An answer to a criticism, or its denial.",
            firmness=7,
            weakens=False,
        ),
        CodeTerm(
            name="modality-reported",
            label="reported",
            comment="Passed on without vouching for it: reportedly.",
            firmness=5,
            weakens=True,
        ),
        CodeTerm(
            name="modality-tentative",
            label="tentative",
            comment="Put as an impression: appeared, seemed, suggest.",
            firmness=3,
            weakens=True,
        ),
        CodeTerm(
            name="modality-unofficial",
            label="unofficial",
            comment="A count marked unofficial or still open.",
            firmness=4,
            weakens=True,
        ),
    ),
    "NotNewMoney": (
        CodeTerm(name="not-new-loan", label="loan", comment="A loan, a repayment or a forgiven loan."),
        CodeTerm(
            name="not-new-memo", label="memo", comment="A memo entry: its amount is part of another row."
        ),
        CodeTerm(
            name="not-new-other", label="other", comment="Neither gift nor spending, for example interest."
        ),
        CodeTerm(name="not-new-refund", label="refund", comment="Money that went back, or came back."),
        CodeTerm(
            name="not-new-reported-twice",
            label="reported twice",
            comment="The same money is reported in another row, which is counted.",
        ),
        CodeTerm(name="not-new-superseded", label="superseded", comment="An amendment replaces the filing."),
        CodeTerm(
            name="not-new-transfer",
            label="transfer",
            comment="Money moved between committees; it was counted where it came in.",
        ),
    ),
    "OfficeKind": (
        CodeTerm(name="office-kind-other", label="other", comment="Any other office."),
        CodeTerm(name="office-kind-president", label="president", comment="President of the United States."),
        CodeTerm(
            name="office-kind-prosecutor",
            label="prosecutor",
            comment="An elected local prosecutor, whatever the state calls the office.",
        ),
    ),
    "OutcomeCode": (
        CodeTerm(name="outcome-advanced", label="advanced to run-off", comment="Goes to the second round."),
        CodeTerm(name="outcome-carried", label="carried", comment="Won the most votes in a place."),
        CodeTerm(name="outcome-faces-recall", label="faces recall", comment="Stands before a recall vote."),
        CodeTerm(name="outcome-failed", label="failed", comment="The measure failed."),
        CodeTerm(name="outcome-led", label="led", comment="Was ahead in a count that was not final."),
        CodeTerm(name="outcome-lost", label="lost", comment="Lost the contest."),
        CodeTerm(name="outcome-open", label="open", comment="Undetermined at the time."),
        CodeTerm(name="outcome-passed", label="passed", comment="The measure passed."),
        CodeTerm(name="outcome-recalled", label="recalled", comment="Lost the office through recall."),
        CodeTerm(name="outcome-removed", label="removed", comment="Was removed from office by an official."),
        CodeTerm(name="outcome-survived", label="survived", comment="Kept the office."),
        CodeTerm(
            name="outcome-suspended", label="suspended", comment="Was suspended from office by an official."
        ),
        CodeTerm(name="outcome-won", label="won", comment="Won the contest."),
        CodeTerm(name="outcome-won-outright", label="won outright", comment="Won without a run-off."),
    ),
    "PartyKind": (
        CodeTerm(name="party-kind-candidate", label="candidate", comment="A candidate."),
        CodeTerm(name="party-kind-committee", label="committee", comment="A political committee."),
        CodeTerm(name="party-kind-individual", label="individual", comment="A person."),
        CodeTerm(
            name="party-kind-organization",
            label="organization",
            comment="A business or other organisation that is not a committee.",
        ),
        CodeTerm(name="party-kind-other", label="other", comment="Any other kind the source names."),
        CodeTerm(
            name="party-kind-political-party", label="political party", comment="A party or its committee."
        ),
    ),
    "Polarity": (
        CodeTerm(name="polarity-negative", label="negative", comment="The claim denies; it draws no edge."),
        CodeTerm(name="polarity-positive", label="positive", comment="The claim states."),
    ),
    "Precision": (
        CodeTerm(
            name="precision-about",
            label="about",
            comment="Near the figure, without bounds: about, around, roughly.",
        ),
        CodeTerm(
            name="precision-at-least",
            label="at least",
            comment="The figure or more: at least, match or surpass.",
        ),
        CodeTerm(
            name="precision-exact",
            label="exact",
            comment="The figure as written, without a hedge; it may be rounded.",
        ),
        CodeTerm(
            name="precision-just-over", label="just over", comment="Slightly above the figure: just over."
        ),
        CodeTerm(
            name="precision-less-than", label="less than", comment="Below the figure: less than, under."
        ),
        CodeTerm(
            name="precision-majority", label="majority", comment="More than half: a majority, most, mostly."
        ),
        CodeTerm(name="precision-more-than", label="more than", comment="Above the figure: more than, over."),
        CodeTerm(
            name="precision-nearly", label="nearly", comment="Slightly below the figure: nearly, almost."
        ),
        CodeTerm(name="precision-range", label="range", comment="Between two figures, both included."),
        CodeTerm(name="precision-vague", label="vague", comment="No figure: many, some, easily."),
        CodeTerm(
            name="precision-vague-plural",
            label="vague plural",
            comment="Millions, multimillion; more than one million.",
        ),
    ),
    "Strength": (
        CodeTerm(name="strength-aligned", label="aligned", comment="A shared agenda; no support implied."),
        CodeTerm(name="strength-backed", label="backed", comment="Support whose kind is open."),
        CodeTerm(
            name="strength-backed-directly", label="backed directly", comment="Support by own direct means."
        ),
        CodeTerm(name="strength-endorsed", label="endorsed", comment="A formal endorsement."),
        CodeTerm(name="strength-favored", label="favored", comment="A preference; weaker than backed."),
        CodeTerm(name="strength-helped", label="helped", comment="Help with raising money."),
        CodeTerm(
            name="strength-linked", label="linked", comment="A tie of unspecified kind; weaker than backed."
        ),
        CodeTerm(
            name="strength-worked-for", label="worked for", comment="A committee works for the candidate."
        ),
    ),
    "TallyLevel": (
        CodeTerm(name="level-county", label="county", comment="A county or equivalent."),
        CodeTerm(
            name="level-district",
            label="district",
            comment="A district of several counties, for example a judicial circuit.",
        ),
        CodeTerm(
            name="level-precinct", label="precinct", comment="A precinct or other smallest reporting unit."
        ),
        CodeTerm(name="level-state", label="state", comment="A state."),
    ),
    "VoteMode": (
        CodeTerm(name="mode-absentee", label="absentee", comment="Absentee votes, as the source calls them."),
        CodeTerm(name="mode-early", label="early", comment="Votes cast in person before election day."),
        CodeTerm(
            name="mode-election-day",
            label="election day",
            comment="Votes cast at a polling place on election day.",
        ),
        CodeTerm(name="mode-mail", label="by mail", comment="Votes cast by mail."),
        CodeTerm(name="mode-other", label="other", comment="Any other way the source names."),
        CodeTerm(name="mode-provisional", label="provisional", comment="Provisional ballots."),
        CodeTerm(name="mode-total", label="total", comment="All votes, however cast."),
    ),
    "VoteThreshold": (
        CodeTerm(
            name="threshold-majority",
            label="majority",
            comment="More than half of the votes cast for the office.",
        ),
        CodeTerm(
            name="threshold-plurality", label="plurality", comment="More votes than any other candidate."
        ),
        CodeTerm(
            name="threshold-ranked-choice",
            label="ranked choice",
            comment="More than half of the votes, after votes of candidates with the fewest were passed on to next choices if need be.",
        ),
    ),
}
