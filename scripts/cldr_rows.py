#!/usr/bin/env python3
"""Write rows of words from CLDR through ICU (Debian: python3-icu): months, weekdays, currencies, units, countries.

usage: cldr_rows.py calendar|currencies|units LOCALE [ROWS...] > lib/lang/LOCALE/KIND.inc
       cldr_rows.py countries LOCALE lib/lang/LOCALE/places.inc    what is missing there, to be sorted in

Names of the locale, of LOCALE's other spellings ("en-GB") too where they differ. ROWS are files written by hand: what
they say already is left out. tests/resolve/cldr_test.cc compares the rows with ICU at run time.
"""
import re
import sys
import unicodedata

import icu

SPELLINGS = {"en": ["en", "en-GB"], "de": ["de", "de-AT"]}

# Names that are words or names too: a month only where the text around says so.
AMBIGUOUS = {"en": {"march", "may", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}, "de": set()}
# Short names that are words or names of persons need their full stop, or are none of ours.
NEED_STOP = {"en": {"mon", "wed", "sat", "sun"}, "de": {"mär", "jan"}}
NO_SHORT_NAME = {"en": set(), "de": {"so", "mo", "di", "mi", "do", "fr", "sa"}}

# Codes of currencies that are words, names or other abbreviations.
WORDS = {"pen", "ang", "nad", "scr", "xxx", "shp", "sle", "gip", "all", "try", "top", "cup", "mad", "php", "pab", "ern",
         "bam", "ron", "mop", "lak", "sos", "awg", "amd", "mur", "bob", "gel", "lei", "ars", "vuv", "cop", "mga", "kgs"}
NO_CURRENCY = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX", "USN", "USS", "MXV",
               "COU", "CLF", "CHE", "CHW", "BOV", "UYI", "UYW", "XRE"}

# Codes that stand for thousands and millions with a letter before them: "kEUR", "MUSD".
SCALED = "USD EUR GBP JPY CHF CAD AUD NZD SEK NOK DKK CNY INR BRL ZAR RUB MXN KRW SGD HKD PLN CZK HUF TRY THB IDR MYR AED".split()

# Units as ICU names them; SI prefixes where they are in use. The names on the right are those of the tables.
PREFIXED = {
    "meter": "pico nano micro milli centi deci deka hecto kilo mega giga", "gram": "nano micro milli centi deci deka hecto kilo mega",
    "liter": "micro milli centi deci deka hecto kilo mega", "watt": "micro milli kilo mega giga tera",
    "watt-hour": "kilo mega giga tera", "joule": "milli kilo mega giga", "volt": "micro milli kilo mega", "ampere": "micro milli kilo",
    "ohm": "milli kilo mega", "hertz": "kilo mega giga tera", "pascal": "hecto kilo mega giga", "bar": "milli kilo", "newton": "milli kilo mega",
    "bit": "kilo mega giga tera peta", "byte": "kilo mega giga tera peta exa", "farad": "pico nano micro milli", "henry": "micro milli",
    "coulomb": "micro milli", "tesla": "micro milli", "sievert": "micro milli", "becquerel": "kilo mega giga", "gray": "milli", "mole": "micro milli",
    "electronvolt": "kilo mega giga tera", "calorie": "kilo", "pixel": "mega", "tonne": "kilo mega giga", "ton": "kilo mega", "parsec": "kilo mega",
    "candela": "", "lumen": "", "lux": "", "siemens": "milli", "weber": "", "katal": ""}
PLAIN = """acre acre-foot arc-minute arc-second astronomical-unit atmosphere barrel british-thermal-unit bushel carat cup dram
    earth-radius fathom fluid-ounce foot furlong gallon gallon-imperial hectare horsepower inch
    inch-ofhg karat knot light-year mile mile-scandinavian millimeter-ofhg nautical-mile newton-meter ounce ounce-troy pint
    pound-force pound-force-foot pound-force-per-square-inch quart quart-imperial radian revolution solar-mass solar-radius
    tablespoon teaspoon therm-us yard dot-per-inch pixel-per-inch milligram-per-deciliter millimole-per-liter
    permillion permyriad liter-per-100-kilometer mile-per-gallon stone dalton""".split()
LENGTHS = "millimeter centimeter decimeter meter kilometer inch foot yard mile".split()
# Words that mostly mean something else count as units after digits or a fraction only.
AFTER_DIGITS = {"bit", "bits", "bar", "bars", "stone", "atmosphere", "atmospheres", "mole", "moles", "cup", "revolution", "revolutions", "ac", "bu",
                "point", "ly", "px", "cg", "dg", "ng", "ka", "dal", "kl", "hl", "thz"}
SKIPPED = {"permyriad", "dram fl", "gm", "mp", "revs", "fth", "stones", "ebyte", "pbit", "mpg us", "mpc", "kpc"}
COMPOUND = ["square-" + u for u in LENGTHS] + ["cubic-" + u for u in LENGTHS] + [
    a + "-per-" + b for a in ("meter", "kilometer", "mile", "foot", "yard", "inch", "centimeter", "millimeter") for b in ("second", "minute", "hour")] + [
    a + "-per-" + b for a in ("bit", "kilobit", "megabit", "gigabit", "byte", "kilobyte", "megabyte", "gigabyte") for b in ("second",)] + [
    a + "-per-" + b for a in ("gram", "kilogram", "milligram", "microgram") for b in ("liter", "cubic-meter")] + [
    a + "-per-" + b for a in ("microgram", "milligram", "gram") for b in ("kilogram", "milliliter", "deciliter")] + [
    "gram-per-cubic-centimeter", "kilogram-per-square-meter", "meter-per-square-second", "revolution-per-minute", "liter-per-minute", "liter-per-hour", "cubic-meter-per-second", "barrel-per-day"]
CANONICAL = {
    "kilometer": "km", "meter": "m", "centimeter": "cm", "millimeter": "mm", "foot": "ft", "inch": "in", "yard": "yd", "kilogram": "kg", "gram": "g",
    "liter": "l", "milliliter": "ml", "ounce": "oz", "metric-ton": "metric ton", "hectoliter": "hectolitre", "ounce-troy": "troy ounce", "dekameter": "decameter",
    "pound-force-per-square-inch": "pound per square inch", "therm-us": "therm", "inch-ofhg": "inch of mercury",
    "millimeter-ofhg": "millimeter of mercury", "gallon-imperial": "imperial gallon", "quart-imperial": "imperial quart", "permillion": "part per million",
    "mile-scandinavian": "scandinavian mile", "watt-hour": "watt-hour", "kilowatt-hour": "kilowatt-hour", "megawatt-hour": "megawatt-hour",
    "gigawatt-hour": "gigawatt-hour", "terawatt-hour": "terawatt-hour", "tonne": "ton", "permyriad": "basis point"}
# Short names that are words, too short, or differ by case only.
NO_SHORT = {"a", "v", "w", "j", "n", "f", "h", "c", "t", "k", "s", "b", "g", "pa", "mi", "st", "bar", "gr", "pt", "cd", "mb", "pm", "ma", "mm", "ha", "hm", "dam", "dag", "em", "as", "at",
            "pc", "gy", "lx", "lm", "sr", "ev", "ct", "dr", "rad", "atm", "arcmin", "arcmins", "rev", "pts", "gs", "ms", "mn", "cal", "wb", "da", "mol", "kn", "fur", "c/m", "us therm", "tn",
            "r", "r☉", "m☉", "r⊕", "ft⋅lbf", "kat", "mg", "nm", "au", "cup", "cups", "dot", "mt", "kt", "gt", "mc", "mh", "pf", "nf", "mgy", "hg", "mohm", "mω", "smi", "ppi", "dpi", "kv", "mv", "gl",
            "km/min", "mw", "mj", "mhz", "lbf", "ft/min", "ktn", "mtn", "tbsp", "tsp", "oz t", "kar", "wh", "mg/l", "mbq"}


def tokens(name):
    """A name as the tokenizer cuts it: folded, blanks between tokens."""
    name = name.lower().replace("’", "'").replace("\u00ad", "")
    return " ".join(re.findall(r"'s\b|[^\W_]+(?:'[^\W_]+)*|[^\w\s]", name))


def known_words(paths, classes):
    found = set()
    for path in paths:
        found |= set(re.findall(r'\{"([^"]+)", k(?:%s)\b' % classes, open(path, encoding="utf-8").read()))
    return found


def row(words, word_class, value, text=None):
    print('    {"%s", %s, %d%s},' % (words, word_class, value, "" if text is None else ', "%s"' % text))


def calendar(language):
    for kind, method in (("kMonth", "getMonths"), ("kWeekday", "getWeekdays")):
        seen, short, wide, written = {}, set(), set(), set()
        for locale in SPELLINGS[language]:
            symbols = icu.DateFormatSymbols(icu.Locale(locale))
            for context in (symbols.FORMAT, symbols.STANDALONE):
                for width in (symbols.WIDE, symbols.ABBREVIATED):
                    names = [n for n in getattr(symbols, method)(context, width)]
                    names = names[1:] + names[1:2] if kind == "kWeekday" else names  # from Sunday to Monday first
                    names = names[1:] if kind == "kWeekday" else names
                    for number, name in enumerate(names, 1):
                        seen.setdefault(tokens(name), number)
                        (wide if width == symbols.WIDE else short).add(tokens(name))
        for words, number in sorted(seen.items(), key=lambda i: (i[1], i[0])):
            bare = words.removesuffix(" .")
            ambiguous = bare in AMBIGUOUS[language] and bare == words
            if bare in NO_SHORT_NAME[language]:
                continue
            if bare == words and bare in NEED_STOP[language]:
                words = bare + " ."
            forms = [words]
            if bare == words and bare in short and bare not in wide:
                forms.append(bare + " .")
            for form in forms:
                if form not in written:
                    written.add(form)
                    row(form, kind, number, "amb" if ambiguous and form == bare else None)


def currencies(language, paths):
    known = known_words(paths, "Currency|CurrencySign|Cent|Measure")
    locale = icu.Locale(language)
    current = {str(c) for region in icu.Locale.getISOCountries() for c in region_currencies(region)}
    every = {unit.getSubtype() for unit in icu.MeasureUnit.getAvailable("currency")} - NO_CURRENCY
    for code in sorted(current) + sorted(every - current):
        one, many = (plural(locale, code, n) for n in (1, 2))
        unit = code if code in current else one.lower()
        names = {tokens(one), tokens(many)} if "(" not in one else set()
        for name in sorted(names):
            if name not in known and len(name) > 2 and name != code.lower() and not any(c.isdigit() for c in name):
                known.add(name)
                row(name, "kCurrency", 0, unit)
        if code in current and code.lower() not in known and code.lower() not in WORDS:
            row(code.lower(), "kCurrency", 2, code)  # in capitals
        for letter, power in (("k", 3), ("m", 6)) if code in SCALED else ():
            row(letter + code.lower(), "kCurrency", power, code)
        dollar = re.search(r"dollar|peso", one) and code in current and code.lower() not in WORDS
        if dollar and code.lower() + " $" not in known:
            row(code.lower() + " $", "kCurrencySign", 0, code)
        sign = narrow(locale, code)
        if code in current and len(sign) == 1 and not sign.isalnum() and sign not in known:
            known.add(sign)
            row(sign, "kCurrencySign", 0, code)


# Territories without a settled population, and names that the hand-written rows hold otherwise.
NO_COUNTRY = {"DG", "EA", "IC", "UM", "HM", "BV", "IO", "TF", "CD", "CG", "BQ", "CC", "CX", "JE", "HK", "MO", "QO"}


def countries(language, paths):
    known = known_words(paths, "Country|City|Capital|Region")
    for path in paths:
        known |= set(re.findall(r'^\{"([^"]+)", PlaceKind', open(path, encoding="utf-8").read(), re.M))
    for code in icu.Locale.getISOCountries():
        name = icu.Locale("und", code).getDisplayCountry(icu.Locale(language))
        name = re.sub(r" \(.*\)", "", name).replace("&", "and").replace("’", "'")
        plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        for surface in sorted({name.lower().replace(".", ""), plain.lower().replace(".", "")}):
            if code not in NO_COUNTRY and surface not in known:
                known.add(surface)
                print('{"%s", PlaceKind::kCountry, "%s", "%s", false},' % (surface, name, name))


def region_currencies(region):
    """The currency that a region uses."""
    try:
        yield str(icu.NumberFormat.createCurrencyInstance(icu.Locale("und", region)).getCurrency())
    except icu.ICUError:
        return


def formatted(locale, unit, width, n):
    formatter = icu.NumberFormatter.withLocale(locale).unit(unit).unitWidth(width)
    return str(formatter.precision(icu.Precision.integer()).formatInt(n))


def plural(locale, code, n):
    return re.sub(r"^[\d.,]+\s*", "", formatted(locale, icu.CurrencyUnit(code), icu.UNumberUnitWidth.FULL_NAME, n))


def narrow(locale, code):
    return re.sub(r"[\d.,\s]+", "", formatted(locale, icu.CurrencyUnit(code), icu.UNumberUnitWidth.NARROW, 5))


def units(language, paths):
    known = known_words(paths, "Measure|TimeUnit|Currency|Temperature")
    names = PLAIN + COMPOUND
    for base, prefixes in PREFIXED.items():
        names += [base] + [prefix + base for prefix in prefixes.split()]
    for name in names:
        try:
            unit = icu.MeasureUnit.forIdentifier(name)
        except icu.ICUError:
            continue
        words = {}
        for spelling in SPELLINGS[language]:
            for width in (icu.UNumberUnitWidth.FULL_NAME, icu.UNumberUnitWidth.SHORT):
                for n in (1, 2):
                    text = formatted(icu.Locale(spelling), unit, width, n)
                    if re.match(r"^[\d.,]+[\s\u00a0\u202f]*\D", text):
                        text = tokens(re.sub(r"^[\d.,]+\s*", "", text))
                        words[text] = words.get(text, False) or width == icu.UNumberUnitWidth.FULL_NAME
        canonical = CANONICAL.get(name, name.replace("-", " "))
        for text, full in sorted(words.items()):
            plain = full or (text not in NO_SHORT and len(text) > 1)
            plain = plain and text not in SKIPPED and "metric ton" not in text and "scandinavian" not in text[5:]
            plain = plain and re.fullmatch(r"[\w /⋅.-]+", text)
            hyphened = text.replace(" ", " - ") if full and re.fullmatch(r"[a-z]+( [a-z]+)+", text) else text
            for form in sorted({text, text.replace(" - ", " "), hyphened}) if plain else ():
                if form not in known:
                    known.add(form)
                    row(form, "kMeasure", 3 if form in AFTER_DIGITS else 0, canonical)


def main():
    kind, language, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    if kind == "countries":
        return countries(language, paths)
    print("// %s from CLDR by scripts/cldr_rows.py." % {
        "calendar": "Months and weekdays", "currencies": "Currencies of all countries", "units": "Units of measure"}[kind])
    if kind == "calendar":
        calendar(language)
    else:
        {"currencies": currencies, "units": units}[kind](language, paths)


if __name__ == "__main__":
    main()
