#!/usr/bin/env python3
"""Write the names of currencies as rows of words, from CLDR through ICU (python3-icu).

usage: cldr_currencies.py LOCALE ROWS... > lib/lang/LOCALE/currencies.inc

Prints one row for each name of a currency, one and many, and for its code, leaving out what the files ROWS (the rows
written by hand) already say and codes that are words.
"""
import re
import sys

import icu

WORDS = {"pen", "ang", "nad", "scr", "xxx", "shp", "sle", "gip", "all", "try", "top", "cup", "mad", "php", "pab", "ern", "bam", "ron", "mop", "lak", "sos", "awg", "amd", "mur", "bob",
         "gel", "lei", "ars", "vuv", "cop", "mga"}


def tokens(name):
    """A name as the tokenizer cuts it: folded, blanks between tokens."""
    name = name.lower().replace("’", "'")
    return " ".join(re.findall(r"'s\b|[^\W_]+(?:'[^\W_]+)*|[^\w\s]", name))


def main():
    locale = icu.Locale(sys.argv[1])
    known = set()
    for path in sys.argv[2:]:
        known |= set(re.findall(r'\{"([^"]+)", k(?:Currency|CurrencySign|Cent|Measure)\b', open(path, encoding="utf-8").read()))
    codes = sorted({str(c) for region in icu.Locale.getISOCountries() for c in icu_codes(region)})
    print("// Currencies of all countries, from CLDR by scripts/cldr_currencies.py.")
    for code in codes:
        names = {tokens(plural(locale, code, n)) for n in (1, 2)} | {code.lower()}
        for name in sorted(names):
            if name not in known and name not in WORDS and len(name) > 2 and not any(c.isdigit() for c in name):
                known.add(name)
                print('    {"%s", kCurrency, 0, "%s"},' % (name, code))


def icu_codes(region):
    """The currencies a region has used."""
    locale = icu.Locale("und", region)
    try:
        yield str(icu.NumberFormat.createCurrencyInstance(locale).getCurrency())
    except icu.ICUError:
        return


def plural(locale, code, n):
    formatter = icu.NumberFormatter.withLocale(locale).unit(icu.CurrencyUnit(code)).unitWidth(icu.UNumberUnitWidth.FULL_NAME)
    return re.sub(r"^[\d.,]+\s*", "", str(formatter.precision(icu.Precision.integer()).formatInt(n)))


if __name__ == "__main__":
    main()
