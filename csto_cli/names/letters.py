"""Letters of the scripts that the record's names are written in -> the Latin letters that English-language sources use for them.

One table for `str.translate`, lower case only. The tables of a general transliterator are several times slower on a whole record, and are
asked only for scripts that are not here.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = (
    "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya "
    # Kazakh, Kyrgyz, Tajik
    "ә a ғ gh қ q ң n ө o ұ u ү u һ h і i ӣ i ӯ u ҳ h ҷ j "
    # Belarusian, Ukrainian, Serbian, Macedonian
    "ў u ї i є ie ґ g ђ dj ј j љ lj њ nj ћ c џ dzh ѓ g ќ k ѕ dz ѐ e ѝ i"
)
_ARMENIAN = (
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t "
    "ր r ց ts ւ v փ p ք k օ o ֆ f և ev"
)
_GEORGIAN = (
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh "
    "ჯ j ჰ h"
)
_PERSIAN = (
    "ا a آ a ب b پ p ت t ث s ج j چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق q ک k ك k گ g ل l م m ن n "
    "و u ه h ی i ي i"
)
_LATIN = "ə e ı i ł l đ d ø o ß ss æ ae œ oe"
_SILENT = "'`’‘ʼʻʹˈ\"«»“”„ьъ՛՚"
_BLANK = "–—‑−…№°·•՝։§\u00a0"


def _table() -> dict[int, str]:
    table = {ord(mark): "" for mark in _SILENT} | {ord(mark): " " for mark in _BLANK}
    for letters in (_CYRILLIC, _ARMENIAN, _GEORGIAN, _PERSIAN, _LATIN):
        pairs = letters.split()
        table.update({ord(letter): latin for letter, latin in zip(pairs[::2], pairs[1::2], strict=True)})
    return table


_TABLE = _table()
_OTHER = re.compile(r"[^\x00-\x7f]+")


def ascii_of(text: str) -> str:
    """Text in lower-case ASCII: letters as English-language sources write them, marks and quotation marks taken off."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("ու", "u")
    text = text.translate(_TABLE)
    return text if text.isascii() else _OTHER.sub(_by_decomposition, text)


def _by_decomposition(run: re.Match[str]) -> str:
    """Marks off the letters that carry some (č, ū, ά), and a general transliterator for any other script."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", run.group()) if not unicodedata.combining(mark)).lower().translate(_TABLE)
    if bare.isascii():
        return bare
    from anyascii import anyascii

    return anyascii(bare).lower().translate(_TABLE)
