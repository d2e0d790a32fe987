"""The yardstick of MergeBenchmark: read every workbook with pandas/openpyxl, keep one row a uuid."""
import sys

import pandas

frames = [pandas.read_excel(path, sheet_name=sys.argv[1], dtype=str) for path in sys.argv[2:]]
rows = pandas.concat(frames)
print(len(rows.drop_duplicates(subset=rows.columns[0], keep="last")))
