"""A report as a Word file: the few parts of Office Open XML (ECMA-376) that headings and paragraphs need."""

import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{PACKAGE}/metadata/core-properties"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{KIND}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
STYLED = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def make(content: dict[str, Any]) -> bytes:
    """The report as DOCX, its headings as headings; the same content gives the same bytes."""
    body = [_line(content["title"], "Title"), _line(content["standing"])]
    for one in content["sections"]:
        body.append(_line(one["heading"], "Heading1"))
        body += [_line(line) for line in one["lines"]]
    document = f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>{"".join(body)}</w:body></w:document>'
    core = f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    core = f"{HEAD}{core}<dc:title>{_said(content['title'])}</dc:title></cp:coreProperties>"
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "docProps/core.xml": core}
    parts |= {"word/document.xml": document, "word/_rels/document.xml.rels": STYLED}
    parts["word/styles.xml"] = _styles(content["lang"])
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, text in parts.items():
            package.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)
    return made.getvalue()


def _line(said: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{_said(said)}</w:t></w:r></w:p>'


def _said(text: str) -> str:
    return escape(NOT_XML.sub("", text))


def _styles(language: str) -> str:
    styles = _style("Title", "Title", 40, "") + _style("Heading1", "heading 1", 28, '<w:outlineLvl w:val="0"/>')
    return (
        f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
        f'<w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{styles}</w:styles>"
    )


def _style(key: str, name: str, size: int, level: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>{level}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )
