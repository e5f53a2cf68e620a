"""Where a character beyond ASCII is usual in names and addresses: what tells one encoding from another."""

USUAL_LETTERS = frozenset("áâäãàåæçéêëèíîïìñóôöõòøúûüùýÿßœšžÁÂÄÃÀÅÆÇÉÊËÈÍÎÏÌÑÓÔÖÒØÚÛÜÙÝŒŠŽ")
OPENING, CLOSING = frozenset("“«¿¡£€$\u2018"), frozenset("”’»…®™°ºª²³¢")
APART = frozenset("–—·•§©¶½¼¾±×")  # not between two letters
COMMON = OPENING | CLOSING | APART | {"\u00a0", "\u00b4", "¨"}
FIRST_LETTER, LAST_LETTER = "À", "\u017f"  # Latin-1 and Latin Extended-A
CONTRACTED = frozenset("stdmrlv")  # what follows an apostrophe after a small letter


def is_usual(before: str, character: str, after: str) -> bool:
    """Whether a character is usual between two others; "" stands for the start or end of a block."""
    if character in USUAL_LETTERS:
        return _is_usual_letter(before, character, after)
    if character == "’" and before.isalpha() and after.isalpha():
        return after.isupper() if before.isupper() else after in CONTRACTED
    if character in OPENING:
        return not before.isalnum() and not after.isspace()
    if character in CLOSING:
        return not before.isspace() and not after.isalpha()
    if character in APART:
        return not (before.isalpha() and after.isalpha())
    return character == "\u00a0"


def _is_usual_letter(before: str, letter: str, after: str) -> bool:
    """A small letter follows or precedes small ones; a capital does not follow them."""
    if letter.isupper():
        return not before.islower() and (before.isalpha() or after.isalpha() or after == ".")
    return not after.isupper() and (before.isalpha() or after.isalpha())


def is_common(character: str) -> bool:
    """Whether a character beyond ASCII is a letter of Western and Central Europe or usual punctuation."""
    return (FIRST_LETTER <= character <= LAST_LETTER and character.isalpha()) or character in COMMON
