"""Makes the static Sofia Sans files of the report from the variable parts of the page.

    npm install @fontsource-variable/sofia-sans@5.3.0 && pip install fonttools brotli
    python make.py node_modules/@fontsource-variable/sofia-sans/files

Typst wants one static file for each weight. The Latin part holds the digits, quotes, dashes and €; the Cyrillic part
the letters and №; both are pinned to a weight and merged. Neither has the thin spaces (U+2009, U+202F) nor the
non-breaking hyphen (U+2011), without which „73 %“ would borrow a space from another family: they are added.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib.instancer import instantiateVariableFont

INSTANCES = [("Regular", "normal", 400), ("Italic", "italic", 400), ("SemiBold", "normal", 600), ("Bold", "normal", 700)]


def part(folder, script, slope, weight, scratch):
    font = TTFont(folder / f"sofia-sans-{script}-wght-{slope}.woff2", recalcTimestamp=False)
    font.flavor = None
    font = instantiateVariableFont(font, {"wght": weight})
    if "STAT" in font:
        del font["STAT"]
    path = scratch / f"{script}-{slope}-{weight}.ttf"
    font.save(path)
    return str(path)


def add_spaces(font):
    cmap = font.getBestCmap()
    hyphen = cmap[ord("-")]
    names = font.getGlyphOrder() + ["thinspace"]
    font["glyf"]["thinspace"] = Glyph()
    font["hmtx"]["thinspace"] = (130, 0)
    font.setGlyphOrder(names)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2009] = "thinspace"
            table.cmap[0x202F] = "thinspace"
            table.cmap.setdefault(0x2011, hyphen)


def name(font, style, weight):
    records = {1: "Sofia Sans", 2: style, 4: f"Sofia Sans {style}", 6: f"SofiaSans-{style}", 16: "Sofia Sans", 17: style}
    for number in (3, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, words in records.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    italic = style == "Italic"
    font["OS/2"].fsSelection = (1 if italic else 0) | (0x20 if weight == 700 else 0) | (0x40 if style == "Regular" else 0)
    font["head"].macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)


def main(folder):
    with tempfile.TemporaryDirectory() as scratch:
        for style, slope, weight in INSTANCES:
            parts = [part(folder, script, slope, weight, Path(scratch)) for script in ("latin", "cyrillic")]
            font = Merger().merge(parts)
            font.recalcTimestamp = False
            add_spaces(font)
            name(font, style, weight)
            font["head"].created = font["head"].modified = 3_800_000_000
            font.save(Path(__file__).parent / f"SofiaSans-{style}.ttf")
    write_advances(Path(__file__).parent)


def tabular(font):
    gsub, glyphs = font["GSUB"].table, {}
    for feature in gsub.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for lookup in feature.Feature.LookupListIndex:
                for subtable in gsub.LookupList.Lookup[lookup].SubTable:
                    glyphs.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return glyphs


def write_advances(folder):
    """The widths that the chart layout reckons with: thousandths of the type size, digits as in tables (`tnum`)."""
    fonts = [TTFont(folder / f"SofiaSans-{style}.ttf") for style in ("Regular", "SemiBold")]

    def advance(font, letter):
        glyph = font.getBestCmap()[ord(letter)]
        if letter.isdigit():
            glyph = tabular(font).get(glyph, glyph)
        return font["hmtx"][glyph][0]

    letters = [chr(code) for code in [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x410, 0x450)] if code != 0xAD]
    letters += sorted("ѝЍ–—„“”‘’…€№\u2009\u202f−")
    rows = [f"    ({ord(letter):#06x}, {advance(fonts[0], letter)}, {advance(fonts[1], letter)}),"
            for letter in sorted(letters) if not (0xB2 <= ord(letter) <= 0xB9)]
    words = [
        "//! Advance widths of Sofia Sans, written by `assets/fonts/make.py` from the fonts themselves.",
        "",
        "/// Code point, width in regular and in semibold, in thousandths of the type size; sorted by code point.",
        f"pub(super) const ADVANCES: [(u32, u16, u16); {len(rows)}] = [", *rows, "];", "",
    ]
    target = folder.parent.parent / "crates/document/src/chart/advances.rs"
    target.write_text("\n".join(words), encoding="utf-8")


main(Path(sys.argv[1]))
