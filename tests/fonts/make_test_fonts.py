#!/usr/bin/python3
"""Makes the test fonts of this folder: outlines are boxes, widths are round, so that layouts are counted by hand.

Run it in any folder with Debian's python3-fonttools; it writes the fonts beside itself, always the same bytes.
README.md says what the fonts hold.
"""
import io
import pathlib

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

HERE = pathlib.Path(__file__).parent
EM, ASCENT, DESCENT = 1000, 880, 120

OPENING = "（〔［｛〈《「『【｟〖〘"
CLOSING = "）〕］｝〉》」』】｠〗〙"
STOPS = "，、。．"
CENTRED = "・"
SIDED = "：；！？"  # left in mainland China, centred elsewhere, as in Noto CJK; stops are centred in Taiwan, Hong Kong
QUOTES_OPEN, QUOTES_CLOSE = "‘“", "’”"
HALF_DOT = "·"
ZERO_WIDTH = [0x300, 0x301, 0x302, 0x303, 0x304, 0x308, 0x30A, 0x30C, 0x3099, 0x309A, 0x200B, 0x200C, 0x200D, 0x2060,
              0xFEFF, 0xFE00, 0xFE01, 0xFE0E, 0xFE0F, 0x5B0, 0x5B4, 0x64B, 0x64E, 0x650, 0x651]


def characters(first, last):
    return [chr(c) for c in range(first, last + 1)]


def decodable(codec, rows):
    """The characters of these rows of a 94 x 94 set: level 1 ideographs of GB 2312 and JIS X 0208."""
    found = []
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                found.append(bytes([row, cell]).decode(codec))
            except UnicodeDecodeError:
                pass
    return found


LATIN = (characters(0x20, 0x7E) + characters(0xA0, 0xFF) + characters(0x100, 0x17F)
         + list("‐‑–†‡•‹›€−ﬁ") + list(QUOTES_OPEN + QUOTES_CLOSE)
         + characters(0x391, 0x3A1) + characters(0x3A3, 0x3A9) + characters(0x3B1, 0x3C9)
         + characters(0x410, 0x44F) + characters(0x5D0, 0x5EA)
         + list("،؟") + characters(0x621, 0x63A) + characters(0x641, 0x64A))
WIDE_SIGNS = (list("—…‥※→←↑↓①②③④⑤⑥⑦⑧⑨⑩○●□■△▲★℃　") + characters(0x3001, 0x3003) + characters(0x3005, 0x301F)
              + characters(0x3041, 0x3096) + characters(0x309B, 0x309F) + characters(0x30A0, 0x30FF)
              + characters(0x31F0, 0x31FF) + characters(0x3105, 0x312F)
              + characters(0xFF01, 0xFF5E) + list("｟｠￥￡"))
FEW_IDEOGRAPHS = characters(0x4E00, 0x4E40) + list("甲乙丙丁戊己庚辛壬癸天地人中国國日本文字语語言学學心大小上下")
IDEOGRAPHS = FEW_IDEOGRAPHS + decodable("gb2312", range(0xB0, 0xD8)) + decodable("euc_jp", range(0xB0, 0xD0))
HANGUL = decodable("euc_kr", range(0xB0, 0xC9))

BODY_HALF, BODY_FULL = (50, 0, 450, 700), (50, -70, 950, 830)


def ink(character, half=False):
    """Where the box of a character stands: left, bottom, right, top."""
    if half:
        return BODY_HALF
    if character in OPENING + QUOTES_OPEN:
        return (600, -70, 950, 830)
    if character in CLOSING + SIDED + QUOTES_CLOSE:
        return (50, -70, 400, 830)
    if character in STOPS:
        return (80, -70, 380, 230)
    if character in CENTRED + HALF_DOT:
        return (400, 280, 600, 480)
    return BODY_FULL


def glyph_set(wide):
    """Glyph name → (advance, box or None), and the character map."""
    glyphs, cmap = {".notdef": (1000, BODY_FULL)}, {}
    for c in sorted(set(LATIN)):
        blank = c in " \u00a0\u00ad"
        glyphs[f"uni{ord(c):04X}"] = (500, None if blank else BODY_HALF)
    for c in sorted(set(wide)):
        glyphs[f"uni{ord(c):04X}"] = (1000, None if c == "　" else ink(c))
    for code in ZERO_WIDTH:
        glyphs[f"uni{code:04X}"] = (0, None)
    for name in glyphs:
        if name != ".notdef":
            cmap[int(name[3:], 16)] = name
    for c in QUOTES_OPEN + QUOTES_CLOSE + HALF_DOT:
        glyphs[f"uni{ord(c):04X}.full"] = (1000, ink(c))
    for c in SIDED:
        glyphs[f"uni{ord(c):04X}.centred"] = (1000, (325, -70, 675, 830))
    for c in STOPS:
        glyphs[f"uni{ord(c):04X}.centred"] = (1000, (350, 230, 650, 530))
    for c in OPENING:  # in vertical text the ink of an opening mark is at the bottom, of a closing one at the top
        glyphs[f"uni{ord(c):04X}.vert"] = (1000, (50, -70, 950, 280))
    for c in CLOSING:
        glyphs[f"uni{ord(c):04X}.vert"] = (1000, (50, 480, 950, 830))
    for c in STOPS:
        glyphs[f"uni{ord(c):04X}.vert"] = (1000, (620, 530, 920, 830))
    glyphs["f_f_i"] = (1500, (50, 0, 1450, 700))
    return glyphs, cmap


def features(glyphs):
    """Half widths as Noto CJK has them, regional forms, vertical forms, and one ligature behind dlig."""
    has = lambda name: name in glyphs
    name = lambda c, suffix="": f"uni{ord(c):04X}{suffix}"
    rows = [f"languagesystem {script} {language};" for script in ("DFLT", "latn", "hani", "kana")
            for language in ("dflt", "ZHS ", "ZHT ", "ZHH ", "JAN ")]
    quotes = [f"  sub {name(c)} by {name(c, '.full')};" for c in QUOTES_OPEN + QUOTES_CLOSE + HALF_DOT]
    centred = [f"  sub {name(c)} by {name(c, '.centred')};" for c in SIDED]
    stops = [f"  sub {name(c)} by {name(c, '.centred')};" for c in STOPS]
    rows += ["lookup wide {", *quotes, "} wide;", "lookup centre {", *centred, "} centre;",
             "lookup stops {", *stops, "} stops;", "feature locl {"]
    for script in ("DFLT", "latn", "hani", "kana"):
        rows.append(f" script {script};")
        for language in ("ZHS", "ZHT", "ZHH", "JAN"):
            rows += [f"  language {language} exclude_dflt;", "  lookup wide;"]
            if language != "ZHS":
                rows.append("  lookup centre;")
            if language in ("ZHT", "ZHH"):
                rows.append("  lookup stops;")
    rows += ["} locl;", "feature dlig { sub uni0066 uni0066 uni0069 by f_f_i; } dlig;"]
    rows += ["feature vert {", *[f"  sub {name(c)} by {name(c, '.vert')};" for c in OPENING + CLOSING + STOPS],
             "} vert;"]
    before = [name(c) for c in OPENING] + [name(c, ".full") for c in QUOTES_OPEN]
    after = [name(c) for c in CLOSING + STOPS + SIDED] + [name(c, ".full") for c in QUOTES_CLOSE]
    both = [name(c) for c in CENTRED] + [name(c, ".centred") for c in SIDED + STOPS] + [name(HALF_DOT, ".full")]
    rows += ["feature halt {", *[f"  pos {g} <-500 0 -500 0>;" for g in before if has(g)],
             *[f"  pos {g} <0 0 -500 0>;" for g in after if has(g)],
             *[f"  pos {g} <-250 0 -500 0>;" for g in both if has(g)], "} halt;"]
    rows += ["feature vhal {", *[f"  pos {name(c, '.vert')} <0 500 0 -500>;" for c in OPENING],
             *[f"  pos {name(c, '.vert')} <0 0 0 -500>;" for c in CLOSING + STOPS],
             *[f"  pos {name(c)} <0 250 0 -500>;" for c in CENTRED], "} vhal;"]
    return "\n".join(rows)


def draw(pen, box):
    if box:
        left, bottom, right, top = box
        pen.moveTo((left, bottom))
        for point in ((left, top), (right, top), (right, bottom)):
            pen.lineTo(point)
        pen.closePath()


def cid_keyed(font, cid_of):
    """The same font with its name-keyed CFF table made into a CID-keyed one, as big CJK fonts are."""
    file = io.BytesIO()
    font.save(file)
    font = TTFont(file, recalcTimestamp=False)
    order = font.getGlyphOrder()
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    outlines = {name: strings[name] for name in order}
    private = top.Private
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDFontVersion, top.CIDFontRevision, top.CIDFontType = 0, 0, 0
    top.CIDCount = max(cid_of.values()) + 1
    fd = FontDict()
    fd.Private = private
    fd.FontName = "OctavoTestCID-Regular-All"
    array = FDArrayIndex()
    array.strings = None
    array.append(fd)
    top.FDArray = array
    select = FDSelect()
    select.format = 3
    select.gidArray = [0] * len(order)
    top.FDSelect = select
    strings.fdArray, strings.fdSelect = array, select
    strings.charStringsAreIndexed = 0
    renamed = {name: ".notdef" if name == ".notdef" else f"cid{cid_of[name]:05d}" for name in order}
    strings.charStrings = {renamed[name]: outline for name, outline in outlines.items()}
    for outline in outlines.values():
        outline.fdSelectIndex = 0
    top.charset = [renamed[name] for name in order]
    for key in ("Encoding", "FontName", "Private"):
        top.rawDict.pop(key, None)
        if hasattr(top, key):
            delattr(top, key)
    table = DefaultTable("CFF ")
    table.data = font["CFF "].compile(font)
    font["CFF "] = table
    return font


def build(family, style, wide, outlines, weight=400):
    glyphs, cmap = glyph_set(wide)
    if outlines == "latin":  # an italic without ideographs, as real ones are
        keep = {f"uni{ord(c):04X}" for c in LATIN} | {".notdef"}
        glyphs = {name: glyph for name, glyph in glyphs.items() if name in keep}
        cmap = {code: name for code, name in cmap.items() if name in keep}
    order = list(glyphs)
    is_cff = outlines in ("names", "cid")
    builder = FontBuilder(EM, isTTF=not is_cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    postscript = family.replace(" ", "") + "-" + style
    if is_cff:
        strings = {}
        for name, (advance, box) in glyphs.items():
            pen = T2CharStringPen(advance, None)
            draw(pen, box)
            strings[name] = pen.getCharString()
        builder.setupCFF(postscript, {"FullName": f"{family} {style}"}, strings, {})
    else:
        shapes = {}
        for name, (advance, box) in glyphs.items():
            pen = TTGlyphPen(None)
            draw(pen, box)
            shapes[name] = pen.glyph()
        builder.setupGlyf(shapes)
    builder.setupHorizontalMetrics({n: (a, b[0] if b else 0) for n, (a, b) in glyphs.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    if outlines != "latin":
        builder.setupVerticalMetrics({n: (1000, ASCENT - b[3] if b else 0) for n, (a, b) in glyphs.items()})
        builder.setupVerticalHeader(ascent=500, descent=-500)
    italic, bold = style == "Italic", weight >= 600
    builder.setupNameTable({"familyName": family, "styleName": style, "uniqueFontIdentifier": postscript,
                            "fullName": f"{family} {style}", "psName": postscript, "version": "Version 1.000"},
                           mac=False)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, sTypoLineGap=0, usWinAscent=ASCENT,
                     usWinDescent=DESCENT, sxHeight=500, sCapHeight=700, usWeightClass=weight, fsType=0,
                     yStrikeoutPosition=300, yStrikeoutSize=50, achVendID="OCTV", version=4,
                     fsSelection=(1 if italic else 0) | (32 if bold else 0) | (0 if italic or bold else 64))
    builder.setupPost(isFixedPitch=0, underlinePosition=-75, underlineThickness=50, keepGlyphNames=False,
                      italicAngle=-12 if italic else 0)
    font = builder.font
    font["head"].created = font["head"].modified = 3_000_000_000
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)
    font.recalcTimestamp = False
    if outlines != "latin":
        addOpenTypeFeaturesFromString(font, features(glyphs))
    if outlines == "cid":
        # CIDs are not glyph ids here, so that a mix-up of the two is seen.
        font = cid_keyed(font, {name: 0 if i == 0 else i + 1000 for i, name in enumerate(order)})
    extension = ".otf" if is_cff else ".ttf"
    font.save(HERE / (postscript + extension))


WIDE = WIDE_SIGNS + IDEOGRAPHS + HANGUL
build("Octavo Test", "Regular", WIDE, "truetype")
build("Octavo Test", "Bold", WIDE, "truetype", weight=700)
build("Octavo Test", "Italic", WIDE_SIGNS, "latin")
build("Octavo Test CID", "Regular", WIDE_SIGNS + FEW_IDEOGRAPHS, "cid")
build("Octavo Test Names", "Regular", WIDE_SIGNS + FEW_IDEOGRAPHS, "names")
