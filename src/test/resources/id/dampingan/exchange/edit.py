"""Edits cells of one of our workbooks as a person would: edit.py IN OUT < edits.json

Each edit names a table (`_meta` is not read: a sheet is found by its machine names), a record by
its uuid, a field and the text to be written.
"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
for edit in json.load(sys.stdin):
    done = False
    for sheet in book.worksheets:
        names = {cell.value: cell.column for cell in sheet[1] if cell.value}
        if "_uuid" not in names or edit["field"] not in names:
            continue
        for row in range(3, sheet.max_row + 1):
            if sheet.cell(row, names["_uuid"]).value == edit["uuid"]:
                sheet.cell(row, names[edit["field"]]).value = edit["value"]
                done = True
    if not done:
        sys.exit(f"not found: {edit}")
book.save(sys.argv[2])
