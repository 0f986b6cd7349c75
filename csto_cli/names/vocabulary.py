"""Words of the languages, not facts of the record: what people of a state are called, and how cities are also written.

States and cities are named here by the English name that the record gives them, so that a store without them loses nothing.
"""

from __future__ import annotations

DEMONYMS = {
    "Armenia": "armenian армянский армянская армянское Армении арменийский հայկական",
    "Azerbaijan": "azerbaijani azeri азербайджанский азербайджанская Азербайджана",
    "Belarus": "belarusian belarussian byelorussian belorussian Belorussia Byelorussia белорусский белорусская беларусский Беларуси "
    "Белоруссии беларускі",
    "Georgia": "georgian грузинский грузинская Грузии",
    "Kazakhstan": "kazakh kazakhstani qazaq казахстанский казахстанская казахский Казахстана қазақ қазақстандық",
    "Kyrgyzstan": "kyrgyz kirghiz kyrgyzstani kirgiz Kirgizstan Kirghizia Kirgizia киргизский киргизская кыргызский кыргызская Киргизии "
    "Кыргызстана кыргыз",
    "Russia": "russian российский российская русский России РФ",
    "Serbia": "serbian сербский сербская Сербии",
    "Tajikistan": "tajik tajikistani tadjik tadzhik Tadjikistan Tadzhikistan таджикский таджикская Таджикистана тоҷик тоҷикӣ",
    "Uzbekistan": "uzbek uzbekistani узбекский узбекская узбекистанский Узбекистана oʻzbek",
    "Afghanistan": "afghan afghani афганский афганская Афганистана",
}
"""Adjectives, genitives and older spellings by which a state is meant."""

OFFICES = {
    "Head of state": ("президент", "глава государства"),
    "Head of government": ("премьер-министр", "премьер", "PM"),
    "Minister of foreign affairs": ("глава МИД", "министр иностранных дел"),
    "Minister of defence": ("глава Минобороны", "defence chief", "defense chief"),
    "Secretary of the security council": ("секретарь Совбеза", "глава Совбеза", "secretary of the national security council"),
}
"""What holders of an office are also called, by the English name of the office."""

BODIES = {
    "Council of Ministers of Defence": (
        "CDM",
        "Council of Defence Ministers",
        "Council of Defense Ministers",
        "defence ministers",
        "defense ministers",
        "министры обороны",
    ),
    "Council of Ministers of Foreign Affairs": (
        "Council of Foreign Ministers",
        "CMFA",
        "foreign ministers",
        "министры иностранных дел",
    ),
    "Collective Rapid Deployment Forces of the Central Asian region of collective security": (
        "KSBR",
        "КСБР",
    ),
    "Collective Rapid Reaction Forces": ("KSOR",),
    "Collective Security Council": (
        "Council of heads of state",
        "CSTO summit",
    ),
    "Committee of Secretaries of Security Councils": (
        "KSSB",
        "Committee of Security Council Secretaries",
        "security council secretaries",
        "secretaries of security councils",
        "секретари советов безопасности",
    ),
    "Collective Security Treaty Organization": ("ODKB",),
    "Parliamentary Assembly of the CSTO": ("Parliamentary Assembly",),
    "Joint Staff of the CSTO": (
        "CSTO Joint Staff",
        "ОШ ОДКБ",
        "Joint Headquarters",
    ),
    "Coordination Council of Heads of Competent Authorities on Combating Illegal Migration": ("KSBNM",),
    "Coordination Council for Emergency Situations of the CSTO member states": ("KSChS",),
    "Coordination Council of Heads of Competent Authorities for Countering Illicit Drug Trafficking": (
        "KSOPN",
        "anti-drug council",
    ),
    "Collective Peacekeeping Forces of the CSTO": (
        "CSTO peacekeepers",
        "миротворческие силы",
    ),
}
"""How organs and forces are also referred to, by the English name of the body."""

SERIES = {
    "Interaction": ("Cooperation",),
    "Rubezh": ("Frontier",),
    "Unbreakable Brotherhood": ("Indestructible Brotherhood", "Inviolable Brotherhood"),
}
"""How agencies also translate the names of exercises, by the English name without the year."""

ORGANISATION = frozenset({"csto", "odkb"})
"""What stands beside the name of an organ or a post of the organisation and does not tell it from the others."""

CITIES = (
    "Astana Астана Nur-Sultan Нур-Султан Нұр-Сұлтан Nursultan Akmola Акмола Tselinograd Целиноград",
    "Almaty Алматы Alma-Ata Алма-Ата",
    "Bishkek Бишкек Frunze Фрунзе",
    "Dushanbe Душанбе Stalinabad Сталинабад",
    "St-Petersburg Saint-Petersburg Sankt-Peterburg Санкт-Петербург Petersburg Петербург SPb СПб Leningrad Ленинград",
    "Yerevan Ереван Erevan Երևան",
    "Minsk Минск Мінск Mensk",
    "Moscow Москва Moskva",
    "Ashgabat Ашхабад Ashkhabad",
    "Kyiv Киев Kiev Київ",
    "Borovoye Боровое Borovoe Burabay Бурабай",
    "Khujand Худжанд Хуҷанд Khodjent Leninabad Ленинабад",
)
"""Cities at which the organisation met, with what they are and were also called; the record's own names of capitals are used beside."""

CHAIR = frozenset({"chair", "chairman", "chairmanship", "chairperson", "presidency", "predsedatel", "predsedatelstvo", "predsedatelya"})
"""Words, folded, that ask who is in the chair of the organisation or of a body."""

COUNCIL = frozenset({"collective", "security", "council", "treaty", "organization", "organisation", "csc"})
"""Words of the names of the organisation and its Council."""

SAME = (
    ("CSTO", "ОДКБ", "Collective Security Treaty Organization", "Collective Security Treaty Organisation"),
    ("UN", "ООН", "United Nations"),
    ("CRRF", "КСОР", "Collective Rapid Reaction Force", "Collective Rapid Reaction Forces"),
    ("summit", "summits", "session of the Council", "Council session", "session of the Collective Security Council"),
    ("exercise", "exercises", "drill", "drills"),
    ("base", "bases", "military infrastructure"),
)
"""Terms of the field that mean the same, a row each: a search for one finds the others too. What only spells differently is no row: folded,
secretary-general is secretary general."""

LINKING = frozenset({"of", "the", "for", "from", "in", "to", "s", "by"})
"""Words that join an office to its state and mean nothing by themselves."""
