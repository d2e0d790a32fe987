#!/usr/bin/env python3
"""Makes the sample's workbooks from story/, in the application, with openpyxl and LibreOffice.

    python3 sample-data/make.py [--app "java -jar target/dampingan.jar"] [--work DIR]

Debian: python3-openpyxl, libreoffice-calc. Takes some minutes: every row is a call of the
application. Writes bappeda-data-awal.xlsx and petugas-a.xlsx to petugas-d.xlsx beside itself.
"""

import argparse
import csv
import datetime
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
STORY = HERE / "story"
VILLAGE = {"A": "33.16.13.2001", "B": "33.16.13.2001", "C": "33.16.01.2008", "D": "33.16.01.2009"}
NAME = {"A": "Contoh Rahayu", "C": "Contoh Lestari"}
AGENCY = {"A": "setda", "C": "setwan"}
ORDER = [
    "1-registers/penugasan", "1-registers/sk_tim", "1-registers/tonggak",
    "2-data-awal/profil_desa", "2-data-awal/rumah_tangga", "2-data-awal/permasalahan",
    "2-data-awal/potensi", "2-data-awal/musyawarah", "2-data-awal/kunjungan",
    "2-data-awal/kemitraan",
    "3-putaran-2026-2/profil_desa", "3-putaran-2026-2/rumah_tangga",
    "3-putaran-2026-2/intervensi", "3-putaran-2026-2/kunjungan", "3-putaran-2026-2/usulan_dtks",
]
REPEAT = {"sk_tim": "anggota", "rumah_tangga": "anggota", "kemajuan": "penerima"}
PARENT_KEYS = {"rumah_tangga": ("desa", "putaran", "nik_kepala")}

uuids = {}  # the story's id -> the record's uuid


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class App:
    def __init__(self, command, work):
        self.command = shlex.split(command)
        self.work = work
        self.env = dict(os.environ, DAMPINGAN_PASSWORD="contoh")

    def run(self, *arguments, good=(0, 3)):
        done = subprocess.run(
            self.command + [str(a) for a in arguments] + ["--json"],
            env=self.env, capture_output=True, text=True)
        if done.returncode not in good:
            sys.exit(f"{arguments}\n{done.stdout}{done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def records(self, workspace, form):
        return self.run("submissions", workspace, "--form", form)

    def new(self, workspace, table, row, parent=None, user=""):
        values = [f"{k}={resolve(v)}" for k, v in row.items() if v and k not in ("id", "parent")]
        options = ["--user", user] if user else []
        options += ["--parent", parent] if parent else []
        uuid = self.run("new", workspace, table, *options, *values, good=(0,))[0]["uuid"]
        if row.get("id"):
            uuids[row["id"]] = uuid
        return uuid


def resolve(value):
    if value.startswith("@mitra:"):
        return uuids[value[1:]]
    return " ".join(uuids[v[1:]] if v.startswith("@") else v for v in value.split(" "))


def children(form, file, parent):
    path = file.with_name(f"{file.stem}.{REPEAT.get(form, '')}.csv")
    return [r for r in rows(path) if r["parent"] == parent] if path.exists() else []


def type_in_app(app, workspace, form, file, only=None, user=""):
    for row in rows(file):
        if only and row["id"] not in only:
            continue
        uuid = app.new(workspace, form, row, user=user)
        for child in children(form, file, row.get("id")):
            app.new(workspace, f"{form}/{REPEAT[form]}", child, uuid, user)


class Book:
    """A workbook as a person sees it in Excel: rows typed below, cells overwritten."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.sheets = {}
        for sheet in self.book:
            names = [cell.value for cell in sheet[1]]
            for name in names:
                if isinstance(name, str) and name.startswith("_lembar="):
                    table = name[len("_lembar="):].split("@")[0]
                    self.sheets[table] = (sheet, {n: i for i, n in enumerate(names, 1) if n})

    def put(self, table, row, values):
        sheet, columns = self.sheets[table]
        for name, value in values.items():
            if value == "":
                continue
            cell = sheet.cell(row, columns[name])
            cell.value = value
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy-mm-dd"

    def row_of(self, table, uuid):
        sheet, columns = self.sheets[table]
        for row in range(3, sheet.max_row + 1):
            if sheet.cell(row, columns["_uuid"]).value == uuid:
                return row
        sys.exit(f"no row {uuid} in {table}")

    def free_row(self, table):
        sheet, columns = self.sheets[table]
        row = sheet.max_row
        while row > 2 and all(c.value in (None, "") for c in sheet[row]):
            row -= 1
        return row + 1

    def type_rows(self, form, file, only=None):
        for line in rows(file):
            if only and line["id"] not in only:
                continue
            self.put(form, self.free_row(form), typed(line))
            for child in children(form, file, line["id"]):
                keys = {f"_induk:{k}": line[k] for k in PARENT_KEYS[form]}
                if "_induk:nik_kepala" in keys:
                    keys["_induk:nik_kepala"] = "".join(c for c in line["nik_kepala"] if c.isdigit())
                table = f"{form}/{REPEAT[form]}"
                self.put(table, self.free_row(table), {**keys, **typed(child)})

    def save(self, path):
        self.book.save(path)


# Numbers that a person types as numbers; codes and long numbers stay text.
WHOLE = ("jml", "umur_kira", "pelaku", "pelaku_perempuan", "lahan_m2", "emas_gram", "prioritas",
         "sejak_tahun", "jml_sapi", "jml_kambing", "jml_motor", "jml_mobil", "jml_hp", "jml_tv",
         "jml_kulkas")
DECIMAL = ("luas_lantai", "volume", "durasi_jam")
DATE = ("tanggal", "tgl_lahir")


def typed(line):
    result = {}
    for name, value in line.items():
        if name in ("id", "parent") or not value:
            continue
        value = resolve(value)
        if name in WHOLE:
            value = int(value)
        elif name in DECIMAL:
            value = float(value)
        elif name in DATE:
            try:
                value = datetime.date.fromisoformat(value)
            except ValueError:
                pass  # the day that does not exist
        result[name] = value
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--app", default="java -jar target/dampingan.jar")
    parser.add_argument("--work", type=pathlib.Path)
    arguments = parser.parse_args()
    work = arguments.work or pathlib.Path(tempfile.mkdtemp(prefix="dampingan-sample-"))
    work.mkdir(parents=True, exist_ok=True)
    app = App(arguments.app, work)
    officers = STORY / "4-officers"

    master = work / "bappeda"
    app.run("init", master, "--role", "master", "--name", "Bappeda Blora", "--agency", "bappeda")
    for record in app.records(master, "mitra"):
        uuids["mitra:" + record["values"]["nama"]] = record["uuid"]
    rounds = {r["values"]["kode"]: r["uuid"] for r in app.records(master, "putaran")}
    for row in rows(STORY / "1-registers/putaran.set.csv"):
        app.run("set", master, rounds[row["kode"]], f"status={row['status']}")
    for name in ORDER:
        print(name, file=sys.stderr)
        type_in_app(app, master, name.split("/")[1], STORY / f"{name}.csv", user="Bappeda")
    base = HERE / "bappeda-data-awal.xlsx"
    app.run("export", master, base)

    def workspace(who):
        folder = work / f"petugas-{who.lower()}"
        app.run("init", folder, "--role", "officer", "--name", NAME[who], "--agency", AGENCY[who])
        app.run("import", folder, base)
        return folder

    # A works in the application, then types two households into the workbook before sending it.
    print("A", file=sys.stderr)
    a = workspace("A")
    user = ["--user", NAME["A"]]
    app.run("set", a, uuids["H1-2"], *user, "bab=1", "kloset=1", "tinja=1")
    app.run("set", a, uuids["H3-2"], *user, "atap=2")
    app.run("set", a, uuids["H2-2"], *user, "bantuan=pkh")
    app.run("delete", a, uuids["P3"], *user)
    type_in_app(app, a, "kemajuan", officers / "A-kemajuan.csv", user=NAME["A"])
    type_in_app(app, a, "rumah_tangga", officers / "A-rumah_tangga.csv", ["SM-2"], NAME["A"])
    sent = work / "petugas-a.xlsx"
    app.run("export", a, sent, "--village", VILLAGE["A"])
    book = Book(sent)
    book.type_rows("rumah_tangga", officers / "A-rumah_tangga.csv", ["H7-2", "H8-2"])
    book.save(HERE / "petugas-a.xlsx")

    # B never installs anything: the workbook from Bappeda, filled in Excel.
    print("B", file=sys.stderr)
    given = work / "untuk-b.xlsx"
    app.run("export", master, given, "--village", VILLAGE["B"])
    book = Book(given)
    households = "rumah_tangga"
    book.put(households, book.row_of(households, uuids["H3-2"]), {"no_rt": "04"})
    book.put(households, book.row_of(households, uuids["H2-2"]),
             {"bantuan": "bpnt", "hp": "081200000202"})
    book.put(households, book.row_of(households, uuids["H5-2"]),
             {"nik_kepala": 3316132302809000, "alamat_domisili": "Jl. Contoh Wetan No. 9"})
    book.put("permasalahan", book.row_of("permasalahan", uuids["P1"]), {"jml": 40})
    book.type_rows(households, officers / "B-rumah_tangga.csv")
    book.type_rows("kunjungan", officers / "B-kunjungan.csv")
    book.type_rows("potensi", officers / "B-potensi.csv")
    book.save(HERE / "petugas-b.xlsx")

    # C works in the application alone.
    print("C", file=sys.stderr)
    c = workspace("C")
    for form in ("rumah_tangga", "permasalahan", "kunjungan"):
        type_in_app(app, c, form, officers / f"C-{form}.csv", user=NAME["C"])
    app.run("export", c, HERE / "petugas-c.xlsx", "--village", VILLAGE["C"])

    # D fills the workbook in LibreOffice, which writes every cell its own way.
    print("D", file=sys.stderr)
    given = work / "untuk-d.xlsx"
    app.run("export", master, given, "--village", VILLAGE["D"])
    book = Book(given)
    for form in ("rumah_tangga", "permasalahan", "kunjungan"):
        book.type_rows(form, officers / f"D-{form}.csv")
    (work / "libreoffice").mkdir(exist_ok=True)
    book.save(work / "petugas-d.xlsx")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(work / "libreoffice"),
         str(work / "petugas-d.xlsx")], check=True, capture_output=True)
    shutil.copy(work / "libreoffice/petugas-d.xlsx", HERE / "petugas-d.xlsx")
    (work / "uuids.json").write_text(json.dumps(uuids, indent=1))
    print("made in", HERE, "; workspaces in", work, file=sys.stderr)


if __name__ == "__main__":
    main()
