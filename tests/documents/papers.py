"""One text as HTML, DOCX and PDF, made the way cities publish; and the traps that such files hold."""

import html
import io
import zipfile
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from fpdf import FPDF

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = next(iter(sorted((Path(str(files("zhplot"))) / "fonts").glob("*.[ot]tf"))))


def as_html(text):
    """Paragraphs, and tables of the lines that have tabs; each figure cut in two by a tag, furniture around."""
    body = []
    for is_table, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        if is_table:
            rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in line.split("\t")) for line in lines)
            body.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            body += [f"<p>{_cut(html.escape(line))}</p>" for line in lines]
    page = "\n".join(body)
    return (
        '<!DOCTYPE html><html><head><meta charset="gb2312"><title>t</title><style>p{color:red}</style></head>'
        f"<body><nav>首页 12345</nav>{page}<script>var x = 2027;</script></body></html>"
    )


def _cut(line):
    for place in range(1, len(line)):
        if line[place - 1].isdigit() and line[place].isdigit():
            return f"{line[:place]}<span>{line[place:]}</span>"
    return line


def as_word(text):
    """Paragraphs and one-row tables; the runs of a paragraph are cut in two."""
    body = []
    for line in text.splitlines():
        if "\t" in line:
            cells = "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in line.split("\t"))
            body.append(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
        else:
            body.append(_paragraph(line))
    return word_file("".join(body))


def _paragraph(line):
    middle = len(line) // 2
    runs = "".join(f"<w:r><w:t>{html.escape(part)}</w:t></w:r>" for part in (line[:middle], line[middle:]) if part)
    return f"<w:p>{runs}</w:p>"


def word_file(body, packed=zipfile.ZIP_STORED, *, head=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        archive.writestr("word/document.xml", head or f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def word_table(rows):
    """A table of rows of (text, columns, rows): cells reach down by marks that go on below, as Word writes them."""
    down, lines = {}, []
    for row in rows:
        cells, place, left = [], 0, list(row)
        while left or place in down:
            if place in down:
                cells.append(_cell("", "<w:vMerge/>"))
                down[place] -= 1
                down = {at: count for at, count in down.items() if count}
                place += 1
                continue
            text, columns, height = left.pop(0)
            merged = '<w:vMerge w:val="restart"/>' if height > 1 else ""
            cells.append(_cell(text, f'<w:gridSpan w:val="{columns}"/>{merged}'))
            down |= {place: height - 1} if height > 1 else {}
            place += columns
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return word_file(f"<w:tbl>{''.join(lines)}</w:tbl>")


def _cell(text, properties):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(text)}</w:tc>"


def pdf_table(rows, rules, before="", after="", **layout):
    """The same as a PDF: ``rules`` is the layout of its lines (ALL, INTERNAL, NONE), around it lines of text."""
    pdf = FPDF()
    pdf.add_font("Chinese", fname=str(FONT))
    pdf.set_font("Chinese", size=10)
    pdf.add_page()
    pdf.multi_cell(0, 8, before, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
    with pdf.table(first_row_as_headings=False, borders_layout=rules, wrapmode="CHAR", **layout) as table:
        for row in rows:
            line = table.row()
            for text, columns, height in row:
                line.cell(text, colspan=columns, rowspan=height)
    pdf.multi_cell(0, 8, after, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
    return bytes(pdf.output())


def as_pdf(text, *, password="", indent="\u3000\u3000", rules="ALL"):
    """Lines wrapped to the page's width, as a printer leaves them; paragraphs begin two signs further in.

    Lines with tabs are the rows of a table with the given rules.
    """
    pdf = FPDF()
    pdf.add_font("Chinese", fname=str(FONT))
    pdf.set_font("Chinese", size=12)
    pdf.add_page()
    for is_table, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        if is_table:
            with pdf.table(first_row_as_headings=False, borders_layout=rules, wrapmode="CHAR") as table:
                for line in lines:
                    table.row(line.split("\t"))
            continue
        for line in lines:
            pdf.multi_cell(0, 8, f"{indent}{line}", new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
    if password:
        pdf.set_encryption(owner_password=password + "owner", user_password=password)
    return bytes(pdf.output())
