#!/usr/bin/env bash
# Takes the guide's pictures from those that the tests drew (mvn test -Dtest=WalkTest).
set -euo pipefail
cd "$(dirname "$0")/../.."
for language in id en; do
  to=src/site/resources/panduan/$language
  mkdir -p "$to"
  for page in petugas-beranda petugas-desa petugas-daftar petugas-isian petugas-kirim petugas-terima \
              bappeda-penerimaan bappeda-benturan bappeda-tertahan bappeda-tinjau mulai; do
    cp "target/screens/$page-$language-light-960-100.png" "$to/${page#*-}.png"
  done
done
cp target/screens/petugas-isian-id-light-1366-100.png src/site/resources/entry.png
