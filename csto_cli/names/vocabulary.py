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

LINKING = frozenset({"of", "the", "for", "from", "in", "to", "s", "by"})
"""Words that join an office to its state and mean nothing by themselves."""
