"""Files of every kind for the tests, made from nothing: small, whole, and invented."""

import io
import struct
import zipfile
import zlib

OOXML = "application/vnd.openxmlformats-officedocument"
MAIN = {
    "docx": f"{OOXML}.wordprocessingml.document.main+xml",
    "xlsx": f"{OOXML}.spreadsheetml.sheet.main+xml",
    "pptx": f"{OOXML}.presentationml.presentation.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
}
# A directory of Exif data with one entry: where the data about the position stand.
EXIF_POSITION = b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0"
EXIF_PLAIN = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*, width: int = 2, height: int = 2, exif: bytes = b"", colour: int = 0) -> bytes:
    rows = b"".join(b"\0" + bytes([colour, 60, 90]) * 2 for _ in range(2))
    parts = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    parts += [chunk(b"eXIf", exif)] * bool(exif)
    parts += [chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(*, exif: bytes = b"", width: int = 8, height: int = 8) -> bytes:
    parts = [b"\xff\xd8", segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")]
    parts += [segment(0xE1, b"Exif\0\0" + exif)] * bool(exif)
    parts += [segment(0xDB, bytes(65)), segment(0xC0, struct.pack(">BHHB3B", 8, height, width, 1, 1, 0x11, 0))]
    parts += [segment(0xDA, b"\x01\x01\0\0\x3f\0"), b"\x3f\x5a\xff\x00\x11", b"\xff\xd9"]
    return b"".join(parts)


def gif() -> bytes:
    picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x21\xf9\x04\0\0\0\0\0" + picture + b"\x3b"


def webp(exif: bytes = b"") -> bytes:
    pixels = b"\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"
    parts = b"VP8X" + struct.pack("<I", 10) + b"\x08\0\0\0" + bytes(6)
    parts += b"VP8L" + struct.pack("<I", len(pixels)) + pixels
    if exif:
        parts += b"EXIF" + struct.pack("<I", len(exif)) + exif + b"\0" * (len(exif) % 2)
    return b"RIFF" + struct.pack("<I", len(parts) + 4) + b"WEBP" + parts


def pdf(words: str = "An invented page") -> bytes:
    import typst

    made: bytes = typst.compile(words.encode())
    return made


def archive(parts: dict[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


def office(kind: str = "docx", **more: str | bytes) -> bytes:
    types = f'<Types><Override PartName="/main.xml" ContentType="{MAIN[kind]}"/></Types>'
    return archive({"[Content_Types].xml": types, "main.xml": "<main>Some words.</main>", **more})


def xlsx() -> bytes:
    import openpyxl

    book, made = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Facility", "Gates"])
    book.save(made)
    return made.getvalue()


def open_document(kind: str = "text", **more: str | bytes) -> bytes:
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>", **more})


MAIL = b"From: Ana Reyes <ana@example.org>\r\nTo: x@example.org\r\nSubject: Gates\r\n\r\n<html><b>Hello</b></html>"
EVERY_KIND: dict[str, tuple[str, bytes]] = {
    "png": ("plan.png", png()),
    "jpeg": ("gate.jpg", jpeg()),
    "gif": ("loop.gif", gif()),
    "webp": ("pier.webp", webp()),
    "pdf": ("report.pdf", pdf()),
    "docx": ("letter.docx", office("docx")),
    "xlsx": ("gates.xlsx", xlsx()),
    "pptx": ("brief.pptx", office("pptx")),
    "odt": ("letter.odt", open_document("text")),
    "ods": ("table.ods", open_document("spreadsheet")),
    "text": ("notes.txt", "Grüße aus dem Hafen\n".encode()),
    "calendar": ("visit.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
    "contact": ("officer.vcf", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Reyes\r\nEND:VCARD\r\n"),
    "mail": ("answer.eml", MAIL),
}
