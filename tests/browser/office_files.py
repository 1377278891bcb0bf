"""Reads a report as DOCX and XLSX with the programs of others, and says what they found as one line of JSON."""

import json
import re
import sys
from pathlib import Path

import docx
import mammoth
import openpyxl

NUMBER = re.compile(r"^−?(\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})*|\d+)(?:,(\d+))?(?:[\u00a0\u202f ]?(%))?$")


def number(words):
    """What a Bulgarian report means by these words, or nothing."""
    found = NUMBER.match(words.strip())
    if not found:
        return None
    whole = re.sub(r"\D", "", found[1])
    if len(whole) > 1 and whole.startswith("0"):
        return None
    value = float(f"{whole}.{found[2] or 0}")
    value = value / 100 if found[3] else value
    return -value if words.strip().startswith("−") else value


def text(path):
    document = docx.Document(str(path))
    styles = {}
    for paragraph in document.paragraphs:
        styles[paragraph.style.name] = styles.get(paragraph.style.name, 0) + 1
    with open(path, "rb") as file:
        made = mammoth.convert_to_html(file)
    return {
        "title": document.core_properties.title,
        "language": document.core_properties.language,
        "width": round(document.sections[0].page_width.mm),
        "styles": styles,
        "pictures": len(document.inline_shapes),
        "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
        "headings": len(re.findall(r"<h[1-4]", made.value)),
        "described": len(re.findall(r'<img[^>]* alt="[^"]+"', made.value)),
        "heads": len(re.findall(r"<thead>", made.value)),
        "errors": [message.message for message in made.messages if message.type == "error"],
    }


def workbook(path):
    book = openpyxl.load_workbook(str(path))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    return {
        "sheets": {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in book.worksheets[1:]},
        "links": [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink],
        "formulas": [cell.coordinate for cell in cells if cell.data_type == "f"],
        "frozen": sorted({sheet.freeze_panes for sheet in book.worksheets[1:]}),
    }


def compared(tables, sheets):
    """The tables with heads stand in both files in one order; says where a number differs, and how many are the same."""
    different, same = [], 0
    headed = [table for table in tables if len(table[0]) > 1]
    sheets = iter(sheets.values())
    for rows in sheets:
        heads = [head or "" for head in rows[0]]
        table = next((table for table in headed if table[0] == heads), None)
        if table is None:
            different.append(["no table with the heads", heads])
            continue
        headed = headed[headed.index(table) + 1 :]
        for told, kept in zip(table[1:], rows[1:], strict=False):
            for said, value in list(zip(told, kept, strict=False))[1:]:
                if isinstance(value, (int, float)):
                    expected = number(said)
                    if expected is None or abs(expected - value) > 1e-9:
                        different.append([said, value])
                    else:
                        same += 1
                elif (value or "") != said:
                    different.append([said, value])
    return {"different": different[:5], "same": same}


folder = Path(sys.argv[1])
words, book = text(folder / "report.docx"), workbook(folder / "report.xlsx")
told = compared(words.pop("tables"), book["sheets"])
book["sheets"] = list(book["sheets"])
json.dump({"docx": words, "xlsx": book, "numbers": told}, sys.stdout, ensure_ascii=False)
