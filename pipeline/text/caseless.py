"""Text in small letters, for searches that must find exactly what `re.IGNORECASE` finds, many times faster."""


def caseless(text: str) -> str:
    """`text` in small letters, as long as before, with the letters that `re.IGNORECASE` takes for an i or an s as such.

    Small ASCII letters in an expression then match what they match in `text` with the flag: the long s counts as s, the
    dotless i and the dotted capital I as i, the Kelvin sign as k. Only where case matters can the engine skip ahead.
    """
    return text.replace("\u0130", "i").lower().replace("\u017f", "s").replace("\u0131", "i")
